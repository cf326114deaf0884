"""Periods in a heading. In: a line of text and its language. Out: the period that it names, where, and how surely.

A month without a year is a word like others ("What may change", "March of progress"). It counts where the form of
the heading makes it one: it opens the heading or a part of it and is closed by a separator, a day or the end; or its
number stands before it ("7. July", "VII. July"). At the start, but running on ("January in pictures"), or at the end
("Highlights of January"), it is found as not sure: the caller decides by its neighbours.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.steps.period_hits import OPENED, YEAR, Hit, find_hits, is_unspaced, plain
from briefing.steps.period_when import By, When

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBER = re.compile(
    rf"\W*?((?:\d{{1,3}}\.)+\d{{1,3}}|\d{{1,3}}(?=\s?[.)\]:])|(?:{'|'.join(_ROMAN)})(?=[.)]\s))"
    r"\s?[.)\]:]*(?:\s+|(?=[^\W\d]))"
)
_LEADS_TO = re.compile(r"(?:^|\s)[^\W\d_]{1,4}$")  # "Highlights of", before a month, is no title by itself
_SEPARATORS = " \t:：|,，、.·•–—-¶$*/~…"
_WEEKDAY = re.compile(r"^\W*\w+,?\s+$")
_CLOSED = re.compile(r"\s*(?:$|[:|()\[\]{}】,.·&+–/]|\s-|-(?!\w))")
_JOINED = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:[,&+/;~–-]|\.{2,3}|…|[^\W\d_]{1,7}\s|(?<=\s))?\s*(?:\.{2,3}|…|[^\W\d_]{1,4}\s)?\s*"
)


class Found(Struct, frozen=True):
    """The period that text[start:end] names. number is the number of the heading: (7,), (4, 2), or () without one."""

    when: When
    start: int
    end: int
    number: tuple[int, ...] = ()
    sure: bool = True
    leads: bool = False  # nothing but its number stands before it


def find_period(text: str, language: str, by: By) -> Found | None:
    """The first period that the text names by its form; where there is none, the first that it may name."""
    line = plain(text)
    number, body = numbering(text)
    doubtful: Found | None = None
    for hit in _groups(line, find_hits(line, language)):
        found = _judge(line, hit, number, body, by)
        if found and found.sure:
            return found
        doubtful = doubtful or found
    return doubtful


def numbering(text: str) -> tuple[tuple[int, ...], int]:
    """The number of a heading, and where the words after it begin: "2.3 The future" → (2, 3), 4."""
    match = _NUMBER.match(plain(text))
    if match is None:
        return (), 0
    parts = (_ROMAN.index(part) + 1 if part in _ROMAN else int(part) for part in match[1].split("."))
    return tuple(parts), match.end()


def years(text: str) -> tuple[int, ...]:
    """The years that stand in a text by themselves, each once, in its order."""
    return tuple(dict.fromkeys(int(y) for y in re.findall(rf"(?<![\d.,€£]){YEAR}(?![\d%]|[.,]\d)", plain(text))))


def rest(text: str, found: Found) -> str:
    """The words of a heading besides its number and its period: what follows it, else what stands before it."""
    after = text[found.end :]
    if not after[:1].isalpha() and not re.match(r"['’]\w", after) and (words := _trimmed(after)):
        return words
    body = numbering(text)[1]
    body = 0 if re.search(r"[(\[–-]", text[body : found.start]) else body  # "1.2.0 (2024-11-01)" is about 1.2.0
    before = _trimmed(text[body : found.start])
    return "" if _LEADS_TO.search(before) and before.rsplit(maxsplit=1)[-1].islower() else before


def _trimmed(text: str) -> str:
    """Without the separators around it, nor a bracket whose other half is gone; "" for a lone letter, such as the "г."
    of a Russian year, but not for one that is a word of its own: 흙."""
    words = text.strip(_SEPARATORS)
    for left, right in ("()", "[]", "【】", "（）"):
        if words.count(left) != words.count(right):
            words = words.strip(left + right + _SEPARATORS)
    if words[:1] == "[" and words[-1:] == "]" and words.count("[") == 1:  # a version, linked: "[1.2.0] - 2024-11-01"
        words = words[1:-1]
    return words if (len(words) > 1 or is_unspaced(words[:1])) and any(map(str.isalnum, words)) else ""


# ── Several periods in one line ─────────────────────────────────────────────────────────────────────────────────


def _groups(line: str, hits: list[Hit]) -> Iterator[Hit]:
    """Neighbours that are joined by a sign or a short word ("January – March", "May and June") as one."""
    group: list[Hit] = []
    for hit in hits:
        if group and not (_joins(line[group[-1].end : hit.start]) and "week" not in (hit.form, group[-1].form)):
            yield _merged(group)
            group = []
        group.append(hit)
    if group:
        yield _merged(group)


def _joins(gap: str) -> bool:
    return bool(gap) and bool(_JOINED.fullmatch(gap))


def _merged(group: list[Hit]) -> Hit:
    if len(group) == 1:
        return group[0]
    whens = [hit.when for hit in group]
    falling = all((b.month - a.month) % 12 > 6 for a, b in pairwise(whens))
    first, last = (whens[-1], whens[0]) if falling else (whens[0], whens[-1])
    wraps = last.month < first.month
    year = first.year or (last.year and last.year - wraps)
    more = (last.month - first.month) % 12 if first.year is None or last.year is None else _distance(first, last)
    # From a day to a day is a week or so: it belongs where it begins.
    when = replace(whens[0] if first.day else first, year=year, more=0 if first.day else more + last.more)
    return Hit(group[0].start, group[-1].end, when, group[0].form)


def _distance(first: When, last: When) -> int:
    return max(0, last.months[0] - first.months[0])


# ── How surely ──────────────────────────────────────────────────────────────────────────────────────────────────


class _Setting(Struct, frozen=True):
    """How a hit stands in its line: after the beginning of a part of it, before the end of one, first of all words."""

    opened: bool
    closed: bool
    leads: bool
    number: tuple[int, ...]
    before: str
    after: str


def _judge(line: str, hit: Hit, number: tuple[int, ...], body: int, by: By) -> Found | None:
    setting = _setting(line, hit, number, body)
    sure = _dated(hit, setting) if hit.when.year is not None else _bare(hit, setting, by)
    runs_on = setting.leads and setting.after[:1] in (" ", "'")
    ends = setting.before[-1:] == " " and not setting.after
    if not sure and (hit.when.year is not None or hit.form != "name" or not (runs_on or ends)):
        return None
    return Found(hit.when, hit.start, hit.end, setting.number, sure, setting.leads)


def _setting(line: str, hit: Hit, number: tuple[int, ...], body: int) -> _Setting:
    if hit.start < body:  # what looked like the number of the heading is the day of the date
        number, body = (), hit.start
    before, after = line[body : hit.start], line[hit.end :]
    opened = OPENED.search(before)
    if opened and opened["number"]:
        number = (int(opened["number"]),)
    closed = bool(_CLOSED.match(after)) or not re.search(r"\w", after)
    return _Setting(bool(opened), closed, not re.search(r"\w", before), number, before, after)


def _dated(hit: Hit, setting: _Setting) -> bool:
    """With a year it is a date wherever it stands, but for "the 2010-11 season"."""
    if hit.form == "figures" and not hit.when.day:
        return setting.opened and setting.closed
    return True


def _bare(hit: Hit, setting: _Setting, by: By) -> bool:
    if (hit.form == "week" and by != "week") or (hit.form == "quarter" and by != "quarter"):
        return False  # the third week of a course, the first question of an FAQ
    if setting.opened and setting.closed:
        return True
    if hit.when.day:
        return setting.closed and bool(_WEEKDAY.match(setting.before))
    if hit.form == "east-asian":
        return setting.leads
    return setting.opened and setting.number[-1:] == (hit.when.month,) and not setting.after.lstrip()[:1].islower()
