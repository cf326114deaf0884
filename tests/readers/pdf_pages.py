"""PDFs for tests, written by hand: text in the standard fonts at given places. In: pages of rows. Out: bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FONTS = {"serif": "Times-Roman", "bold": "Times-Bold", "sans": "Helvetica", "mono": "Courier"}


@dataclass(frozen=True)
class Row:
    """A line of text; x and y in points from the lower left. Pieces in other sizes stand in `raised`."""

    text: str
    x: float
    y: float
    size: float = 10
    font: str = "serif"
    mark: str = ""  # a note mark in front
    raised: tuple[tuple[str, str], ...] = ()  # (raised, what follows on the line), in this order
    turned: bool = False


def column(texts: Sequence[str], x: float = 72, y: float = 700, size: float = 10, font: str = "serif") -> list[Row]:
    """Lines below each other; a line that starts with spaces is indented by so many half ems."""
    return [
        Row(text.strip(), x + (len(text) - len(text.lstrip())) * size / 2, y - 1.2 * size * number, size, font)
        for number, text in enumerate(texts)
    ]


Area = tuple[tuple[float, float, float, float], str]  # left, lower, right and upper edge, and an action


def pdf(
    pages: Sequence[Sequence[Row]],
    info: Mapping[str, str] | None = None,
    lang: str = "",
    areas: Mapping[int, Sequence[Area]] | None = None,
) -> bytes:
    """areas: what leads somewhere, by the number of the page from 0."""
    kind = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    fonts = " ".join(f"/{name} << {kind} /BaseFont /{base} >>" for name, base in FONTS.items())
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    entries = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/Lang ({lang})' if lang else ''} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< {entries} >>",
    ]
    for number, rows in enumerate(pages):
        content = "\n".join(map(_drawn, rows))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << {fonts} >> >> {_annotations((areas or {}).get(number, ()))}>>"
        )
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def _annotations(areas: Sequence[Area]) -> str:
    each = (f"<< /Subtype /Link /Rect [{' '.join(map(str, area))}] /A << {action} >> >>" for area, action in areas)
    return f"/Annots [{' '.join(each)}] " if areas else ""


def assembled(objects: Sequence[str]) -> bytes:
    """Numbered objects, the first of them the catalog and the third the information, as a file."""
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return body + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 3 0 R >>\n"
        f"startxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def _drawn(row: Row) -> str:
    """The operators that draw a row; where a piece ends is estimated, as the standard fonts bring no widths here."""
    if row.turned:
        return f"BT /{row.font} {row.size} Tf 0 1 -1 0 {row.x} {row.y} Tm ({_escaped(row.text)}) Tj ET"
    pieces = [(row.mark, True), (row.text, False)]
    for raised, after in row.raised:
        pieces += [(raised, True), (after, False)]
    drawn, x = [], row.x
    for text, high in pieces:
        size, y = (row.size * 0.6, row.y + row.size * 0.4) if high else (row.size, row.y)
        if text:
            drawn.append(f"/{row.font} {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({_escaped(text)}) Tj")
        x += 0.45 * size * len(text)
    return f"BT {' '.join(drawn)} ET"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
