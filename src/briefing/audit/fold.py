"""Typography folded away, and nothing else. In: text. Out: the same text with plain quotation marks, dashes, ellipses
and spaces, and where each of its characters stands in the first.

Case, signs, words and the values of digits are never folded: a digit as wide as an ideograph, or of the Arabic script,
is the digit that it is, and a space beside an ideograph is set or not as the house has it.
"""

import re
from functools import cached_property, lru_cache

from msgspec import Struct

_PLAIN = {
    **dict.fromkeys("“”„‟«»＂″〝〞", '"'),
    **dict.fromkeys("'‘’‚‛‹›`´′ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    **dict.fromkeys("「」『』《》〈〉｢｣", '"'),
    **dict(zip("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 3, strict=True)),
    **{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)},
    "，": ",", "．": ".", "（": "(", "）": ")", "：": ":", "；": ";", "！": "!", "？": "?",
    **dict.fromkeys("\t\n\u00a0\u2002\u2003\u2009\u202f\u3000", " "),
    "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
}  # fmt: skip
_IDEOGRAPH = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff。、"
# Also a space before a mark that closes and after one that opens: French sets one, clippers leave one.
_FOLDED = re.compile(
    rf"[{re.escape(''.join(_PLAIN))}]|\s+(?=[,.;:!?)\]%»”])|(?<=[(\[«„“])\s+"
    rf"|(?<=[{_IDEOGRAPH}])\s+(?=\w)|(?<=[\w%])\s+(?=[{_IDEOGRAPH}])|--+|\.(?: \.){{2,}}|''|``"
)
_LONG = {"''": '"', "``": '"'}


class Folded(Struct, frozen=True, dict=True):
    """runs: of the text, one after the other: where each begins in the original, how long it is, and whether it stands
    there character for character, or all of it for the one there; none where all is as it was."""

    text: str
    runs: tuple[tuple[int, int, bool], ...]

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each character of the text stands in the original, and where its end does."""
        found: list[int] = []
        for start, size, same in self.runs:
            found += range(start, start + size) if same else [start] * size
        return found

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original that text[start:end] is made of."""
        if not self.runs:
            return start, end
        return self._offsets[start], self._offsets[end - 1] + 1 if end > start else self._offsets[start]


@lru_cache(maxsize=256)  # one text is looked through in several ways, one after the other
def fold(text: str) -> Folded:
    pieces: list[str] = []
    runs: list[tuple[int, int, bool]] = []
    position = 0
    for match in _FOLDED.finditer(text):
        start = match.start()
        if start > position:
            pieces.append(text[position:start])
            runs.append((position, start - position, True))
        plain = _plain(match.group())
        if plain == "'" and _quotes(text, start):
            plain = '"'
        pieces.append(plain)
        runs.append((start, len(plain), False))
        position = match.end()
    if not position:
        return Folded(text, ())
    pieces.append(text[position:])
    runs.append((position, len(text) + 1 - position, True))
    return Folded("".join(pieces), tuple(runs))


def _quotes(text: str, position: int) -> bool:
    """Whether a single mark quotes: a quotation within a quotation has the other marks. Between letters it is an
    apostrophe, and after a digit it may be feet or minutes."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return not before.isdigit() and not (before.isalpha() and after.isalnum())


def _plain(found: str) -> str:
    if found in _LONG:
        return _LONG[found]
    if found.startswith("--"):
        return "-"
    if found.startswith("."):
        return "..."
    return _PLAIN.get(found, "") if not found.isspace() or (len(found) == 1 and found != " ") else ""
