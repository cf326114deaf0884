"""What a run would do. In: an estimate. Out: words for people, and the same for programs."""

from typing import Any

from msgspec import to_builtins

from briefing.commands.summary import cost, count
from briefing.steps.estimate import Estimate


def expected(name: str, estimate: Estimate) -> dict[str, Any]:
    """A dry run, for programs."""
    return {"name": name, **to_builtins(estimate)}


def expected_in_words(name: str, estimate: Estimate) -> str:
    about = "" if estimate.exact else "about "
    again = "; what does not stand is asked for once more" * bool(estimate.calls)
    return (
        f"{name}: {count(len(estimate.sections), 'section')} to write, {estimate.fresh} fresh"
        f"{f'; {estimate.kept} of the replies are kept' if estimate.kept else ''}\n"
        f"  {count(estimate.calls, 'call')}, {about}{estimate.input_tokens:,} tokens in, at most "
        f"{estimate.output_tokens:,} out, {cost(estimate.usd)}{again}"
    )
