"""A model that answers by the rules: it copies sentences of its prompt and cites them. For runs that should succeed.

`answer(request)` reads the numbered sentences and the schema out of a chat request, as a model would, and fills every
field of the schema.
"""

import re
from typing import Any

_LINE = re.compile(r"^\[(\d+)( \w+)?\] (.*)$", re.MULTILINE)
_LINK = re.compile(r"^L(\d+)\b", re.MULTILINE)
_REPLY_TO = re.compile(r'"reply_to" is "([^"]*)"')


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The fields, as JSON values: what a perfectly honest and rather dull model would say."""
    user = [m["content"] for m in request["messages"] if m["role"] == "user"]
    lines = [(int(n), kind.strip(), text) for n, kind, text in _LINE.findall(user[0])]
    plain = [(n, text) for n, kind, text in lines if not kind] or [(n, text) for n, _, text in lines]
    links = [int(n) for n in _LINK.findall(user[0])]
    properties = request["response_format"]["json_schema"]["schema"]["properties"]
    reply_to = _REPLY_TO.findall(user[-1])
    numbers = any(
        "anyOf" in shape["anyOf"][0].get("items", {}) for key, shape in properties.items() if key != "reply_to"
    )
    if numbers and len(request["messages"]) == 2:  # a revision, and not a mend: leave all as it is
        return {key: reply_to[-1] if key == "reply_to" else None for key in properties}
    return {
        key: reply_to[-1] if key == "reply_to" else _value(shape["anyOf"][0], key, plain, links)
        for key, shape in properties.items()
    }


def _value(shape: dict[str, Any], key: str, plain: list[tuple[int, str]], links: list[int]) -> Any:
    place = sum(map(ord, key)) % len(plain)  # another sentence for each field
    number, text = plain[place]
    if "from" in shape.get("properties", {}):
        return {"sentence": number, "from": " ".join(text.split()[:2]), "to": None}
    if shape["type"] == "object":
        return {"link": links[0] if links else None, "sentence": None if links else number}
    if shape["type"] == "integer":
        return None
    items = shape["items"].get("anyOf", [shape["items"]])[0]  # a sentence, rather than the number of one
    if items["type"] == "array":
        return [[number]]
    if "quotes" in items.get("properties", {}):  # all of the sentence, as words in a sentence of its own
        first, *_, last = text.split()
        return [{"text": "{1}", "cites": [number], "quotes": [{"sentence": number, "from": first, "to": last}]}]
    if items["type"] == "object":
        return [{"text": text, "cites": [number]}]
    if items["type"] == "string":
        return []
    return links[: shape.get("maxItems", 1)] if "link" in items.get("description", "") else [number]
