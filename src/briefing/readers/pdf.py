"""A PDF with a text layer as blocks. In: a Page that holds a PDF. Out: a Document whose lines are page numbers."""

import io
import logging
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.model import Block, Document, Page
from briefing.readers.address import bare_links
from briefing.readers.pdf_headings import front_matter, levels
from briefing.readers.pdf_ink import Ink
from briefing.readers.pdf_layout import pieces_of
from briefing.readers.pdf_lines import Line, Run, lines_of, mended
from briefing.readers.pdf_links import Area, areas_of, linked
from briefing.readers.pdf_measures import measure, without_furniture
from briefing.readers.pdf_pieces import Piece, plain
from briefing.readers.pdf_words import Vocabulary, joined
from briefing.text import canonical
from briefing.text import lines as rows
from briefing.tongue import tag

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
MOST_CONTENT = 80_000_000  # bytes of drawing instructions, unpacked
_RECOGNIZED = 10  # times the other text of a page, text without ink is what was recognized in a scan
_REPRINT = "Open it in a viewer, print it to a new PDF, and name that one."
_BULLET = re.compile(r"[•◦▪‣●○■–]\s+")
_LEADER = re.compile(
    r"(?:\.\s?){5,}\s*[\divxlc]+$", re.IGNORECASE
)  # "Introduction . . . . . 3", in a table of contents
_NO_TITLE = re.compile(
    r"untitled.*|microsoft .*|(?:slide|page|layout) \d+|.*\.(?:docx?|tex|dvi|pdf|indd|odt|rtf|txt|pptx?|qxd)|[\W\d]*",
    re.IGNORECASE,
)


class _Content(Struct):
    """What a PDF gives, before it is made sense of."""

    pages: int = 0
    lines: list[Line] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)  # that lead to an address
    metadata: dict[str, str] = field(default_factory=dict)
    outline: dict[str, int] = field(default_factory=dict)  # depth of each title, from 1
    unread: list[str] = field(default_factory=list)  # pages that are broken
    off: frozenset[int] = frozenset()  # layers that are not shown
    hidden: int = 0  # characters that the pages do not show


def read_pdf(page: Page) -> Document:
    """Raises SourceError for a PDF that is broken, locked or too long, and for one that holds only pictures of text."""
    where = page.path or page.url
    try:
        content = _content(page.content, where)
    except SourceError:
        raise
    except Exception as error:  # what pypdf raises on broken bytes is of every kind, RecursionError among them
        raise SourceError(f"the PDF is broken ({type(error).__name__})", where=where, hint=_REPRINT) from error
    lines = [line for line in without_furniture(content.lines) if not _is_leader(line)]
    if not content.pages:
        raise SourceError("the PDF is broken: it has no pages", where=where, hint=_REPRINT)
    if not lines and content.unread:
        raise SourceError(f"the PDF is broken: {content.unread[0]}", where=where, hint=_REPRINT)
    if sum(len(line.text) for line in lines) < 10 * content.pages:
        raise SourceError(
            "the PDF holds pictures of text, and no text",
            where=where,
            hint="Have its text recognized first, for example by `ocrmypdf in.pdf out.pdf`, and name the result.",
        )
    return _document(page, content, lines)


# ── What pypdf gives ────────────────────────────────────────────────────────────────────────────────────────────


def _content(data: bytes, where: str) -> _Content:
    from pypdf import PdfReader  # costs 80 ms, for PDFs alone

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it comments on every flaw that it mends
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError("the PDF is locked with a password", where=where, hint="Unlock it: `qpdf --decrypt`.")
    if len(reader.pages) > MOST_PAGES:
        raise SourceError(
            f"the PDF has {len(reader.pages)} pages, more than {MOST_PAGES}", where=where, hint="Name a part of it."
        )
    metadata = {str(key).strip("/"): str(value) for key, value in (reader.metadata or {}).items()}
    metadata["Lang"] = str(reader.root_object.get("/Lang", ""))
    content = _Content(len(reader.pages), metadata=metadata, outline=_outline(reader), off=_switched_off(reader))
    tex = "tex" in (metadata.get("Creator", "") + metadata.get("Producer", "")).lower()
    size = characters = 0
    for number, page in enumerate(reader.pages, 1):
        drawing = page.get_contents()
        size += len(drawing.get_data()) if drawing else 0
        lines = _page_lines(page, number, content, tex) if size <= MOST_CONTENT else []
        characters += sum(len(line.text) for line in lines)
        content.lines.extend(lines)
        if size > MOST_CONTENT or characters > MOST_CHARACTERS:
            raise SourceError(f"the PDF is too large to read, on page {number}", where=where, hint="Name a part of it.")
    return content


def _page_lines(page: Any, number: int, content: _Content, tex: bool) -> list[Line]:
    try:
        runs = _runs(page, content)
        lines = lines_of(runs, number)
        content.areas.extend(areas_of(page, number, runs, lambda text: mended(text, tex)))
    except Exception as error:
        content.unread.append(f"page {number} ({type(error).__name__})")
        return []
    return [replace(line, text=mended(line.text, tex)) for line in lines]


def _runs(page: Any, content: _Content) -> list[Run]:
    runs, ink = _inked(page, recognized=False, off=content.off)
    if ink.inkless > _RECOGNIZED * ink.shown:
        runs, ink = _inked(page, recognized=True, off=content.off)
    content.hidden += ink.hidden + ink.inkless
    return runs


def _inked(page: Any, recognized: bool, off: frozenset[int]) -> tuple[list[Run], Ink]:
    runs: list[Run] = []
    resources = page.get("/Resources", {})
    states = resources.get("/ExtGState", {})
    layers, box = resources.get("/Properties", {}), page.cropbox
    ink = Ink(
        (float(box.left), float(box.bottom), float(box.right), float(box.top)),
        alphas={str(name): float(states[name].get_object().get("/ca", 1)) for name in states},
        off=frozenset(str(name) for name in layers if getattr(layers.raw_get(name), "idnum", 0) in off),
        recognized=recognized,
    )

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Mapping[str, Any] | None, size: float) -> None:
        if text:
            a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
            c, d = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            name = str((font or {}).get("/BaseFont", ""))
            runs.append(Run(text, name, size * math.hypot(c, d), x, y, abs(b) < abs(a) or not text.strip()))

    page.extract_text(visitor_text=visit, visitor_operand_before=ink.before, visitor_operand_after=ink.after)
    return runs, ink


def _switched_off(reader: Any) -> frozenset[int]:
    """The numbers of the layers that a viewer does not show at first."""
    try:
        settings = reader.root_object["/OCProperties"]["/D"]
        every = reader.root_object["/OCProperties"]["/OCGs"] if settings.get("/BaseState") == "/OFF" else []
        shown = {each.idnum for each in settings.get("/ON", [])}
        return frozenset(each.idnum for each in (*settings.get("/OFF", []), *every) if each.idnum not in shown)
    except (KeyError, AttributeError, TypeError):  # there are none, or they are broken
        return frozenset()


def _outline(reader: Any) -> dict[str, int]:
    """The bookmarks. They may be broken where the pages are not, and are no more than a help."""
    found: dict[str, int] = {}

    def collect(entries: Sequence[Any], depth: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                collect(entry, depth + 1)
            else:
                found.setdefault(plain(str(entry.title)), depth)

    try:
        collect(reader.outline, 1)
    except Exception:
        return {}
    return found


# ── What it means ───────────────────────────────────────────────────────────────────────────────────────────────


def _document(page: Page, content: _Content, lines: Sequence[Line]) -> Document:
    pieces, lettering = pieces_of(lines, measure(lines), content.outline)
    pieces = front_matter(pieces)
    level = levels(pieces, content.outline)
    words = Vocabulary(line.text for line in lines)
    written = [block for number, piece in enumerate(pieces) for block in _blocks(piece, level.get(number, 0), words)]
    blocks, lost = linked(written, content.areas)
    titles = [block.text for block in blocks if block.level == 1]
    return Document(
        source=page.source,
        url=page.url,
        origin=page.origin,
        blocks=blocks,
        title=_sane(content.metadata.get("Title", "")) or (titles[0] if titles else ""),
        author=_sane(content.metadata.get("Author", "")),
        language=tag(content.metadata["Lang"]),
        path=page.path,
        kind="pdf",
        notes=(*page.notes, *_notes(content, lettering, lost)),
    )


def _notes(content: _Content, lettering: int, lost: int) -> Iterator[str]:
    if content.unread:
        yield f"could not be read: {', '.join(content.unread)}"
    if leaders := sum(map(_is_leader, content.lines)):
        yield f"not read: {leaders} lines of a table of contents"
    if content.hidden:
        yield f"not read: {content.hidden} characters that its pages do not show"
    if lettering:
        yield f"not read: {lettering} lines of lettering inside figures"
    if lost:
        yield f"not read: {lost} link{'s' if lost > 1 else ''} without words"
    seen = {line.page for line in content.lines}
    blank = [str(number) for number in range(1, content.pages + 1) if number not in seen]
    if blank and not content.unread:
        yield f"no text on page{'s' if len(blank) > 1 else ''} {', '.join(blank)}"


def _is_leader(line: Line) -> bool:
    return len(line.text) < 500 and bool(_LEADER.search(line.text))


def _sane(value: str) -> str:
    value = canonical(value)
    return "" if _NO_TITLE.fullmatch(value) or len(value) > 300 else value


def _blocks(piece: Piece, level: int, words: Vocabulary) -> Iterator[Block]:
    first, *others = piece.lines
    start = first.text if piece.role == "footnote" else first.whole
    text = canonical(joined([start, *(line.whole for line in others)], words))
    if piece.role == "item":
        text = _BULLET.sub("", text, count=1)
    if piece.rows:
        text = rows([text, *piece.rows])
    if text:
        yield Block(
            piece.role,
            text,
            level=level or int(piece.role == "item"),
            links=bare_links(text),
            label=first.label if piece.role == "footnote" else "",
            line=first.page,
        )
