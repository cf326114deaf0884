"""Tables: rows that stand, rows that do not, and rows of which nothing can be told, in Markdown and in HTML."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.reading import read
from briefing.audit.tables import rows_of, said
from briefing.model import Block, Document, Origin, Page
from briefing.reports.audit_findings import AuditStatement
from briefing.steps.extract import split
from tests.audit.documents import document

SOURCE = document(
    """# A year at the kilns

## January: the salt kiln

The team fired the salt kiln 312 times in January. It reached 1,280 °C, 40 degrees more than in the year before.

## February: the wood kiln

The wood kiln burns 18 hours on pine alone. According to [the report](https://arxiv.org/abs/2402.09353) of Okafor and \
colleagues, ash alone may carry the glaze. The team fired the wood kiln 41 times in February, and it reached 1,190 °C.

## March: the electric kiln

The electric kiln costs $2.4 million and takes 30 minutes to load. It was built by Ada Voss.

## Shelves

| Kiln | Shelves | Lost | Built |
|---|---|---|---|
| Salt | 24 | 2 | 2019 |
| Wood | 36 | 5 | 2021 |
| Electric | 12 | 0 | 2024 |
""",
    "kilns.md",
)
LEAD = "The salt, the wood and the electric kiln of the team, the year, their shelves and firings.\n\n"

# headers, cells
STANDS = [
    ("Kiln | Firings | Month", "Salt kiln | 312 | January"),
    ("Kiln | Temperature (°C)", "Wood kiln | 1,190"),
    ("Kiln | Temperature in °C | Firings", "Salt kiln | 1280 | 312"),
    ("Kiln | Cost ($ million) | Time to load", "Electric kiln | 2.4 | half an hour"),
    ("Kiln | Cost | Builder", "Electric kiln | $2.4m | Ada Voss"),
    ("Kiln | Burns (hours) | Fuel", "Wood kiln | 18 | Pine"),
    ("Kiln | Shelves | Lost", "Wood | 36 | 5"),
    ("Kiln | Built | Shelves", "Wood kiln | 2021 | 36"),
    (" | Salt kiln | Wood kiln", "Firings | 312 | 41"),
    ("Rank | Kiln | Firings", "1 | Salt kiln | 312"),
    ("Kiln | Firings", "Total | 353"),
    ("Month | What happened", "February | The wood kiln burns 18 hours on pine alone."),
    ("Month | Kiln | Report", "February | Wood kiln | [the report](https://arxiv.org/abs/2402.09353)"),
    ("Kiln | Says the report", "Wood kiln | “ash alone may carry the glaze”"),
]

# headers, cells, kind, verdict, what the message holds
FALLS = [
    ("Kiln | Firings | Month", "Wood kiln | 14 | February", "number", "missing", "“14” is not in the sources"),
    ("Kiln | Firings | Month", "Wood kiln | 312 | February", "number", "contradicted", "“312” is of “Salt kiln”"),
    ("Kiln | Temperature (°C)", "Wood kiln | 1,910", "number", "contradicted", "“1,190 °C”, not “1,910 °C”"),
    ("Kiln | Temperature in °C", "Salt kiln | 1820", "number", "missing", "“1820 °C” is not in the sources"),
    ("Kiln | Cost ($ million)", "Electric kiln | 4.2", "number", "contradicted", "“2.4 million $”"),
    ("Kiln | Cost | Load", "Electric kiln | $2.4 billion | 30 minutes", "number", "contradicted", "2.4 million"),
    ("Kiln | Cost | Time to load", "Electric kiln | $2.4 million | 30 hours", "number", "contradicted", "“30 min”"),
    ("Kiln | Shelves | Lost", "Wood | 24 | 5", "number", "contradicted", "“36” here, in the row “Wood”, not “24”"),
    ("Kiln | Shelves | Built", "Wood kiln | 36 | 2012", "number", "contradicted", "“2021” here"),
    ("Kiln | Lost | Shelves", "Salt | 24 | 2", "number", "contradicted", "“2” here, in the row “Salt”, not “24”"),
    ("Kiln | Cost | Builder", "Electric kiln | $2.4m | Greta Halvorsen", "name", "missing", "“Greta”"),
    (
        "Month | What happened", "February | The wood kiln burns 81 hours on pine alone.",
        "number", "contradicted", "“18 h”",
    ),
    (
        "Month | Kiln | Report", "February | Wood kiln | [the report](https://arxiv.org/abs/2402.09335)",
        "link", "missing", "2402.09353",
    ),
    ("Kiln | They say", "Wood kiln | “ash alone will carry the glaze”", "quotation", "altered", "“will” for “may”"),
]  # fmt: skip

# in other words and other scripts: source, row, what is found
OTHERS = [
    ("de", "Salzofen | 312 | 1.280", []),
    ("de", "Salzofen | 312 | 1.820", ["“1.820 °C” is not in the sources, which speak of what this is about."]),
    ("de", "Holzofen | 312 | –", ["In the sources “312” is of “Salzofen”; for “Holzofen” they have “41”."]),
    ("ko", "소금 가마 | 312 | 1,280", []),
    ("ko", "나무 가마 | 312 | –", ["In the sources “312” is of “소금 가마”; for “나무 가마” they have “41”."]),
]
TEXTS = {
    "de": "Die Töpfer heizten den Salzofen im Januar 312-mal. Er erreichte 1.280 °C.\n\nDer Holzofen brennt 18 "
    "Stunden mit Kiefer; die Töpfer heizten den Holzofen im Februar 41-mal.",
    "ko": "도공들은 1월에 소금 가마를 312번 땠다. 가마는 1,280도에 이르렀다.\n\n나무 가마는 소나무만으로 18시간 "
    "탄다. 도공들은 2월에 나무 가마를 41번 땠다.",
}
NAMES = {
    "de": ("Ofen | Brände | Hitze (°C)", "Salzofen", "Holzofen"),
    "ko": ("가마 | 땐 횟수 | 온도", "소금 가마", "나무 가마"),
}


@pytest.mark.parametrize(("language", "cells", "says"), OTHERS)
def test_rows_are_known_by_their_names_whatever_the_headers_say(language: str, cells: str, says: list[str]) -> None:
    text, (head, *names) = TEXTS[language], NAMES[language]
    other = next(name for name in names if not cells.startswith(name))
    table = f"| {head} |\n|---|---|---|\n| {cells} |\n| {other} | – | – |\n"
    lead = text.split("\n")[0]
    made = audit(_read(f"# A\n\n{lead}\n\n{table}"), [document(f"# B\n\n{text}\n", "kilns.md")])
    assert [f.message for f in made.findings if f.severity != "info"] == says
    assert (_row(made.statements).verdict == "stands") is (not says)


UNCLEAR = [
    ("Loom | Weavers | Town", "Jacquard loom | 96 | Borås"),
    ("Kiln | Weight", "Salt kiln | heavy"),
]


def _table(headers: str, cells: str) -> str:
    """With a second row, of another kiln."""
    count = cells.count(" | ") + 1
    other = {"Salt": "Wood kiln", "Wood": "Salt kiln"}.get(cells.split()[0], "Clay kiln")
    return f"# Kilns\n\n{LEAD}| {headers} |\n|{'---|' * count}\n| {cells} |\n| {other} |{' – |' * (count - 1)}\n"


def _row(statements: tuple[AuditStatement, ...]) -> AuditStatement:
    return next(each for each in statements if each.line == 7)


@pytest.mark.parametrize(("headers", "cells"), STANDS)
def test_stands(headers: str, cells: str) -> None:
    made = audit(_read(_table(headers, cells)), [SOURCE])
    assert [f for f in made.findings if f.severity != "info"] == []


@pytest.mark.parametrize(("headers", "cells", "kind", "verdict", "says"), FALLS)
def test_falls(headers: str, cells: str, kind: str, verdict: str, says: str) -> None:
    made = audit(_read(_table(headers, cells)), [SOURCE])
    found = [f for f in made.findings if f.severity != "info"]
    assert {(f.kind, f.verdict, f.line) for f in found} == {(kind, verdict, 7)}
    assert says in found[0].message


@pytest.mark.parametrize(("headers", "cells"), UNCLEAR)
def test_what_the_sources_do_not_cover_is_not_accused(headers: str, cells: str) -> None:
    made = audit(_read(_table(headers, cells)), [SOURCE])
    assert [f for f in made.findings if f.severity != "info"] == []
    assert _row(made.statements).verdict == "unclear"


def _read(text: str) -> Document:
    return read(Page("notes", "notes.md", Origin.FILE, text.encode(), path="notes.md"))


def test_rows_of_a_page_have_their_own_lines() -> None:
    text = (
        f"<p>{LEAD}</p>\n<table>\n<tr><th>Kiln</th><th>Firings</th></tr>\n<tr><td>Salt kiln</td><td>312</td></tr>\n"
        "<tr>\n<td>Wood kiln</td>\n<td>312</td></tr>\n</table>\n"
    )
    page = Page("notes", "notes.html", Origin.FILE, text.encode(), path="notes.html")
    (found,) = [f for f in audit(read(page), [SOURCE]).findings if f.severity != "info"]
    assert (found.line, "“312” is of “Salt kiln”" in found.message) == (8, True)
    assert found.statement == "Wood kiln | 312"


def test_a_row_in_the_frame_of_a_quotation_has_its_line() -> None:
    text = f"{LEAD}> | Kiln | Firings |\n> |---|---|\n> | Salt kiln | 312 |\n> | Wood kiln | 312 |\n"
    assert [f.line for f in audit(_read(text), [SOURCE]).findings if f.severity != "info"] == [6]


# the rows of a block, what its cells say
ROWS = [
    ("Kiln | Firings\nSalt | 312", ["Kiln: Salt", "Salt, Firings: 312"]),
    ("Kiln | 2023 | 2024\nSalt | 12 | 13", ["Kiln: Salt", "Salt, 2023: 12", "Salt, 2024: 13"]),
    ("Founded | 2019\nKilns | 3", ["Founded", "Founded: 2019", "Kilns", "Kilns: 3"]),
    ("Salt | 312\nWood | 41", ["Salt", "Salt: 312", "Wood", "Wood: 41"]),
    ("Kiln | Heat (°C) | Share (%)\nSalt | 1,280 | 4", ["Kiln: Salt", "Salt, Heat: 1,280 °C", "Salt, Share: 4 %"]),
    ("Kiln | Cost ($m)\nSalt | 2.4", ["Kiln: Salt", "Salt, Cost: $2.4 m"]),
    ("Kiln | Firings (all)\nSalt | 312", ["Kiln: Salt", "Salt, Firings (all): 312"]),
    ("Kiln | Day\nSalt | 1 August 2024", ["Kiln: Salt", "Salt, Day: 1 August 2024"]),
    ("Salt kiln 312", ["Salt kiln 312"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_a_cell_says(text: str, expected: list[str]) -> None:
    block = Block("table", text)
    block = Block("table", text, sentences=split(block, "en"))
    assert [said(cell, cell.text, "en") for row in rows_of(block) for cell in row.cells] == expected
    for row in rows_of(block):
        assert [text[cell.start : cell.end] for cell in row.cells] == [cell.text for cell in row.cells]
