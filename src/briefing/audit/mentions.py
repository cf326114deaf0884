"""Who and what is named. In: text, and the words that are names in the sources. Out: each name, where it stands.

A word is a name where the sources write it with a capital within a sentence, and never without; a model, a version, a
part number is one by its letters. "Tidal 4" and "Tidal 3" are two, "Renate Holm" and "Holm" one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from briefing.checks.identifiers import HYPHENS, is_identifier
from briefing.checks.words import STOP
from briefing.cldr import month_names

_TOKEN = re.compile(r"[^\W_](?:[\w'’./+-]*[^\W_])?")
_NUMBERED = re.compile(  # System 2; not Figure 2, nor "In 2 days"
    r"\b(?!(?:Fig|Figure|Table|Section|Chapter|Part|Page|Line|Step|Eq|Equation|Appendix"
    r"|About|Some|Over|Only|Around|Almost|Nearly|Roughly|Another|Just|After|Before|Under|Within|With|From|Until)\b)"
    r"[A-Z][a-z]{2,} \d{1,2}(?:\.\d+)?(?![\w.,:]*\d|\s?[%°])"
)
_CAPITAL, _CAPITAL_IN_ASCII = (  # a token that may begin with a capital, or the end of one
    re.compile(rf"{letter}(?:[\w'’./+-]*[^\W_])?") for letter in (r"[^\W\d_a-zß-öø-ÿ]", "[A-Z]")
)
_INNER = "_'’./+-"  # marks within a token
_OWN = re.compile(r"['’]s?$")
_OWN_OF_EACH = re.compile(r"['’]s?$", re.MULTILINE)
_VERSION = re.compile(
    r"\b(?:versions?|release|part|chapter|volume|phase|stage|group|team|version|modèle|groupe) \d[\d.]*\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d[ \u00a0]$")  # before a unit: 40 kWh
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)*[A-Za-z]{0,2}")  # Tidal 4 and Llama 2 70B, and not Tidal 2024
_ADJECTIVE = re.compile(
    r"[^\W\d_]-(?:based|born|led|owned|run|built|made|style|era|wide|trained|language|speaking|backed)$"
)
_ENDS = ".!?:–—"  # "" too: the beginning of a text
_NEAR = 4  # characters
_ROOT = 4  # letters that Norway and Norwegian share
_ORGANISATIONS = frozenset(  # what two that have it need not share more than: Sierra AI and Moonshot AI
    "ai union university institute bank ministry labs lab foundation authority council commission department".split()
)
_TITLES = frozenset("Dr Prof Mr Mrs Ms Sir Captain Councillor Professor Doctor".casefold().split())


class Mention(Struct, frozen=True):
    """tokens: the words of the name, casefolded."""

    text: str
    start: int
    end: int

    @property
    def tokens(self) -> frozenset[str]:
        return _tokens(self.text)

    @property
    def is_coded(self) -> bool:
        """Whether it has a digit, as a model or a version has."""
        return any(map(str.isdigit, self.text))

    @property
    def is_adjective(self) -> bool:
        """Whether it says what something else is like: Lund-based."""
        return _ADJECTIVE.search(self.text) is not None

    @property
    def is_acronym(self) -> bool:
        return not self.is_coded and self.text.isupper()

    def other(self, named: "Mention") -> bool:
        """Whether the two are surely not the same, and one of a sort."""
        return (self.is_coded, self.is_acronym) == (named.is_coded, named.is_acronym) and self.apart(named)

    def apart(self, named: "Mention") -> bool:
        """Whether the two are surely not the same."""
        mine, theirs = self.tokens - named.tokens, named.tokens - self.tokens
        if not mine or not theirs:
            return False
        if self.tokens & named.tokens - _ORGANISATIONS:
            return any(map(_has_digit, mine)) and any(map(_has_digit, theirs))
        return not any(_akin(one, other) for one in mine for other in theirs) and not _initials(self, named)

    def is_also(self, named: "Mention") -> bool:
        """Whether the two may well be one: "Holm", of "Renate Holm"."""
        return bool(self.tokens & named.tokens) and not self.other(named)


@lru_cache(maxsize=16_384)
def _tokens(text: str) -> frozenset[str]:
    words = (_OWN.sub("", word).casefold() for word in text.split())
    return frozenset(word for word in words if word and word not in _TITLES)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _akin(one: str, other: str) -> bool:
    """Whether they begin alike, as Norway and Norwegian do, or one is in the other; of codes only the latter."""
    if _has_digit(one) or _has_digit(other):
        return one in other.split("-") or other in one.split("-")
    return one[:_ROOT] == other[:_ROOT] or one in other or other in one


def _initials(one: Mention, other: Mention) -> bool:
    short, long = sorted((one.text, other.text), key=len)
    return "".join(word[0] for word in re.split(r"[\s-]+", long) if word[:1].isupper()).casefold() == short.casefold()


class Capitals(NamedTuple):
    """Words of a source, casefolded: with a capital within a sentence, with one at its beginning, without one, and with
    one in a heading."""

    within: frozenset[str]
    begun: frozenset[str]
    small: frozenset[str]
    headed: frozenset[str]


_NONE = Capitals(*[frozenset[str]()] * 4)


def capitals(
    texts: Iterable[tuple[str, Sequence[int]]], headings: Iterable[str] = (), pieces: Iterable[str] | None = None
) -> Capitals:
    """texts: each with the places at which its sentences begin. pieces: what stands in them between spaces, each once,
    where that is known: what has no capital is looked at there."""
    within: set[str] = set()
    begun: set[str] = set()
    texts = tuple(texts)
    for text, starts in texts:
        plain, begins = text if text.isascii() else text.translate(HYPHENS), frozenset(starts)
        for match in (_CAPITAL_IN_ASCII if text.isascii() else _CAPITAL).finditer(plain):
            start, first = match.start(), plain[match.start()]
            if first.isalpha() and not first.islower() and not _goes_on(plain, start):
                told = start not in begins and _before(text, start) not in _ENDS
                (within if told else begun).add(match.group())
    all_of_it = "\n".join((text for text, _ in texts) if pieces is None else pieces)
    small = {token for token in _TOKEN.findall(all_of_it.translate(HYPHENS)) if token[0].islower()}
    headed = {word for heading in headings for word in _TOKEN.findall(heading) if word[0].isupper()}
    return Capitals(_bare(within), _bare(begun), _bare(small), frozenset(map(str.casefold, headed)))


def _bare(words: Iterable[str]) -> frozenset[str]:
    """All at once: they are many."""
    plain = "\n".join(words)
    return frozenset(_OWN_OF_EACH.sub("", plain).casefold().split("\n")) if plain else frozenset()


class Names:
    """The words that the sources write with a capital within a sentence, and never without."""

    def __init__(self, written: Iterable[Capitals], full: Iterable[str] = ()) -> None:
        """full: names of several words, which may be words as well: Tormod Lie. What has a capital in a heading and in
        the text, and never else, is a name, too."""
        within, begun, small, headed = (frozenset().union(*each) for each in zip(_NONE, *written, strict=True))
        full = tuple(full)
        pairs = [name.casefold().split() for name in full if name.count(" ") == 1]
        spoken = {word for words in pairs if words[-1] in within and words[0] not in small for word in words}
        self.known = ((within | (headed & begun)) - small | spoken) - STOP - _TITLES
        self._east = tuple(name for name in spoken | set(full) if not name[0].isupper() and not name.isascii())

    def mentions(self, text: str) -> list[Mention]:
        """In the order of the text."""
        found = [*self._named(text), *self._found_east(text)]
        counted = (*_VERSION.finditer(text), *_NUMBERED.finditer(text))
        versions = [Mention(m.group(), *m.span()) for m in counted if m.group().split()[0].casefold() not in _months()]
        found += [each for each in versions if not any(one.start < each.end and each.start < one.end for one in found)]
        return sorted(found, key=lambda each: each.start)

    def _found_east(self, text: str) -> Iterator[Mention]:
        """Of scripts that have no capitals, the names of people, wherever they stand."""
        for name in self._east:
            if (start := text.find(name)) >= 0:
                yield Mention(name, start, start + len(name))

    def _named(self, text: str) -> Iterator[Mention]:
        held: list[re.Match[str]] = []
        for match in _TOKEN.finditer(text.translate(HYPHENS)):
            token, joined = match.group(), bool(held) and _follows(text, held[-1], match)
            named = self._is_name(token) and (held or not _COUNT.search(text, 0, match.start()))
            if held and not (joined and (named or _NUMBER.fullmatch(token))):
                yield _mention(text, held)
                held = []
            if named or held:
                held.append(match)
        if held:
            yield _mention(text, held)

    def _is_name(self, token: str) -> bool:
        word = _OWN.sub("", token)
        if word.casefold() in _months() or word[0].isdigit():
            return False
        if is_identifier(word):
            return not word.islower() or _has_digit(word)
        return word[0].isupper() and word.casefold() in self.known


def _goes_on(text: str, position: int) -> bool:
    """Whether a token began before a place."""
    before = text[:position].rstrip(_INNER)[-1:] if text[position - 1 : position] in _INNER else text[position - 1]
    return before.isalnum()


def _before(text: str, position: int) -> str:
    """The mark or letter before a word, but for spaces and marks that open."""
    return text[max(0, position - _NEAR) : position].rstrip(" “\"'(*")[-1:]


def _follows(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    return text[before.end() : match.start()] == " " and not _OWN.search(before.group())


def _mention(text: str, held: list[re.Match[str]]) -> Mention:
    start, end = held[0].start(), held[-1].end()
    shown = _OWN.sub("", text[start:end].translate(HYPHENS))
    return Mention(shown, start, start + len(shown))


@cache
def _months() -> frozenset[str]:
    return frozenset(month_names("en", ("wide", "abbreviated"))) - {"may"}
