"""The layout of briefing.json, made for merges. In: its JSON value. Out: its text.

Two spaces, a newline at the end, and keys in their order, but for `evidence`: there the pieces stand by the section
that cites them first, and only then by their ids. Where two people can bring different sections up to date, a blank
line stands between what is one's and what is the other's, so that version control sees two changes and not one. Where a
section can be added after another, so does the comma, in a line of its own: it changes no line of the other.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Json = dict[str, Any]
_STEP = "  "
WHOLE = "briefing"  # where a finding stands that is about all of it


def lay_out(value: Json) -> str:
    """Raises KeyError where the value is no briefing."""
    ids = [section["id"] for section in value["sections"]]
    special = {
        "evidence": lambda: _map(_evidence(value), 1),
        "findings": lambda: _list(_findings(value["findings"], ids), 1, closed=True),
        "overview": lambda: _overview(value["overview"]),
        "sections": lambda: _list([[section] for section in value["sections"]], 1),
    }
    body = (f"{_STEP}{_text(key)}: {special.get(key, lambda key=key: _json(value[key], 1))()}" for key in sorted(value))
    return "{\n" + ",\n".join(body) + "\n}\n"


def _overview(overview: Json) -> str:
    parts = {key: _json(each, 2) for key, each in overview.items()}
    parts["sentences"] = _map([[pair] for pair in sorted(overview["sentences"].items())], 2)
    body = (f"{_STEP * 2}{_text(key)}: {parts[key]}" for key in sorted(parts))
    return "{\n" + ",\n".join(body) + f"\n{_STEP}}}"


def _evidence(value: Json) -> list[list[tuple[str, Any]]]:
    """The pieces of evidence, in groups: those of the overview alone, then those of each section."""
    left = dict(sorted(value["evidence"].items()))
    groups = []
    for section in value["sections"]:
        cited = set(_cited(section["fields"]))
        groups.append([(key, left.pop(key)) for key in list(left) if key in cited])
    return [list(left.items()), *groups]


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("evidence"), str):
            yield value["evidence"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _cited(each)


def _findings(findings: Sequence[Json], ids: Sequence[str]) -> list[list[Json]]:
    """Findings, in groups: those of each section have their own, also where there are none."""
    groups: list[list[Json]] = [[]]
    for finding in findings:
        number = rank(finding["where"], ids)
        groups += [[] for _ in range(number - len(groups) + 1)]
        groups[-1].append(finding)
    return groups


def rank(where: str, ids: Sequence[str]) -> int:
    """The place of a finding among the others: first those of no section, then those of each, last the one that every
    briefing has, so that a comma stands after all others."""
    name = where.partition("/")[0]
    return len(ids) + 1 if where == WHOLE else ids.index(name) + 1 if name in ids else 0


def _map(groups: Iterable[Iterable[tuple[str, Any]]], depth: int) -> str:
    return _grouped([[f"{_text(k)}: {_json(v, depth + 1)}" for k, v in group] for group in groups], depth, "{}")


def _list(groups: Iterable[Iterable[Any]], depth: int, *, closed: bool = False) -> str:
    return _grouped([[_json(each, depth + 1) for each in group] for group in groups], depth, "[]", closed=closed)


def _grouped(groups: Sequence[Sequence[str]], depth: int, brackets: str, *, closed: bool = False) -> str:
    """Entries, and a blank line between two groups. closed: the last entry is always the same; so a comma can stand
    after all others, and none has to stand by itself between two groups."""
    left = total = sum(map(len, groups))
    lines: list[str] = []
    for number, group in enumerate(groups):
        lines += [""] if number else []
        lines += [_STEP * (depth + 1) + ","] if group and left < total and not closed else []
        for place, entry in enumerate(group, 1):
            left -= 1
            comma = "," if (left if closed else place < len(group)) else ""
            lines.append(f"{_STEP * (depth + 1)}{entry}{comma}")
    return "\n".join([brackets[0], *lines, f"{_STEP * depth}{brackets[1]}"]) if total else brackets


def _json(value: Any, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2).replace("\n", "\n" + _STEP * depth)


def _text(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)
