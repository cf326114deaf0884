"""PDFs as typesetters make them: broken words, columns, notes, running heads; and PDFs that cannot be read."""

import io
from collections.abc import Sequence

import pypdf
import pytest

from briefing.errors import SourceError
from briefing.model import Block, Document, Link, Origin, Page
from briefing.readers.pdf import read_pdf
from briefing.readers.pdf_words import Vocabulary, joined
from tests.readers.pdf_pages import Row, assembled, column, pdf

FILLER = [
    "The harbour office of Port Salt counts every crate that crosses its quay,",
    "and it has done so since the first pier was built on oak piles.",
]


THINGS = {"one": "crates", "two": "barrels", "three": "ropes", "four": "nets"}


def read(content: bytes) -> Document:
    return read_pdf(Page("ledger", "papers/ledger.pdf", Origin.FILE, content, path="papers/ledger.pdf"))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def only(rows: Sequence[Row]) -> Block:
    (block,) = read(pdf([rows])).blocks
    return block


# ── Lines into paragraphs ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a good exam-", "ple"], "a good example"),
        (
            ["these are long-", "term plans; long-term plans are rare"],
            "these are long-term plans; long-term plans are rare",
        ),
        (["the GPT-", "4 model"], "the GPT-4 model"),
        (["by Jean-", "Luc alone"], "by Jean-Luc alone"),
        (["state-", "of-the-art work"], "state-of-the-art work"),
        (["a snow covered roof, snow-", "covered"], "a snow covered roof, snow-covered"),
        (["he re-", "covered; it was recovered"], "he recovered; it was recovered"),
        (["soft\u00ad", "ware"], "software"),
        (["from 1990 -", "or later"], "from 1990 - or later"),
        (["see https://example.org/a-", "b/c.html for more"], "see https://example.org/a-b/c.html for more"),
        (["see https:", "//example.org/x."], "see https://example.org/x."),
        (["at https://example.org/", "It is good"], "at https://example.org/ It is good"),
    ],
)
def test_a_hyphen_goes_only_where_it_breaks_a_word(lines: list[str], text: str) -> None:
    assert joined(lines, Vocabulary(lines)) == text


def test_lines_become_paragraphs_by_indent_and_by_gap() -> None:
    first = column([*FILLER, "  A second paragraph is indented, and goes", "on over two lines."])
    after_gap = column(["A third one stands apart from the others."], y=620)
    assert [block.text for block in read(pdf([[*first, *after_gap]])).blocks] == [
        " ".join(FILLER),
        "A second paragraph is indented, and goes on over two lines.",
        "A third one stands apart from the others.",
    ]


def test_a_paragraph_goes_on_over_columns_notes_and_pages() -> None:
    left = column(["This sentence begins at the foot of the", "left column and it"], y=200)
    note = [Row("Counted by hand.", 74, 80, 8, mark="7")]
    right = column(["ends at the top of", "the right one, whereas the last"], x=320, y=700)
    second = column(["one needs a new page.", *FILLER])
    document = read(pdf([[*left, *note, *right], second]))
    whole = "left column and it ends at the top of the right one, whereas the last one needs"
    assert kinds(document) == [
        ("paragraph", f"This sentence begins at the foot of the {whole} a new page. {' '.join(FILLER)}"),
        ("footnote", "Counted by hand."),
    ]
    assert [(block.line, block.label) for block in document.blocks] == [(1, ""), (1, "7")]


def test_blocks_know_their_page() -> None:
    document = read(pdf([column(FILLER), column(["On the next page something else is told."])]))
    assert [block.line for block in document.blocks] == [1, 2]
    assert document.kind == "pdf"
    assert document.path == "papers/ledger.pdf"


def test_items_of_a_list() -> None:
    rows = column([*FILLER[:1], "\x95 herring, in barrels, which", "  come first;", "\x95 salt."])
    assert kinds(read(pdf([rows]))) == [
        ("paragraph", FILLER[0]),
        ("item", "herring, in barrels, which come first;"),
        ("item", "salt."),
    ]


def test_numbered_items_keep_their_number_and_a_number_within_a_sentence_is_none() -> None:
    rows = column([*FILLER, "1. Count the crates twice.", "2. Write the sum down."])
    assert [block.kind for block in read(pdf([rows])).blocks] == ["paragraph", "item", "item"]
    rows = column(
        ["Everybody in the town agreed on the rule in Section", "2. It stands to this day, and on all quays."]
    )
    assert only(rows).kind == "paragraph"


# ── What is not the text of the author ──────────────────────────────────────────────────────────────────────────


def test_running_heads_page_numbers_and_stamps_are_left_out() -> None:
    pages = [
        [
            Row("Annals of the Quay, vol. 3", 72, 760, 9),
            *column([f"Page {name} speaks of {thing} and of", f"other {thing} like these {name}", f"{thing} alone."]),
            Row(str(number), 300, 40),
            Row("stamped in the margin", 20, 300, turned=True),
        ]
        for number, (name, thing) in enumerate(THINGS.items(), 11)
    ]
    assert [block.text for block in read(pdf(pages)).blocks] == [
        f"Page {name} speaks of {thing} and of other {thing} like these {name} {thing} alone."
        for name, thing in THINGS.items()
    ]


def test_a_line_that_stands_once_at_the_edge_of_a_page_is_text() -> None:
    texts = [
        block.text
        for block in read(pdf([column(FILLER), column(["1987 was the year in which it closed."], y=40)])).blocks
    ]
    assert texts[-1] == "1987 was the year in which it closed."


def test_note_marks_are_no_part_of_a_sentence_and_powers_are() -> None:
    rows = [
        Row("The quay holds 49% of all crates", 72, 700, raised=(("12", " on some days"), ("3,4", "."))),
        Row("It covers 40 km", 72, 688, raised=(("2", " and 10"), ("6", " stones lie on it."))),
    ]
    assert (
        only(rows).text == "The quay holds 49% of all crates on some days. It covers 40 km² and 10⁶ stones lie on it."
    )


def test_a_table_of_contents_is_left_out_and_said_to_be() -> None:
    contents = column(["1 Crates . . . . . . . . . . . . 3", "2 Barrels . . . . . . . . . . . . 7"])
    document = read(pdf([contents, column(FILLER)]))
    assert kinds(document) == [("paragraph", " ".join(FILLER))]
    assert document.notes == ("not read: 2 lines of a table of contents",)


# ── Structure ───────────────────────────────────────────────────────────────────────────────────────────────────


def paper() -> list[list[Row]]:
    first = [
        Row("Counting Crates on Wet Days", 150, 740, 20, "bold"),
        Row("Ada Quayle and Bo Fender", 200, 700, 13, "bold"),
        Row("Harbour School, Port Salt", 210, 685, 10),
        Row("Abstract", 72, 650, 12, "bold"),
        *column(["We count crates in the rain, which nobody did before us."], y=630, size=9),
        Row("1 Introduction", 72, 600, 12, "bold"),
        *column([*FILLER, *FILLER], y=580),
        Row("1.1 Earlier work", 72, 500, 10, "bold"),
        *column(["Rain. Some earlier authors counted barrels on dry days."], y=480),
    ]
    second = [
        *column(["Port Dry Wet", "Salt 9 7", "Fen 4 4"], y=700, size=8),
        *column(["Table 2: Crates by weather, in thousands, over the", "whole year."], y=650, size=9),
        *column(["Salt", "Fen"], x=400, y=600, size=6, font="sans"),
        *column(["Figure 3: The two ports seen from the sea on a dry day."], y=560, size=9),
        *column(["As Table 2 shows, the rain keeps some crates away."], y=520),
        Row("References", 72, 480, 12, "bold"),
        *column(
            [
                "Quayle, A. and Fender, B. 2019. Counting barrels on dry",
                "    days. Annals of the Quay, 3:1-9.",
                "Salt, C. 2020. On oak piles. https://example.org/",
                "    piles.html",
            ],
            y=460,
            size=9,
        ),
    ]
    return [first, second]


def test_a_paper_from_title_to_references() -> None:
    document = read(pdf(paper(), info={"Title": "paper-final.docx", "Author": "Ada Quayle"}, lang="en-GB"))
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Counting Crates on Wet Days"),
        ("paragraph", 0, "Ada Quayle and Bo Fender"),
        ("paragraph", 0, "Harbour School, Port Salt"),
        ("heading", 2, "Abstract"),
        ("paragraph", 0, "We count crates in the rain, which nobody did before us."),
        ("heading", 2, "1 Introduction"),
        ("paragraph", 0, f"{' '.join(FILLER)} {' '.join(FILLER)}"),
        ("heading", 3, "1.1 Earlier work"),
        ("paragraph", 0, "Rain. Some earlier authors counted barrels on dry days."),
        (
            "table",
            0,
            "Table 2: Crates by weather, in thousands, over the whole year.\nPort Dry Wet\nSalt 9 7\nFen 4 4",
        ),
        ("figure", 0, "Figure 3: The two ports seen from the sea on a dry day."),
        ("paragraph", 0, "As Table 2 shows, the rain keeps some crates away."),
        ("heading", 2, "References"),
        ("paragraph", 0, "Quayle, A. and Fender, B. 2019. Counting barrels on dry days. Annals of the Quay, 3:1-9."),
        ("paragraph", 0, "Salt, C. 2020. On oak piles. https://example.org/piles.html"),
    ]
    assert document.title == "Counting Crates on Wet Days"
    assert (document.author, document.language) == ("Ada Quayle", "en-gb")
    assert document.notes == ("not read: 2 lines of lettering inside figures",)


def test_addresses_in_the_text_are_links() -> None:
    block = only(
        column(["All counts are at https://example.org/crates(1), as", "they were taken; see (https://example.org/b)."])
    )
    assert block.links == (
        Link(18, 47, "https://example.org/crates(1)"),
        Link(74, 95, "https://example.org/b"),
    )
    assert all(block.text[link.start : link.end] == link.url for link in block.links)


def test_bold_words_that_open_a_paragraph_are_no_heading() -> None:
    rows = [
        *column(FILLER, y=700),
        Row("Crates that came by sea in", 72, 660, font="bold"),
        Row("wet years.", 72, 648, font="bold"),
        Row("They were", 72 + 60, 648),
        *column(["counted twice by two clerks of the office."], y=636),
    ]
    assert [block.kind for block in read(pdf([rows])).blocks] == ["paragraph", "paragraph"]


def test_bookmarks_tell_headings_that_look_like_text() -> None:
    rows = [
        *column(FILLER),
        *column(["Of barrels"], y=640),
        *column(["Barrels are round, and so they roll away."], y=600),
    ]
    assert [block.kind for block in read(pdf([rows])).blocks] == ["paragraph", "paragraph", "paragraph"]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([rows])))
    part = writer.add_outline_item(title="Part one", page_number=0)
    writer.add_outline_item(title="Of Barrels", page_number=0, parent=part)
    content = io.BytesIO()
    writer.write(content)
    assert [(b.kind, b.level) for b in read(content.getvalue()).blocks] == [
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("On Crates", "On Crates"),
        ("Microsoft Word - crates.doc", ""),
        ("untitled", ""),
        ("crates.pdf", ""),
        ("20240131", ""),
        ("", ""),
    ],
)
def test_a_title_is_taken_from_the_metadata_only_where_it_is_one(title: str, expected: str) -> None:
    assert read(pdf([column(FILLER)], info={"Title": title})).title == expected


# ── What cannot be read ─────────────────────────────────────────────────────────────────────────────────────────


def refused(content: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(content)
    assert caught.value.where == "papers/ledger.pdf"
    assert caught.value.hint
    return caught.value


def test_a_scan_is_refused_with_what_to_do() -> None:
    error = refused(pdf([[], [], []]))
    assert "pictures of text" in error.what
    assert "ocrmypdf" in error.hint


def test_a_locked_pdf_is_refused_and_one_without_a_password_is_read() -> None:
    for password in ("secret", ""):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([column(FILLER)])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        content = io.BytesIO()
        writer.write(content)
        if password:
            assert "password" in refused(content.getvalue()).what
        else:
            assert [block.text for block in read(content.getvalue()).blocks] == [" ".join(FILLER)]


WHOLE = pdf([column(FILLER)])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.4\n" + b"\0" * 2000,
        WHOLE[:300],
        WHOLE.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),  # the tree of pages bites its tail
        WHOLE.replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
        WHOLE.replace(b"/Kids [4 0 R]", b"/Kids []"),
        assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [" + "[" * 5000 + "] >>", "<< >>"]),
    ],
    ids=["empty", "head", "zeros", "cut", "loop", "no pages", "a tree without leaves", "nested"],
)
def test_a_broken_pdf_is_an_error_with_a_hint(content: bytes) -> None:
    refused(content)


def test_a_page_that_is_broken_is_named_and_the_others_are_read() -> None:
    content = pdf([column(FILLER), column(["The second page cannot be drawn."])])
    length = content.rindex(b"/Length ")
    broken = content[:length] + b"/Filter /FlateDecode " + content[length:]
    document = read(broken)
    assert [block.text for block in document.blocks] == [" ".join(FILLER)]
    assert document.notes and "page 2" in document.notes[0]


def test_a_pdf_without_end_is_refused() -> None:
    kids = " ".join(["4 0 R"] * 2001)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count 2001 >>",
        "<< >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
    assert "2001 pages" in refused(assembled(objects)).what


def test_the_same_pdf_gives_the_same_document() -> None:
    assert read(pdf(paper())) == read(pdf(paper()))
