"""One model for all tools: it says the same to each, in the form that each asks for.

To `briefing` it answers with numbers: of each section the first sentences as its idea, one as the quote, the last as
its relevance, and its links; its "own words" are sentences of the source, each carried by itself. What
comes of that is what the others are told, with the source's words, titles and addresses typed out, as they ask for it.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

Content = dict[str, Any]  # by field: {title, url}, a text, [{text, quotes}] or [{title, url}]

_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_LINK = re.compile(r"^L(\d+)\b", re.MULTILINE)
_REPLY_TO = re.compile(r'"reply_to" is "([^"]*)"')
_HEADING = re.compile(r"^(?:Q: )?## (\w+ 2024: .*)$", re.MULTILINE)
_NONE = {"kind": "references", "items": []}
_NAMES = {"key": "key_paper", "idea": "main_idea"}  # what the others call it


# ── By number ───────────────────────────────────────────────────────────────────────────────────────────────────


def numbered(request: Mapping[str, Any]) -> dict[str, Any]:
    """To a request of `briefing` in the style `briefing`."""
    prompt = request["messages"][-1]["content"]
    lines = [(int(number), text) for number, text in _LINE.findall(prompt)]
    links = [int(number) for number in _LINK.findall(prompt)]
    keys = request["response_format"]["json_schema"]["schema"]["properties"]
    said = _overview(lines) if "conclusions" in keys else _section(lines, links)
    return {"reply_to": _REPLY_TO.findall(prompt)[-1]} | {key: said[key] for key in keys if key != "reply_to"}


def _section(lines: list[tuple[int, str]], links: list[int]) -> dict[str, Any]:
    return {
        "key": {"link": links[0], "sentence": None} if links else {"link": None, "sentence": lines[0][0]},
        "idea": _claims(lines, range(3)),
        "quote": [lines[3][0]],
        "relevance": _claims(lines, range(len(lines) - 2, len(lines))),
        "others": links[1:9],
    }


def _overview(lines: list[tuple[int, str]]) -> dict[str, Any]:
    wanted, step, place = {"introduction": 2, "conclusions": 4, "outlook": 3, "overall": 1}, len(lines) // 10, 0
    said = {}
    for key, most in wanted.items():
        said[key] = _claims(lines, [(place + number) * step for number in range(most)])
        place += most
    return said


def _claims(lines: list[tuple[int, str]], places: Iterable[int]) -> list[dict[str, Any]]:
    return [{"text": lines[place][1], "cites": [lines[place][0]]} for place in places]


# ── Typed out ───────────────────────────────────────────────────────────────────────────────────────────────────


def contents(briefing: Mapping[str, Any]) -> dict[str, Content]:
    """What a briefing.json says, by the title of its section; "" is the overview."""
    evidence = briefing["evidence"]
    parts = {section["title"]: {"others": _NONE, **section["fields"]} for section in briefing["sections"]}
    parts[""] = briefing["overview"]["fields"]
    return {
        title: {_NAMES.get(k, k): _typed(f, evidence) for k, f in fields.items()} for title, fields in parts.items()
    }


def _typed(field: Mapping[str, Any], evidence: Mapping[str, Any]) -> Any:
    if field["kind"] == "prose":
        return [
            {"text": s["text"], "quotes": [_cut(cite, evidence) for cite in s["cites"]]} for s in field["sentences"]
        ]
    if field["kind"] == "references":
        return [_typed({"kind": "reference", **item}, evidence) for item in field["items"]]
    return {"title": field["text"], "url": field["url"]} if field["kind"] == "reference" else field["text"]


def _cut(cite: Mapping[str, Any], evidence: Mapping[str, Any]) -> str:
    return str(evidence[cite["evidence"]]["text"][cite["start"] : cite["end"]])


def wanted(request: Mapping[str, Any], known: Mapping[str, Content]) -> Content:
    """What this request asks for: the month whose heading stands in it, or, where all do, the whole."""
    prompt = request["messages"][-1]["content"]
    titles = [title for title in dict.fromkeys(_HEADING.findall(prompt)) if title in known]
    return known[titles[0]] if len(titles) == 1 else known[""]


def extractions(content: Content) -> dict[str, Any]:
    """As langextract asks for it: the source's words, and what is said of them as an attribute."""
    found: list[dict[str, Any]] = []
    for key, value in content.items():
        name = "other" if key == "others" else key
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                found.append({name: item, f"{name}_attributes": {}})
            elif "url" in item:
                found.append({name: item["title"], f"{name}_attributes": {"url": item["url"]}})
            else:
                found.append({name: " ".join(item["quotes"]), f"{name}_attributes": {"text": item["text"]}})
    return {"extractions": found}


def spelled(value: object) -> str:
    """As a model writes JSON: on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)
