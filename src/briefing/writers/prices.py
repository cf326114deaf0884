"""What a call costs, from the price list inside genai-prices (no network)."""

from briefing.writers.options import HERE, OPENAI


def price(model: str, base_url: str, input_tokens: int, output_tokens: int) -> float | None:
    """US dollars, or None where the price of this model at this server is not known. The same name at another server
    (a proxy, a local one) is another thing: nothing is guessed from the name alone."""
    if base_url == HERE:
        return 0.0
    import genai_prices  # 160 ms

    try:
        usage = genai_prices.Usage(input_tokens=input_tokens, output_tokens=output_tokens)
        found = genai_prices.calc_price(usage, model, provider_api_url=base_url or OPENAI)
    except (LookupError, ValueError):
        return None
    return float(found.total_price)
