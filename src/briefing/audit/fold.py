"""Typography folded away, and nothing else. In: text. Out: the same text with plain quotation marks, dashes, ellipses
and spaces, and where each of its characters stands in the first.

Case, signs, words and the values of digits are never folded: a digit as wide as an ideograph, or of the Arabic script,
is the digit that it is, and a space beside an ideograph is set or not as the house has it.
"""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Folded:
    """offsets[i] is where text[i] stands in the original; one more than text has characters."""

    text: str
    offsets: tuple[int, ...] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original that text[start:end] is made of."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def fold(text: str) -> Folded:
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _FOLDED.finditer(text):
        if match.start() > position:
            pieces.append(text[position : match.start()])
            offsets += range(position, match.start())
        plain = _plain(match.group())
        if plain == "'" and _quotes(text, match.start()):
            plain = '"'
        pieces.append(plain)
        offsets += [match.start()] * len(plain)
        position = match.end()
    if not position:
        return Folded(text, None)
    pieces.append(text[position:])
    offsets += range(position, len(text) + 1)
    return Folded("".join(pieces), tuple(offsets))


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
