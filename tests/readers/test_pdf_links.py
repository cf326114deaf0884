"""Links of a PDF: words under an area that leads to an address. Areas that are links, and areas that are none."""

from collections.abc import Sequence

import pytest

from briefing.audit.audit import audit
from briefing.audit.reading import read
from briefing.model import Document, Origin, Page
from tests.audit.documents import KILNS, document
from tests.readers.pdf_pages import Area, Row, column, pdf

FILLER = column(
    ["The potters of the valley keep a book of every kiln that they have fired since.", "It is long."], y=500
)
ASH = "/S /URI /URI (https://arxiv.org/abs/2402.09353)"


def _read(rows: Sequence[Row], areas: Sequence[Area], *more: Sequence[Row]) -> Document:
    content = pdf([[*rows, *FILLER], *more], areas={0: areas})
    return read(Page("kilns", "kilns.pdf", Origin.FILE, content, media_type="application/pdf", path="kilns.pdf"))


def _links(made: Document) -> list[tuple[str, str, int]]:
    return [(b.text[link.start : link.end], link.url, b.line) for b in made.blocks for link in b.links]


PARTED = [Row("It is in ", 72, 700), Row("Ash and Glaze", 110, 700), Row(" of Okafor.", 170, 700)]
WHOLE = [Row("It is in Ash and Glaze of Okafor.", 72, 700)]


@pytest.mark.parametrize(
    ("rows", "area", "words"),
    [
        (PARTED, (109.0, 697.0, 169.5, 709.0), "Ash and Glaze"),
        (PARTED, (169.5, 709.0, 109.0, 697.0), "Ash and Glaze"),  # its corners in another order
        (WHOLE, (112.0, 697.0, 172.0, 709.0), "Ash and Glaze"),  # by the share of the width of the line
        (PARTED, (70.0, 697.0, 230.0, 709.0), "It is in Ash and Glaze of Okafor"),
    ],
)
def test_the_words_under_an_area_are_its_link(
    rows: list[Row], area: tuple[float, float, float, float], words: str
) -> None:
    assert _links(_read(rows, [(area, ASH)])) == [(words, "https://arxiv.org/abs/2402.09353", 1)]


@pytest.mark.parametrize(
    "action",
    [
        "/S /GoTo /D [0 /Fit]",
        "/S /URI /URI (javascript:alert)",
        "/S /URI /URI (file:///etc/passwd)",
        "/S /URI",
        "/S /Launch /F (kiln.exe)",
    ],
)
def test_what_leads_to_no_page_is_no_link(action: str) -> None:
    assert _links(_read(PARTED, [((109.0, 697.0, 169.5, 709.0), action)])) == []


def test_a_link_goes_on_in_the_next_line() -> None:
    rows = [Row("It is in", 72, 700), Row("Ash and", 110, 700), Row("Glaze", 72, 688), Row(" of Okafor.", 96, 688)]
    made = _read(rows, [((109.0, 697.0, 145.0, 709.0), ASH), ((71.0, 685.0, 95.5, 697.0), ASH)])
    assert _links(made) == [("Ash and Glaze", "https://arxiv.org/abs/2402.09353", 1)]


def test_the_same_words_twice_lead_to_two_addresses() -> None:
    rows = [Row("Salt: ", 72, 700), Row("here", 96, 700), Row(". Wood: ", 116, 700), Row("here", 160, 700)]
    other = "/S /URI /URI (https://kilns.example/wood)"
    made = _read(rows, [((95.0, 697.0, 115.5, 709.0), ASH), ((159.0, 697.0, 179.0, 709.0), other)])
    assert [url for _, url, _ in _links(made)] == ["https://arxiv.org/abs/2402.09353", "https://kilns.example/wood"]


def test_an_area_without_words_is_said() -> None:
    made = _read(PARTED, [((300.0, 100.0, 320.0, 120.0), ASH)])
    assert (_links(made), "not read: 1 link without words" in made.notes) == ([], True)


def test_an_address_that_is_spelled_out_is_one_link() -> None:
    rows = [Row("See ", 72, 700), Row("https://kilns.example/wood", 92, 700)]
    made = _read(rows, [((91.0, 697.0, 220.0, 709.0), "/S /URI /URI (https://kilns.example/wood)")])
    assert _links(made) == [("https://kilns.example/wood", "https://kilns.example/wood", 1)]


def test_an_audit_tells_of_the_links_of_a_pdf_with_their_page() -> None:
    rows = [Row("The team fired the salt kiln 312 times in January. It is in ", 72, 700), Row("the report", 340, 700)]
    wrong = "/S /URI /URI (https://arxiv.org/abs/2402.09335)"
    made = audit(_read(rows, [((339.0, 697.0, 390.0, 709.0), wrong)]), [document(KILNS, "kilns.md")])
    (found,) = [each for each in made.findings if each.kind == "link"]
    assert (found.statement, found.line, made.paged) == ("https://arxiv.org/abs/2402.09335", 1, True)
    assert "https://arxiv.org/abs/2402.09353" in found.message
