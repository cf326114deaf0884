"""Mutations: from a true statement, deterministically, statements that are false, and others that are as true.

A mutation is given the text to change (what is quoted, or a statement in other words) and what it may draw on; it
answers with the changed text, or None where it does not apply. Where there is a choice, the digest of the text and the
name of the mutation makes it.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.audit import words
from benchmarks.audit.records import Source

T = TypeVar("T")
CJK = ("ja", "zh")
NUMBER = re.compile(r"(?<![A-Za-z0-9./:#_-])\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]{3,}")
IDENTIFIER = re.compile(
    r"(?<=arxiv\.org/abs/|arxiv\.org/pdf/)[\d.]+|(?<=arXiv:)[\d.]+|10\.\d{4,}/[\w./-]*\w|(?<=github\.com/)[\w./-]*\w"
)
ADDRESS = re.compile(r"https?://[^\s)>]*[\w/]")


@dataclass(frozen=True, slots=True)
class Given:
    """The text to change, and what a mutation may draw on."""

    text: str
    source: Source
    plain: str  # the source as a reader reads it
    others: tuple[str, ...] = ()  # other sentences of the source

    def pick(self, name: str, options: Sequence[T]) -> T | None:
        digest = hashlib.sha256(f"{name}\n{self.text}".encode()).digest()
        return options[int.from_bytes(digest[:4], "big") % len(options)] if options else None


Mutation = Callable[[Given], str | None]


def _first(pairs: Sequence[words.Pair], text: str) -> str | None:
    for pattern, instead in pairs:
        made = re.sub(pattern, instead, text, count=1)
        if made != text:
            return made
    return None


def _tokens(given: Given) -> list[str]:
    """Words with what stands at them; in a script without spaces, runs of characters of one kind."""
    if given.source.language in CJK:
        return re.findall(r"[一-龥々]+|[ァ-ヶー]+|[ぁ-ん]+|[\d０-９.]+|[^一-龥々ァ-ヶーぁ-ん\d０-９.]", given.text)
    return given.text.split(" ")


def _joined(given: Given, tokens: Sequence[str]) -> str:
    return ("" if given.source.language in CJK else " ").join(tokens)


def _inner_words(given: Given) -> list[int]:
    tokens = _tokens(given)
    least = 2 if given.source.language in (*CJK, "ko") else 3
    return [n for n in range(1, len(tokens) - 1) if len(tokens[n]) >= least and tokens[n].isalpha()]


def digit(given: Given) -> str | None:
    taken = set(NUMBER.findall(given.plain))
    made = []
    for found in NUMBER.finditer(given.text):
        digits = [n for n in range(*found.span()) if given.text[n].isdigit()]
        year = len(digits) == 4 and given.text[found.start() : found.start() + 2] in ("19", "20")
        for n in digits[2:] if year else digits if len(digits) > 1 else ():
            other = str((int(given.text[n]) + 3) % 10)
            token = given.text[found.start() : n] + other + given.text[n + 1 : found.end()]
            if (
                token not in taken
                and not (other == "0" and n == found.start())
                and _possible(token, given.text[found.end() :])
            ):
                made.append(given.text[: found.start()] + token + given.text[found.end() :])
    return given.pick("digit", made)


def _possible(token: str, rest: str) -> bool:
    """No 91st of March."""
    months = {name for names in words.MONTHS.values() for name in names}
    return not (token.isdigit() and int(token) > 28 and rest.strip(" .").split(" ")[0] in months)


def sign(given: Given) -> str | None:
    return _first(words.SIGN, given.text)


def unit(given: Given) -> str | None:
    return _first(words.UNITS[given.source.language], given.text)


def percent(given: Given) -> str | None:
    return _first(words.PERCENT[given.source.language], given.text)


def negation(given: Given) -> str | None:
    return _first(words.NEGATIONS[given.source.language], given.text)


def hedge(given: Given) -> str | None:
    return _first(words.HEDGES[given.source.language], given.text)


def case(given: Given) -> str | None:
    """The first letter of one word within the text in the other case."""
    tokens = _tokens(given)
    chosen = given.pick("case", [n for n in _inner_words(given) if tokens[n][0].lower() != tokens[n][0].upper()])
    if chosen is None:
        return None
    tokens[chosen] = tokens[chosen][0].swapcase() + tokens[chosen][1:]
    return _joined(given, tokens)


def dropped(given: Given) -> str | None:
    tokens = _tokens(given)
    chosen = given.pick("dropped", _inner_words(given))
    return None if chosen is None or len(tokens) < 6 else _joined(given, tokens[:chosen] + tokens[chosen + 1 :])


def added(given: Given) -> str | None:
    tokens, language = _tokens(given), given.source.language
    chosen = given.pick("added", _inner_words(given))
    word = given.pick("added word", words.ADDED[language])
    return None if chosen is None or word is None else _joined(given, [*tokens[:chosen], word, *tokens[chosen:]])


def order(given: Given) -> str | None:
    tokens, inner = _tokens(given), _inner_words(given)
    chosen = given.pick("order", [n for n in inner if n + 1 in inner and tokens[n].lower() != tokens[n + 1].lower()])
    if chosen is None:
        return None
    tokens[chosen], tokens[chosen + 1] = tokens[chosen + 1], tokens[chosen]
    return _joined(given, tokens)


def word(given: Given) -> str | None:
    """One word in place of another, from elsewhere in the source."""
    tokens = _tokens(given)
    chosen = given.pick(
        "word", [n for n in _inner_words(given) if len(tokens[n]) >= (2 if given.source.language in CJK else 4)]
    )
    if chosen is None:
        return None
    pool = sorted({w for w in _WORD.findall(" ".join(given.others)) if _alike(w, tokens[chosen])} - set(tokens))
    instead = given.pick("word instead", pool)
    return instead and _joined(given, [*tokens[:chosen], instead, *tokens[chosen + 1 :]])


def _alike(one: str, other: str) -> bool:
    """In length and case."""
    return abs(len(one) - len(other)) < 3 and one.islower() == other.islower()


def stitched(given: Given) -> str | None:
    """The first half, and the second half of another sentence, as if they were one."""
    other = given.pick(
        "stitched", [o for o in given.others if o not in given.text and given.text not in o and len(o) > 30]
    )
    if other is None:
        return None
    mine, theirs = _tokens(given), _tokens(Given(other, given.source, given.plain))
    return (
        _joined(given, mine[: max(3, len(mine) // 2)] + theirs[len(theirs) // 2 :])
        if min(len(mine), len(theirs)) >= 6
        else None
    )


def look_alike(given: Given) -> str | None:
    chosen = given.pick("look-alike", [n for n, letter in enumerate(given.text) if letter in words.CYRILLIC])
    return (
        None if chosen is None else given.text[:chosen] + words.CYRILLIC[given.text[chosen]] + given.text[chosen + 1 :]
    )


def month(given: Given) -> str | None:
    """Another month, in a statement that tells which month it speaks of."""
    found = words.MONTH[given.source.language].search(given.text)
    names = words.MONTHS[given.source.language]
    if found is None or found.group() not in names:
        return None
    return given.text[: found.start()] + names[(names.index(found.group()) + 4) % 12] + given.text[found.end() :]


def name(given: Given) -> str | None:
    person = next((p for p in given.source.people if p in given.text), None)
    instead = given.pick("name", words.MADE_UP_NAMES[given.source.language])
    return None if person is None or instead is None else given.text.replace(person, instead, 1)


def other_name(given: Given) -> str | None:
    """Somebody, or something, of whom the source speaks as well, in the place of another."""
    made = []
    for names in _groups(given):
        held = [name for name in names if _stands(name, given.text)]
        others = [other for other in names if not any(word in given.text for word in (other, other.split()[-1]))]
        if held and (instead := given.pick("other name", others)):
            made.append(_put(given.text, held[0], instead))
    return given.pick("which name", made)


def sides(given: Given) -> str | None:
    """Two names exchanged, unless both are said to do the same: "A and B"."""
    made = []
    for names in _groups(given):
        held = sorted((name for name in names if _stands(name, given.text)), key=given.text.index)
        if len(held) == 2 and not _TOGETHER.fullmatch(given.text.partition(held[0])[2].partition(held[1])[0]):
            made.append("\0".join(given.text.split(held[0])).replace(held[1], held[0]).replace("\0", held[1]))
    return given.pick("sides", made)


_TOGETHER = re.compile(r",?\s?(?:and|und|et|,|、|와|과)\s?")


def _groups(given: Given) -> list[tuple[str, ...]]:
    """Names of one sort, in the form that the statement has them."""
    people = tuple(name if name in given.text else name.split()[-1] for name in given.source.people)
    return [people, *given.source.rivals]


def _stands(name: str, text: str) -> bool:
    if not name.isascii() and not name[0].isupper():
        return name in text
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _put(text: str, name: str, instead: str) -> str:
    """The other in the same form: a last name where that stands alone."""
    return text.replace(name, instead if " " in name or " " not in instead else instead.split()[-1])


def denial(given: Given) -> str | None:
    """A denial lost or added, and the two clauses of the statement the other way round."""
    made = negation(given)
    first, comma, last = (made or "").rstrip(".").partition(_CLAUSES[given.source.language])
    if not comma or len(first.split()) < 3 or len(last.split()) < 3 or not _BEGINS.match(last):
        return None
    return f"{last[0].upper()}{last[1:]}{comma}{_ARTICLE.sub(lambda match: match.group().lower(), first)}."


_CLAUSES = {"en": ", and ", "de": ", und ", "fr": ", et ", "ja": "、", "ko": ", "}
_ARTICLE = re.compile(r"(?:The|An?|In|On|At|It|There|Three|Some) ")
_BEGINS = re.compile(r"(?:the|an?|its?|there|he|she|these|that|d(?:er|ie|as)|l[ea]s?) |[^\W\d_a-z]")  # with who does it


def clock(given: Given) -> str | None:
    """A time of the day that is another: by an hour, or in the other half of the day."""
    found = _CLOCK.search(given.text)
    if found is None:
        return None
    hour, sign = int(found["hour"]), found["sign"] or ""
    if sign and given.pick("clock", (True, False)):
        return given.text[: found.start("sign")] + _OTHER_HALF[sign[0]] + given.text[found.end("sign") :]
    return f"{given.text[: found.start()]}{hour % (12 if sign else 23) + 1}{given.text[found.end('hour') :]}"


def same_clock(given: Given) -> str | None:
    """The same time of the day on the other sort of clock."""
    found = _CLOCK.search(given.text)
    if found is None or int(found["hour"]) > 23:
        return None
    hour, sign = int(found["hour"]), found["sign"] or ""
    if sign:
        told = f"{hour % 12 + (12 if sign[0] == 'p' else 0):02}:{found['minute']}"
    elif hour > 12:
        told = f"{hour - 12}:{found['minute']} p.m."
    else:
        return None
    return (given.text[: found.start()] + told + given.text[found.end() :]).replace("..", ".")


_CLOCK = re.compile(r"(?<![\d.,:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\d:])(?: (?P<sign>[ap]\.m\.))?")
_OTHER_HALF = {"a": "p.m.", "p": "a.m."}


def identifier(given: Given) -> str | None:
    """The last two digits that differ trade places, or the last digit, or the last letter, is another."""
    found = IDENTIFIER.search(given.text)
    return None if found is None else given.text.replace(found.group(), _other_name(found.group()))


def link(given: Given) -> str | None:
    found = ADDRESS.search(given.text)
    return (
        None
        if found is None or IDENTIFIER.search(given.text)
        else given.text.replace(found.group(), _other_name(found.group()))
    )


def _other_name(text: str) -> str:
    pairs = [n for n in range(len(text) - 1) if text[n : n + 2].isdigit() and text[n] != text[n + 1]]
    if pairs:
        n = pairs[-1]
        return text[:n] + text[n + 1] + text[n] + text[n + 2 :]
    return text[:-1] + ("s" if text[-1] != "s" else "t")


def placeholder(given: Given) -> str | None:
    """The last digits of an arXiv or DOI number were never filled in."""
    found = IDENTIFIER.search(given.text)
    last = re.search(r"\d{3,5}$", found.group()) if found else None
    if found is None or last is None:
        return None
    return given.text.replace(found.group(), found.group()[: last.start()] + "x" * len(last.group()))


IN_QUOTES: dict[str, Mutation] = {
    "digit": digit, "sign": sign, "unit": unit, "percent": percent, "negation": negation, "hedge": hedge, "case": case,
    "dropped": dropped, "added": added, "order": order, "word": word, "stitched": stitched, "look-alike": look_alike,
}  # fmt: skip
IN_STATEMENTS: dict[str, Mutation] = {
    "digit": digit, "sign": sign, "unit": unit, "percent": percent, "negation": negation, "month": month, "name": name,
    "other name": other_name, "sides": sides, "denial": denial, "clock": clock,
}  # fmt: skip
IN_LINKS: dict[str, Mutation] = {"identifier": identifier, "link": link, "placeholder": placeholder}


# ── Changes that leave a statement true ─────────────────────────────────────────────────────────────────────────


def characters(given: Given) -> str | None:
    """Other characters for the same: apostrophes, dashes, spaces that do not break, a soft hyphen in a long word."""
    made = re.sub(r"(?<=\w)'(?=\w)", "’", given.text)
    made = made.replace("’", "'") if made == given.text else made
    made = re.sub(r"(?<=\d) (?=[%°A-Za-zµ])", "\u00a0", made).replace("−", "–")
    made = (
        re.sub(r"\b([^\W\d_]{5})([^\W\d_]{5,})", "\\1\u00ad\\2", made, count=1)
        if given.source.language not in CJK
        else made
    )
    return made if made != given.text else None


def shortened(given: Given) -> str | None:
    """Some words within it left out, and an ellipsis in their place."""
    tokens = _tokens(given)
    if len(tokens) < 12:
        return None
    dots = given.pick("shortened", ("…", "...", "[…]", "[...]", "(…)"))
    middle = len(tokens) // 2
    if _turns(given, tokens[middle - 2 : middle + 2]):
        return None
    return _joined(given, [*tokens[: middle - 2], str(dots), *tokens[middle + 2 :]])


def part(given: Given) -> str | None:
    """The text without its first and last words."""
    tokens = _tokens(given)
    if len(tokens) < 12 or _turns(given, [*tokens[:2], *tokens[-2:]]):
        return None
    return _joined(given, tokens[2:-2]).strip(" ,;:.。、")


def _turns(given: Given, left_out: Sequence[str]) -> bool:
    """Without these words the statement could be another: a negation or a hedge is among them."""
    text, language = f" {_joined(given, left_out)} ", given.source.language
    return any(re.search(pattern, text) for pattern, _ in (*words.NEGATIONS[language][:7], *words.HEDGES[language]))


STILL_TRUE: dict[str, Mutation] = {"typography": characters, "ellipsis": shortened, "part": part}
STATED_OTHERWISE: dict[str, Mutation] = {"clock": same_clock}
