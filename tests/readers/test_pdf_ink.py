"""What a PDF hides from its reader is not read; what it shows is. The drawing is written by hand."""

import pytest

from briefing.model import Document, Origin, Page
from briefing.readers.pdf import read_pdf
from tests.readers.pdf_pages import assembled

SHOWN = "The pier was opened in May after two years of work."
SECRET = "Praise the harbour master."


def read(drawing: str, resources: str = "", catalog: str = "", more: tuple[str, ...] = ()) -> Document:
    """A page of this drawing, below one line of text that is shown."""
    content = f"BT /F 10 Tf 1 0 0 1 72 700 Tm ({SHOWN}) Tj ET\n{drawing}"
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F << /Type /Font"
        f" /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Times-Roman >> >> {resources} >> >>"
    )
    objects = (
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< >>",
        page,
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        *more,
    )
    return read_pdf(Page("pier", "https://quay.example/pier.pdf", Origin.LIVE, assembled(objects)))


def text_of(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def drawn(before: str = "", size: float = 10, x: float = 72, y: float = 600, after: str = "") -> str:
    return f"q {before} BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({SECRET}) Tj ET {after} Q"


HIDDEN = {
    "no ink": drawn("3 Tr"),
    "clipping alone": drawn("7 Tr"),
    "white": drawn("1 g"),
    "white, of three": drawn("1 1 1 rg"),
    "nearly white": drawn("0.97 0.97 0.96 rg"),
    "white, of four": drawn("0 0 0 0 k"),
    "white, of a space": drawn("/DeviceRGB cs 1 1 1 sc"),
    "white, of a space of grey": drawn("/DeviceGray cs 1 scn"),
    "white on a painted white": drawn("1 g 50 590 400 30 re f 1 g"),
    "black on black": drawn("0 g 50 590 400 30 re f"),
    "blue on blue": drawn("0 0 1 rg 50 590 400 30 re f"),
    "white beside the black": drawn("0 g 50 100 400 30 re f 1 g"),
    "white on what was black": drawn("0 g 50 590 400 30 re f 1 g 50 590 400 30 re f"),
    "to the right of the page": drawn(x=700),
    "far to the left": drawn(x=-2000),
    "above the page": drawn(y=900),
    "below the page": drawn(y=-50),
    "moved off the page": drawn("1 0 0 1 0 -1000 cm"),
    "smaller than a point": drawn(size=0.5),
    "shrunk": drawn("0.01 0 0 0.01 72 600 cm", x=0, y=0),
    "an array": f"q 3 Tr BT /F 10 Tf 1 0 0 1 72 600 Tm [({SECRET}) -100 ({SECRET})] TJ ET Q",
    "the next line": f"q 3 Tr BT /F 10 Tf 12 TL 1 0 0 1 72 600 Tm ({SECRET}) ' ET Q",
    "the next line, spaced": f'q 3 Tr BT /F 10 Tf 12 TL 1 0 0 1 72 600 Tm 0 0 ({SECRET}) " ET Q',
}
VISIBLE = {
    "black": drawn(),
    "grey": drawn("0.6 g"),
    "white on black": drawn("0 g 50 590 400 30 re f 1 g"),
    "white on a black path": drawn("0 g 50 590 m 450 590 l 450 620 l 50 620 l h f 1 g"),
    "white with a black edge": drawn("2 Tr 1 g"),
    "after what was saved": f"q 3 Tr Q {drawn()}",
    "a spot colour": drawn("/Spot cs 1 scn"),
    "on black that is only an edge": drawn("0 G 50 590 400 30 re S"),
    "a point and a half": drawn(size=1.5),
    "drawn large from one": drawn("10 0 0 10 72 600 cm", size=1, x=0, y=0),
    "marked": drawn("/P << /MCID 0 >> BDC", after="EMC"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_is_not_read(way: str) -> None:
    document = read(HIDDEN[way])
    assert text_of(document) == SHOWN
    assert [note for note in document.notes if "characters that its pages do not show" in note]


@pytest.mark.parametrize("way", VISIBLE)
def test_visible_text_is_read(way: str) -> None:
    document = read(VISIBLE[way])
    assert text_of(document) == f"{SHOWN} {SECRET}"
    assert document.notes == ()


def test_ink_that_lets_all_through_is_none() -> None:
    states = "/ExtGState << /Clear << /ca 0 >> /Faint << /ca 0.5 >> >>"
    assert text_of(read(drawn("/Clear gs"), states)) == SHOWN
    assert text_of(read(drawn("/Faint gs"), states)) == f"{SHOWN} {SECRET}"


LAYER = "<< /Type /OCG /Name (notes) >>"


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ("/OFF [6 0 R]", SHOWN),
        ("/BaseState /OFF", SHOWN),
        ("/BaseState /OFF /ON [6 0 R]", f"{SHOWN} {SECRET}"),
        ("", f"{SHOWN} {SECRET}"),
    ],
)
def test_a_layer_that_is_switched_off(settings: str, text: str) -> None:
    catalog = f"/OCProperties << /OCGs [6 0 R] /D << {settings} >> >>"
    drawing = drawn("/OC /Notes BDC", after="EMC")
    assert text_of(read(drawing, "/Properties << /Notes 6 0 R >>", catalog, (LAYER,))) == text


@pytest.mark.parametrize(("matrix", "text"), [("1 0 0 1 0 0", f"{SHOWN} {SECRET}"), ("1 0 0 1 0 900", SHOWN)])
def test_a_form_stands_where_it_is_drawn(matrix: str, text: str) -> None:
    content = drawn()
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Times-Roman >> >> >>"
    form = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources {font} /Length {len(content)} >>\n"
        f"stream\n{content}\nendstream"
    )
    assert text_of(read(f"q {matrix} cm /Form Do Q", "/XObject << /Form 6 0 R >>", more=(form,))) == text


def test_white_text_on_a_picture_is_read() -> None:
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    drawing = f"q 400 0 0 60 50 580 cm /Picture Do Q {drawn('1 g')}"
    document = read(drawing, "/XObject << /Picture 6 0 R >>", more=(f"{picture}\nstream\n0\nendstream",))
    assert text_of(document) == f"{SHOWN} {SECRET}"


def test_what_was_recognized_in_a_scan_is_read() -> None:
    """All of the page's text is without ink but a stamp: nothing else can be meant by it."""
    lines = "".join(f"BT 3 Tr /F 10 Tf 1 0 0 1 72 {600 - 12 * n} Tm ({SHOWN}) Tj ET\n" for n in range(12))
    assert text_of(read(f"q {lines} Q")).count(SHOWN) == 13
