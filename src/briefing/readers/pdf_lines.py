"""Runs of glyphs into lines. In: runs as a PDF draws them, in the order of its content. Out: lines with their style.

Left out are note marks: small raised digits and daggers after a word, which would end up as digits inside a sentence.
Ligatures are glyphs, not characters: "ﬁ" is read as "fi", so that a search finds the word. A raised digit after a digit
or a symbol is a power, and stays one: "10⁶".
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

_BOLD = re.compile(r"bold|black|heavy|demi|medi$|cmbx|cmssbx|sfbx|-b$", re.IGNORECASE)
_MARK = re.compile(r"[\d,;–\-*∗†‡§¶‖]+")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\S*[^\W\d_]\S*[^\W\d_]|[.,;:!?)\]}”’\"'%])\s*$")  # or what closes a phrase
_WORD = 60  # characters that are looked at before a mark
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{2}\s*$")
_CLOSES = re.compile(r"\s+[.,;:!?)\]]")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_POWERS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_TEX_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a"}


class Run(Struct, frozen=True):
    """Text in one font; sizes and places in points, the origin at the lower left of the page."""

    text: str
    font: str
    size: float
    x: float
    y: float
    upright: bool = True


class Line(Struct, frozen=True):
    text: str
    page: int
    size: float
    x: float
    y: float
    family: str  # of the font that most of it is set in
    bold: bool  # all of it
    opens_bold: bool  # its first word
    label: str = ""  # a note mark in front of it

    @property
    def whole(self) -> str:
        return self.label + self.text


def lines_of(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines of a page that stand upright, in the order in which they are drawn."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        rows[-1].append(replace(run, text=first))
        rows.extend([replace(run, text=piece)] for piece in others)
    drawn = [row for row in ([run for run in row if run.text] for row in rows) if any(run.text.strip() for run in row)]
    notes = {row[0].text.strip() for row in drawn if len(row) > 1 and row[0].size < 0.8 * row[1].size}
    return [line for row in drawn if all(run.upright for run in row) for line in _line(row, page, notes)]


def mended(text: str, tex: bool) -> str:
    """A line as its reader sees it: ligatures as letters; with `tex`, accents that TeX draws before a letter on it."""
    text = text.translate(_LIGATURES).replace("\0", "")
    return re.sub(f"([{''.join(_TEX_ACCENTS)}]) ?([^\\W\\d_])", _accented, text) if tex else text


def _accented(found: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(found[2], found[2])
    composed = unicodedata.normalize("NFC", letter + _TEX_ACCENTS[found[1]])
    return composed if len(composed) == 1 else found[0]


def _line(row: Sequence[Run], page: int, notes: Collection[str]) -> Iterable[Line]:
    runs = [run for run in row if run.text.strip()]
    weight: Counter[tuple[float, str]] = Counter()
    for run in runs:
        weight[round(run.size, 1), run.font] += len(run.text.strip())
    size, font = max(weight, key=lambda style: weight[style])
    base = next(run for run in runs if round(run.size, 1) == size)
    label, text = _unmarked(row, size, base.y, notes)
    letters = [run for run in runs if any(map(str.isalpha, run.text))]
    if text.strip():
        yield Line(
            text=text.strip(),
            page=page,
            size=size,
            x=runs[0].x,
            y=base.y,
            family=_family(font),
            bold=bool(letters) and all(_BOLD.search(run.font) for run in letters),
            opens_bold=bool(_BOLD.search(runs[0].font)),
            label=label,
        )


def _family(font: str) -> str:
    """ "/ABCDEF+NimbusRomNo9L-Medi" is of the family "NimbusRomNo9L", and "CMBX12" of the family "CM"."""
    name = font.rpartition("+")[2].lstrip("/")
    return "CM" if re.match(r"(?:CM|SF)[A-Z]+\d+$", name) else re.split(r"[-,]", name)[0]


def _unmarked(row: Sequence[Run], size: float, base: float, notes: Collection[str]) -> tuple[str, str]:
    """The note mark in front of a line, and the text without the marks in it."""
    label, text = "", ""
    after_mark = False
    for run in row:
        piece, sign = run.text, run.text.strip()
        if run.size < 0.8 * size and run.y > base + 0.12 * size and _MARK.fullmatch(sign):
            if not text.strip():
                label += sign
                continue
            before = text[-_WORD:]
            if after_mark or _WORD_BEFORE.search(before) or (sign in notes and _LETTERS_BEFORE.search(before)):
                after_mark = True
                continue
            piece = sign.translate(_POWERS)
        if after_mark and _CLOSES.match(piece):
            piece = piece.lstrip()
        after_mark = after_mark and not sign
        text += piece
    return label, text
