"""Lines of a PDF into pieces of a document. In: lines in the order in which they are drawn. Out: pieces in that order.

What a line is shows in its style, against the style of most lines; where a piece ends shows in gaps and indents. A
paragraph that the end of a page, a footnote or a figure interrupts is put together again, at the place where it began.
"""

import re
from collections.abc import Collection, Sequence

from briefing.readers.pdf_lines import Line
from briefing.readers.pdf_measures import Measures, same_size
from briefing.readers.pdf_pieces import KNOWN, NUMBERED, Piece, Role, plain

_CAPTION = re.compile(
    r"(fig(?:ure|\.)?|tab(?:le|elle|leau|\.)|listing|algorithm|abbildung)\s*[A-Z]?\.?\d+(?:\.\d+)*\s*([.:|–—])", re.I
)
_REFERENCES = re.compile(
    r"(?:\d+\.?\s+)?(?:references|bibliography|literatur(?:verzeichnis)?|bibliographie)\W*", re.IGNORECASE
)
_BULLET = re.compile(r"[•◦▪‣●○■–]\s+\S")
_ENTRY = re.compile(r"(?:\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}[.)])\s")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")


def pieces_of(lines: Sequence[Line], measures: Measures, outline: Collection[str]) -> tuple[list[Piece], int]:
    """The pieces, and how many lines of lettering in figures were left out. The outline has titles as plain() has."""
    split = _Splitter(measures, outline).split(lines)
    kept, lettering = _captioned(split, measures)
    return _rejoined(kept), lettering


class _Splitter:
    def __init__(self, measures: Measures, outline: Collection[str]) -> None:
        self.measures, self.outline = measures, outline
        self.references = False  # whether the list of references has begun

    def split(self, lines: Sequence[Line]) -> list[Piece]:
        pieces: list[Piece] = []
        for number, line in enumerate(lines):
            before = lines[number - 1] if number else None
            role = self._role(line, before, lines[number + 1 : number + 4])
            if pieces and self._continues(pieces[-1], line, role):
                pieces[-1].lines.append(line)
                continue
            pieces.append(Piece(role, [line]))
            if role == "heading":
                self.references = bool(_REFERENCES.fullmatch(line.text))
        return pieces

    def _role(self, line: Line, before: Line | None, after: Sequence[Line]) -> Role:
        apart = before is None or not self.measures.near(before, line)
        if line.label and self.measures.small(line):
            return "footnote"
        if (found := _CAPTION.match(line.text)) and (found[2] == ":" or apart):
            return "table" if found[1].lower().startswith("tab") else "figure"
        if self._is_heading(line, apart, after):
            return "heading"
        ended = apart or bool(before and _ENDED.search(before.text))
        if not self.references and (_BULLET.match(line.text) or (ended and _ENTRY.match(line.text))):
            return "item"
        return "paragraph"

    def _is_heading(self, line: Line, apart: bool, after: Sequence[Line]) -> bool:
        text = line.whole
        if len(text) > 150 or not any(map(str.isalpha, text)) or text.endswith((",", ";")):
            return False
        styled = line.bold or self.measures.larger(line, 1.02) or text.isupper()
        if apart and plain(text) in self.outline:
            return True
        if styled and KNOWN.fullmatch(text):
            return True
        if text.endswith(".") or self.measures.small(line):
            return False
        if self.measures.larger(line, 1.15):
            return True
        numbered = bool(NUMBERED.match(text)) and apart
        if numbered and (line.bold or self.measures.larger(line, 1.02)):
            return True
        return apart and (
            self._stands_out(line, after) or (text.isupper() and len(text) >= 5 and len(text.split()) <= 12)
        )

    def _stands_out(self, line: Line, after: Sequence[Line]) -> bool:
        """Whether all up to the next gap is bold: bold words that open a paragraph are no heading."""
        upper = line
        for lower in after:
            if not upper.bold:
                return False
            if not self.measures.near(upper, lower) or (upper is not line and not lower.opens_bold):
                return True
            if not lower.opens_bold:
                return True
            upper = lower
        return upper.bold

    def _continues(self, piece: Piece, line: Line, role: Role) -> bool:
        last = piece.lines[-1]
        if role == "heading" or piece.role == "heading":
            same = role == piece.role and last.bold == line.bold and not NUMBERED.match(line.text)
            return same and self._near_heading(last, line)
        if role != "paragraph" or not self.measures.near(last, line):
            return False
        if piece.role in ("footnote", "figure", "table"):
            return True
        if piece.role == "item":
            return self._goes_on(piece, line)
        return not self._begins(last, line)

    def _near_heading(self, upper: Line, lower: Line) -> bool:
        return upper.page == lower.page and same_size(upper, lower) and 0 < upper.y - lower.y <= 2.1 * lower.size

    def _goes_on(self, item: Piece, line: Line) -> bool:
        step = self.measures.indent(line) - self.measures.indent(item.lines[0])
        return step > 0.3 or (step > -0.2 and not _ENDED.search(item.lines[-1].text))

    def _begins(self, last: Line, line: Line) -> bool:
        """Whether a line close below another begins a paragraph, by its indent, or an entry of the references."""
        here, above = self.measures.indent(line), self.measures.indent(last)
        ended = bool(_ENDED.search(last.text))
        if self.references:
            return bool(_ENTRY.match(line.text)) or (here < 0.4 and (above >= 0.4 or ended))
        return ended and 0.6 <= here <= 5 and above < 0.4


def _captioned(pieces: Sequence[Piece], measures: Measures) -> tuple[list[Piece], int]:
    """Give tables their rows, which stand in smaller print beside the caption; leave out the lettering of figures."""
    taken: set[int] = set()
    lettering = 0
    guarded = _front(pieces)
    for number, caption in enumerate(pieces):
        if caption.role not in ("figure", "table"):
            continue
        rows = _matter(pieces, range(number - 1, guarded, -1), caption, measures)
        if caption.role == "table":
            rows = rows or _matter(pieces, range(number + 1, len(pieces)), caption, measures)
            caption.rows = [line.whole for row in sorted(rows) for line in pieces[row].lines]
        else:
            lettering += sum(len(pieces[row].lines) for row in rows)
        taken.update(rows)
    return [piece for number, piece in enumerate(pieces) if number not in taken], lettering


def _front(pieces: Sequence[Piece]) -> int:
    """The last piece of the abstract, which is set smaller too; -1 where there is none."""
    last = -1
    inside = False
    for number, piece in enumerate(pieces):
        if piece.role == "heading":
            inside = plain(piece.text).startswith(("abstract", "summary"))
        if inside and piece.lines[0].page <= 2:
            last = number
    return last


def _matter(pieces: Sequence[Piece], places: range, caption: Piece, measures: Measures) -> list[int]:
    """The pieces next to a caption, in this direction, that belong to what it names."""
    found: list[int] = []
    for place in places:
        piece = pieces[place]
        line = piece.lines[0]
        if line.page != caption.lines[0].page or piece.role in ("footnote", "figure", "table"):
            break
        foreign = line.family not in measures.families
        small = measures.small(line) and (caption.role == "table" or not _is_prose(piece))
        if not (foreign or small) or KNOWN.fullmatch(piece.text):
            break
        found.append(place)
    return found


def _is_prose(piece: Piece) -> bool:
    return len(piece.lines) >= 3 and len(piece.text) >= 40 * len(piece.lines) and bool(_ENDED.search(piece.text))


def _rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """Paragraphs that were interrupted, whole again."""
    whole: list[Piece] = []
    open_text: Piece | None = None
    for piece in pieces:
        if piece.role == "paragraph" and open_text and _resumes(open_text, piece, whole[-1]):
            open_text.lines.extend(piece.lines)
            continue
        whole.append(piece)
        if piece.role in ("paragraph", "item"):
            open_text = piece
        elif piece.role == "heading":
            open_text = None
    return whole


def _resumes(begun: Piece, piece: Piece, previous: Piece) -> bool:
    last, line = begun.lines[-1], piece.lines[0]
    interrupted = previous is not begun or last.page != line.page or line.y > last.y
    return interrupted and same_size(last, line) and not _ENDED.search(last.text) and not _ENTRY.match(line.text)
