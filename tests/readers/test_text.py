"""Plain text: paragraphs, lists, quotations, and headings where they are plain to see."""

import pytest

from briefing.errors import NotAnArticle
from briefing.model import Document, Link, Origin, Page
from briefing.readers.text import blocks_of_text, read_text


def read(text: str) -> Document:
    return read_text(Page("notes", "notes/march.txt", Origin.FILE, text.encode(), path="notes/march.txt"))


def lines(text: str) -> list[str]:
    """The blocks as "line kind+level text"."""
    return [f"{b.line} {b.kind}{b.level or ''} {b.text}" for b in blocks_of_text(text)]


PROSE = "The tide was low for most of the month, and so the ferry\nstayed at the pier on eleven days."
JOINED = PROSE.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (f"{PROSE}\n\n\n{PROSE}\n", [f"1 paragraph {JOINED}", f"5 paragraph {JOINED}"]),
        (f"\r\n{PROSE}\r\n".replace("\n", "\r\n"), [f"3 paragraph {JOINED}"]),
        (f"Log of March\n============\n\n{PROSE}", ["1 heading1 Log of March", f"4 paragraph {JOINED}"]),
        (f"Tides\n-----\n{PROSE}", ["1 heading2 Tides", f"3 paragraph {JOINED}"]),
        (f"=====\nTides\n=====\n{PROSE}", ["2 heading1 Tides", f"4 paragraph {JOINED}"]),
        (f"Log of March\n\n{PROSE}", ["1 heading1 Log of March", f"3 paragraph {JOINED}"]),
        (
            f"{PROSE}\n\n2. Of the tide\n\n{PROSE}\n\n2.1 At night\n\n{PROSE}",
            [
                f"1 paragraph {JOINED}",
                "4 heading2 2. Of the tide",
                f"6 paragraph {JOINED}",
                "9 heading3 2.1 At night",
                f"11 paragraph {JOINED}",
            ],
        ),
        (
            f"{PROSE}\n\nLOW WATER\n\nSee below.",
            [f"1 paragraph {JOINED}", "4 heading2 LOW WATER", "6 paragraph See below."],
        ),
        (
            f"{PROSE}\n\nMarch 2024\n\n{PROSE}",
            [f"1 paragraph {JOINED}", "4 heading2 March 2024", f"6 paragraph {JOINED}"],
        ),
    ],
)
def test_paragraphs_and_headings(text: str, blocks: list[str]) -> None:
    assert lines(text) == blocks


@pytest.mark.parametrize(
    "alone",
    [
        "See you in April.",
        "who knows",
        "The tide, again,",
        "12 + 30 = 42",
        "A line that is by far too long to be a heading of anything that somebody may read here",
    ],
)
def test_a_line_by_itself_is_no_heading(alone: str) -> None:
    assert lines(f"{PROSE}\n\n{alone}\n\n{PROSE}")[1] == f"4 paragraph {alone}"


def test_short_lines_below_each_other_are_no_headings() -> None:
    assert [block.kind for block in blocks_of_text(f"{PROSE}\n\nBest wishes\n\nAda")] == ["paragraph"] * 3


def test_items_may_be_wrapped_and_nested() -> None:
    text = "To do:\n- mend the rope\n  of the bell\n    * find the bell\n- sleep\n\n1. first\n2) second\n(3) third"
    assert lines(text) == [
        "1 paragraph To do:",
        "2 item1 mend the rope of the bell",
        "4 item2 find the bell",
        "5 item1 sleep",
        "7 item1 first",
        "8 item1 second",
        "9 item1 third",
    ]


def test_a_dash_or_a_number_within_a_sentence_begins_no_item() -> None:
    assert lines("The ferry left at\n7. It came back\n- late.") == [
        "1 paragraph The ferry left at 7. It came back - late."
    ]


def test_quotations_of_mail() -> None:
    assert lines("> It was\n> low.\nIndeed.") == ["1 quotation It was low.", "3 paragraph Indeed."]
    assert lines(">\n> It was.\n>\n> Low.\n>") == ["2 quotation It was.", "4 quotation Low."]


def test_lines_that_are_not_wrapped_are_paragraphs_without_empty_lines_between() -> None:
    long = "The tide was low for most of the month. " * 5
    text = f"Log of March\n{long}\n3. Of the ferry\n{long}"
    assert lines(text) == [
        "1 heading1 Log of March",
        f"2 paragraph {long.strip()}",
        "3 heading2 3. Of the ferry",
        f"4 paragraph {long.strip()}",
    ]


def test_addresses_become_links() -> None:
    (block,) = blocks_of_text("Tables\tare at https://example.org/tides.")
    assert block.links == (Link(14, 39, "https://example.org/tides"),)
    assert block.text[14:39] == "https://example.org/tides"


def test_the_document_has_the_title_and_the_path() -> None:
    document = read(f"Log of March\n\n{PROSE}")
    assert (document.title, document.path, document.kind) == ("Log of March", "notes/march.txt", "text")
    assert read(PROSE).title == ""


def test_a_file_in_an_old_charset_is_read() -> None:
    page = Page("notes", "m.txt", Origin.FILE, "Die Fähre lag an elf Tagen still.".encode("cp1252"))
    assert read_text(page).blocks[0].text == "Die Fähre lag an elf Tagen still."


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\0\0"])
def test_no_text_is_no_article(text: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(text)
    assert caught.value.where == "notes/march.txt"
    assert caught.value.hint
