"""Canonical text: what every format is read into, and what every quotation is a slice of.

In: text as a format has it. Out: Unicode NFC, runs of white space as one space, without the characters that only a
machine reads, nothing else touched; and the sentences in it, by offset.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

import sentencex

from briefing.model import Link, Span

# After these a sentence goes on, whatever comes next; "etc." and "et al." can end one.
_ABBREVIATIONS = tuple(
    "e.g. i.e. cf. vs. approx. Fig. Figs. Eq. Eqs. Sec. No. Nos. resp. ca. p. pp. Dr. Mr. Mrs. Prof. St. v.".split()
)
_TITLES = {
    "fr": re.compile(r"(?:^|[\s(«“\"’'])(?:MM?|Mmes?|Mlles?|Mgr|Pr|Me)\.$"),
    "nl": re.compile(r"(?:^|[\s(“\"’'])(?:mevr|mw)\.$"),
}
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})$")
_STOPS = frozenset(".!?。！？…")
_PART = 10_000  # characters that are split at once
_ENDING = 40  # characters of a sentence that tell whether it ends there; all of it would be copied each time
_NEXT = re.compile(r"\S")
_HALF = re.compile("[\ud800-\udfff]")  # of a pair of surrogates
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]")  # the number of a list item is no sentence
_NUMBER = 5  # characters that it may have
# Where the splitter never cuts: after some abbreviations, and after an ideographic full stop before a digit, unless in
# brackets. And where it cuts, though the sentence goes on: after what was said, before the particle that says so.
_OPENING, _CLOSING = "「『（【《〈", "」』）】》〉"
_FINAL, _FULL_STOPS = ("etc", "usw", "Inc", "Ltd", "Corp"), "。！？"
_ENDS_AFTER_ALL = re.compile(
    rf"\b(?:{'|'.join(_FINAL)})\. (?=[A-ZÄÖÜ][a-z]+,? )|[{_FULL_STOPS}](?=\d)|[{_OPENING}{_CLOSING}]"
)
_BLANK = "\n\t\r\v\f\x1c\x1d\x1e\x1f"
_SAID = re.compile(r"と(?!ころ|ても|にかく|りあえず|もあれ)|って|など")


def canonical(text: str) -> str:
    """NFC, runs of white space as one space, none at the ends; nothing that can carry words unseen."""
    spaced = _spaced(_open(text))
    return spaced if spaced.isascii() else unicodedata.normalize("NFC", spaced)


def _spaced(text: str) -> str:
    """Runs of white space as one space, none at the ends. In most lines there is nothing to do: no white space but the
    space can be printed. In ASCII, to look for each other sign of it is quicker."""
    if "  " in text or (any(map(text.__contains__, _BLANK)) if text.isascii() else not text.isprintable()):
        return " ".join(text.split())
    return text.strip()


# Tags (but in the flag of a region) and variation selectors upon others are shown by nothing, and can spell out a text.
_SECRET = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f|[\U000e0000-\U000e007f]+"
    "|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
_SUSPECT = re.compile("[\ufe00-\ufe0f\U000e0000-\U000e01ef]")  # without one of these there is no secret; found quicker


def _open(text: str) -> str:
    if text.isascii() or not _SUSPECT.search(text):
        return text
    return _SECRET.sub(lambda found: found[0] if found[0][0] == "\U0001f3f4" else "", text)


class TextBuilder:
    """Collects runs of text, some of them linked, into one canonical text whose links know their offsets.

    >>> b = TextBuilder(); b.add("See  the "); b.add("paper", url="https://example.org/p"); b.add(".")
    >>> b.build()
    ('See the paper.', (Link(start=8, end=13, url='https://example.org/p'),))
    """

    def __init__(self) -> None:
        self._runs: list[tuple[str, str]] = []
        self._linked = False  # whether one of them is

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self._runs)

    def add(self, text: str, url: str = "") -> None:
        if text := _open(text):
            self._runs.append((text, url))
            self._linked = self._linked or bool(url)

    def so_far(self, most: int) -> str:
        """The canonical text so far; "" where it was collected from more than so many characters."""
        said = ""
        for text, _ in self._runs:
            if len(said := said + text) > most:
                return ""
        return canonical(said)

    def line_starts(self) -> tuple[int, ...]:
        """Where in the canonical text the second line of the runs begins, the third, and so on (lines end in \\n)."""
        starts: list[int] = []
        length = 0
        for line in "".join(text for text, _ in self._runs).split("\n"):
            starts.append(length + (1 if length else 0))
            if piece := canonical(line):
                length = starts[-1] + len(piece)
        return tuple(starts[1:])

    def build(self) -> tuple[str, tuple[Link, ...]]:
        whole = canonical("".join([text for text, _ in self._runs]))
        if not self._linked:
            return whole, ()
        links: list[Link] = []
        for start, end, url in self._places(whole):
            if links and links[-1].url == url and not whole[links[-1].end : start].strip():
                links[-1] = Link(links[-1].start, end, url)  # one link that the page cut into several runs
            else:
                links.append(Link(start, end, url))
        return whole, tuple(links)

    def _places(self, whole: str) -> Iterator[tuple[int, int, str]]:
        """Where each linked run stands in the canonical text."""
        runs: Sequence[tuple[str, str]] = self._runs
        if not whole.isascii():
            runs = [(unicodedata.normalize("NFC", text), url) for text, url in runs]
            if canonical("".join(text for text, _ in runs)) != whole or not _composed(runs):
                runs = _recomposed(runs)
        length, space = 0, False
        for text, url in runs:
            core = " ".join(text.split())
            if not core:
                space = space or bool(text)
                continue
            start = length + (1 if length and (space or text[0].isspace()) else 0)
            length, space = start + len(core), text[-1].isspace()
            if url:
                yield start, length, url


def _composed(runs: Sequence[tuple[str, str]]) -> bool:
    return unicodedata.is_normalized("NFC", "".join(text for text, _ in runs))


def _recomposed(runs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Runs of which one begins with a mark that belongs to the letter before it: the letter takes the mark along."""
    done: list[tuple[str, str]] = []
    for text, url in runs:
        while done and text and not unicodedata.is_normalized("NFC", done[-1][0][-8:] + text[:1]):
            done[-1] = (unicodedata.normalize("NFC", done[-1][0] + text[0]), done[-1][1])
            text = text[1:]
        if text:
            done.append((text, url))
    return done


@lru_cache(maxsize=65_536)
def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a canonical text as spans without surrounding white space. Together they cover all of it."""
    if not text.isascii():
        text = _HALF.sub("\ufffd", text)  # sentencex takes what UTF-8 can hold
    spans: list[Span] = []
    open_start: int | None = None
    length, titles = len(text), _TITLES.get(language.partition("-")[0])
    for start, end in _boundaries(text, language):
        if open_start is not None:
            start, open_start = open_start, None
        ending = text[max(start, end - _ENDING) : end].strip()
        if not ending:
            continue
        if end < length and (
            _continues(ending, text, end)
            or (text[end - 1] == "." and _in_a_name(text, end))
            or (titles and _titled(ending, titles))
        ):
            open_start = start
            continue
        spans.append(_span(text, start, end))
    if open_start is not None and text[open_start:].strip():
        spans.append(_span(text, open_start, length))
    return tuple(spans)


def _span(text: str, start: int, end: int) -> Span:
    """Without the white space around it."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _boundaries(text: str, language: str) -> Iterable[tuple[int, int]]:
    spoken = language.partition("-")[0] or "en"
    pieces = _pieces(text, spoken, 0) if len(text) <= _PART else _in_parts(text, spoken)
    return _cut(text, pieces) if _may_be_cut(text) else pieces


def _may_be_cut(text: str) -> bool:
    """Whether there is a sign of that; to look for one after the other is quicker than a pattern."""
    ended = any(part.endswith(_FINAL) for part in text.split(". ")) if ". " in text else False
    return ended or (not text.isascii() and any(map(text.__contains__, _FULL_STOPS)))


def _cut(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, cut where sentencex never does."""
    for start, end in pieces:
        depth = 0
        for match in _ENDS_AFTER_ALL.finditer(text, start, end):
            if match.group() in _OPENING:
                depth += 1
            elif match.group() in _CLOSING:
                depth = max(0, depth - 1)
            elif depth == 0:
                yield start, match.end()
                start = match.end()
        yield start, end


def _pieces(text: str, language: str, offset: int) -> list[tuple[int, int]]:
    """What sentencex takes for sentences; together they are all of the text. offset: where that begins."""
    return list(pairwise(accumulate(map(len, sentencex.segment(language, text)), initial=offset)))


def _in_parts(text: str, language: str) -> Iterator[tuple[int, int]]:
    """sentencex's time grows with the square of some texts, so that a long one is given to it in parts; what ends at a
    seam goes on in the next part, unless it ends like a sentence."""
    offset, open_start = 0, None
    while offset < len(text):
        end = (
            len(text)
            if len(text) - offset <= _PART
            else (text.rfind(" ", offset, offset + _PART) + 1 or offset + _PART)
        )
        spans = _pieces(text[offset:end], language, offset)
        if open_start is not None and spans:
            spans[0] = (open_start, spans[0][1])
            open_start = None
        ended = text[offset:end].rstrip()[-1:] in _STOPS
        if end < len(text) and spans and not ended and spans[-1][1] - spans[-1][0] < _PART // 2:
            open_start = spans.pop()[0]
        yield from spans
        offset = end
    if open_start is not None:
        yield open_start, len(text)


def _continues(piece: str, text: str, end: int) -> bool:
    """True where the splitter cut inside a sentence: after an abbreviation, before a comma, or a lower-case word.

    piece: what it cut off there, or the end of that."""
    following, last = text[end : end + 1], piece[-1]
    if following.isspace() and (found := _NEXT.search(text, end)):
        following = found[0]
    if not following or following.isspace():
        return False
    if following in ",;" or (following.islower() and last not in "?!"):
        return True
    if piece.endswith(_ABBREVIATIONS) and _ABBREVIATED.search(piece[-12:]):
        return True
    if len(piece) <= _NUMBER and _NUMBERED.fullmatch(piece):
        return True
    return last in _CLOSING and _SAID.match(text, end) is not None


def _titled(piece: str, titles: re.Pattern[str]) -> bool:
    """Whether it was cut after a title that a name follows: M. Ayrault, in French."""
    return piece[-1] == "." and titles.search(piece[-8:]) is not None


def _in_a_name(text: str, end: int) -> bool:
    """`router.Route`: a full stop that something follows at once ends no sentence."""
    return text[end].isascii() and (text[end].isalnum() or text[end] == "_")


def lines(rows: Iterable[str]) -> str:
    """Rows of a table or of code as one text: each canonical by itself, empty ones left out."""
    return "\n".join(filter(None, map(canonical, rows)))
