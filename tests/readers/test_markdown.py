"""Markdown as people write it, clip it, and break it."""

import subprocess
import sys
import time

import pytest

from briefing.errors import NotAnArticle
from briefing.model import Block, Document, Link, Origin, Page
from briefing.readers.markdown import read_markdown

PROSE = "The tide was low for most of the month, and so the ferry stayed at the pier on eleven days."


def read(text: str, url: str = "notes/march.md") -> Document:
    return read_markdown(Page("notes", url, Origin.FILE, text.encode(), path="notes/march.md"))


def lines(text: str) -> list[str]:
    """The blocks as "line kind+level text"."""
    return [f"{b.line} {b.kind}{b.level or ''} {b.text}" for b in read(text).blocks]


def only(text: str, url: str = "notes/march.md") -> Block:
    (block,) = read(text, url).blocks
    return block


def anchors(block: Block) -> list[tuple[str, str]]:
    return [(block.text[link.start : link.end], link.url) for link in block.links]


# ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# One\n\n## Two ##\nText", ["1 heading1 One", "3 heading2 Two", "4 paragraph Text"]),
        ("One\n===\n\nTwo\n---\n", ["1 heading1 One", "4 heading2 Two"]),
        ("## 1\\. January: *ropes*", ["1 heading2 1. January: ropes"]),
        ("## Ropes {#ropes .wide}\n", ["1 heading2 Ropes"]),
        ("####### seven", ["1 paragraph ####### seven"]),
        ("a\nb  \nc\\\nd", ["1 paragraph a b c d"]),
        ("one\r\n\r\ntwo\rthree", ["1 paragraph one", "3 paragraph two three"]),
        (
            "- a\n- b\n  - c\n\n    still c\n- d",
            ["1 item1 a", "2 item1 b", "3 item2 c", "5 paragraph still c", "6 item1 d"],
        ),
        *(
            (f"- {title}{end}It is\n  old.\n- b", ["1 item1 The Pier", "2 paragraph It is old.", "4 item1 b"])
            for title in ("The Pier", "[The Pier](https://quay.example/)", "**The Pier**")
            for end in ("  \n  ", "\\\n  ", "<br>\n  ")
        ),
        ("- The Pier<br>It is old.", ["1 item1 The Pier", "1 paragraph It is old."]),
        ("- *the pier*<br>It is old.<br>One.", ["1 item1 the pier", "1 paragraph It is old. One."]),
        ("- The pier of\\\n  Harrow\\\n  One", ["1 item1 The pier of Harrow One"]),
        ("- ![](https://quay.example/p.png)<br>It is old.", ["1 item1 It is old."]),
        ("- The pier,<br>It is", ["1 item1 The pier, It is"]),
        ("- The Pier\n  It is old.", ["1 item1 The Pier It is old."]),
        ("- [The Pier<br>It is](https://quay.example/)", ["1 item1 The Pier It is"]),
        ("1. a\n2. b\n   * c", ["1 item1 a", "2 item1 b", "3 item2 c"]),
        ("1\\. a text, no list", ["1 paragraph 1. a text, no list"]),
        ("> a\n> b\n\n> # c", ["1 quotation a b", "4 quotation c"]),
        ("> [!NOTE]\n> Mind the [gap](https://quay.example/).", ["1 quotation Mind the gap."]),
        ("> - a", ["1 item1 a"]),
        ("- > a", ["1 quotation a"]),
        ("a\n\n---\n\nb", ["1 paragraph a", "5 paragraph b"]),
        ("~~struck~~ `code` **bold** &amp; \\*x\\*", ["1 paragraph struck code bold & *x*"]),
        ("a<!-- hidden -->b", ["1 paragraph ab"]),
        ("one<br>two", ["1 paragraph one two"]),
        (
            "See [[Pier|the pier]] and [[Ferry]], but [[1]](https://quay.example/).",
            ["1 paragraph See the pier and Ferry, but [1]."],
        ),
        ("It costs $5 and *ten* $6, $a_1 * b_1 * c$.", ["1 paragraph It costs $5 and ten $6, $a_1 * b_1 * c$."]),
        ("$$\nx_1\\\\\n*y*\n$$", ["1 paragraph $$ x_1\\\\ *y* $$"]),
        ("{{< youtube id >}}\n\na {% raw %}b{% endraw %}", ["3 paragraph a b"]),
    ],
)
def test_blocks_and_their_lines(text: str, blocks: list[str]) -> None:
    assert lines(text) == blocks


def test_code_keeps_its_white_space_and_names_its_language() -> None:
    fences = "```python title=x\n\tdef f():\n\n    pass  \n```\n\n~~~\nplain\n~~~\n\n"
    document = read(f"{fences}    indented\n      more\n\n```{{.R}}\n1\n```")
    assert [(b.kind, b.label, b.line, b.text) for b in document.blocks] == [
        ("code", "python", 1, "\tdef f():\n\n    pass"),
        ("code", "", 7, "plain"),
        ("code", "", 11, "indented\n  more"),
        ("code", "r", 14, "1"),
    ]


def test_a_table_has_one_row_a_line_and_its_links_in_place() -> None:
    block = only("| Port | See |\n|---|:--|\n| *Salt* | [chart](https://quay.example/c) |\n|  | b |\n")
    assert (block.kind, block.line) == ("table", 1)
    assert block.text == "Port | See\nSalt | chart\n| b"
    assert block.links == (Link(18, 23, "https://quay.example/c"),)
    assert block.text[18:23] == "chart"


def test_footnotes_are_blocks_with_labels_and_their_marks_are_no_text() -> None:
    notes = "[^a]: https://quay.example/low\n[^2]: Two\n    lines.\n\n    And *more*."
    document = read(f"Low.[^a] High [^2]. No note: [^x].\n\n{notes}\n\nEnd.")
    assert [(b.kind, b.label, b.line, b.text) for b in document.blocks] == [
        ("paragraph", "", 1, "Low. High . No note: [^x]."),
        ("footnote", "a", 3, "https://quay.example/low"),
        ("footnote", "2", 4, "Two lines."),
        ("footnote", "2", 7, "And more."),
        ("paragraph", "", 9, "End."),
    ]
    assert anchors(document.blocks[1]) == [("https://quay.example/low",) * 2]


# ── Links and pictures ──────────────────────────────────────────────────────────────────────────────────────────


def test_links_have_their_anchor_text_by_offset() -> None:
    links = '[old  **pier**](https://quay.example/p "t")* and <https://quay.example/>, [ref][r]'
    block = only(f"  See *the {links}.\n\n[r]: /r 'x'")
    assert block.text == "See the old pier and https://quay.example/, ref."
    assert anchors(block) == [("old pier", "https://quay.example/p"), ("https://quay.example/",) * 2]


def test_bare_addresses_are_links_but_not_within_links() -> None:
    block = only("At https://quay.example/a, [https://quay.example/b](https://quay.example/c).")
    assert anchors(block) == [("https://quay.example/a",) * 2, ("https://quay.example/b", "https://quay.example/c")]


@pytest.mark.parametrize(
    "href", ["zotero://select/1", "javascript:alert(1)", "file:///etc/passwd", "x.md", "data:text/html,x"]
)
def test_links_that_lead_nowhere_on_the_web_leave_their_text(href: str) -> None:
    block = only(f"See [the pier]({href}) there.")
    assert (block.text, block.links) == ("See the pier there.", ())


def test_relative_links_lead_where_the_original_stands() -> None:
    text = "See [it](/pier) ![A pier](p.png)"
    document = read(f"---\nurl: https://quay.example/log/march\n---\n{text}")
    assert anchors(document.blocks[0]) == [("it", "https://quay.example/pier")]
    assert document.blocks[1].address == "https://quay.example/log/p.png"
    assert anchors(read(text, url="https://raw.example/x/march.md").blocks[0]) == [("it", "https://raw.example/pier")]


@pytest.mark.parametrize(
    ("text", "caption", "address"),
    [
        ("![The pier](https://quay.example/p.png)", "The pier", "https://quay.example/p.png"),
        (
            "![](https://quay.example/p.png)\n\n*The pier, by [Bo](https://bo.example/)*",
            "The pier, by Bo",
            "https://quay.example/p.png",
        ),
        ("![alt](https://quay.example/p.png)\n_The pier_", "The pier", "https://quay.example/p.png"),
        (
            "[![The pier|300](https://quay.example/p.png)](https://quay.example/)",
            "The pier",
            "https://quay.example/p.png",
        ),
        ("![[attachments/p_MD5.jpg]]\n\n*The pier*", "The pier", ""),
        ("![[p.jpg| The  pier ]]", "The pier", ""),
        (
            '{{< figure src="https://quay.example/p.png" caption="The pier" >}}',
            "The pier",
            "https://quay.example/p.png",
        ),
    ],
)
def test_a_picture_with_a_caption_is_a_figure(text: str, caption: str, address: str) -> None:
    block = only(text)
    assert (block.kind, block.text, block.address, block.line) == ("figure", caption, address, 1)
    assert all(block.text[link.start : link.end] == "Bo" for link in block.links)


@pytest.mark.parametrize("text", ["![](https://quay.example/p.png)", "![[p.jpg|300]]", "![image.png](p.png)"])
def test_a_picture_without_words_is_nothing_to_read(text: str) -> None:
    assert lines(f"{text}\n\nThe pier.") == ["3 paragraph The pier."]


def test_a_picture_within_a_text_is_a_figure_of_its_own() -> None:
    assert lines("The pier ![at noon](https://quay.example/p.png) is old.") == [
        "1 paragraph The pier is old.",
        "1 figure at noon",
    ]


def test_italic_words_that_follow_no_picture_are_a_paragraph() -> None:
    assert lines("The pier.\n\n*It is old.*") == ["1 paragraph The pier.", "3 paragraph It is old."]


# ── HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_html_is_read_as_content_with_lines() -> None:
    text = f"# Log\n\n<div class='card'>\n  <h3>Low</h3>\n\n\n    <p>{PROSE}\n    It <a href='https://quay.example/'>was</a>.</p>\n\n</div>\n\nEnd."
    assert lines(text) == ["1 heading1 Log", "4 heading3 Low", f"7 paragraph {PROSE} It was.", "12 paragraph End."]
    assert anchors(read(text).blocks[2]) == [("was", "https://quay.example/")]


def test_code_in_html_goes_on_below_an_empty_line() -> None:
    code = "<pre><code class='language-python'>\n# no heading\n\ndef f():\n    pass\n</code></pre>"
    document = read(f"<div>\n{code}\n</div>\n\n# Heading")
    assert [(b.kind, b.label) for b in document.blocks] == [("code", "python"), ("heading", "")]
    assert document.blocks[0].text == "# no heading\n\ndef f():\n    pass"
    assert document.blocks[1].line == 10


def test_markdown_between_html_is_markdown() -> None:
    text = "<details>\n<summary>More</summary>\n\n- *one*\n\n```\n<b>\n```\n\n</details>\n\nEnd."
    assert lines(text) == ["2 paragraph More", "4 item1 one", "6 code <b>", "12 paragraph End."]


@pytest.mark.parametrize(
    "text",
    [
        "<p style='display:none'>Unseen.</p>",
        "<div hidden>\n\n*Unseen.*\n\n- Unseen.\n\n```\nUnseen\n```\n\n</div>",
        "<div hidden><div>\n\nUnseen.\n\n</div>\n\nUnseen.\n\n</div>",
        "<style>.x { display: none }</style>\n\n<div class=x>\n\nUnseen.\n\n</div>",
        "<!--\n\nUnseen.\n\n-->",
        "<script>\n\nUnseen()\n\n</script>",
        "A<span style='display:none'> Unseen *words*</span>",
        "[comment]: # (Unseen)",
    ],
)
def test_what_is_hidden_is_not_read(text: str) -> None:
    assert not any("nseen" in block.text for block in read(f"{text}\n\nSeen.").blocks)
    assert read(f"{text}\n\nSeen.").blocks[-1].text == "Seen."


def test_tags_within_a_line_are_markup() -> None:
    block = only(
        "A <kbd>key</kbd>, 10<sup>6</sup> and <a href='/x'>*this*</a> [one](https://quay.example/1).",
        "https://quay.example/m.md",
    )
    assert block.text == "A key, 10⁶ and this one."
    assert anchors(block) == [("this", "https://quay.example/x"), ("one", "https://quay.example/1")]
    assert only("A <pre>  b\tc").text == "A b c"
    assert lines("1 < 2 and 3 > 2") == ["1 paragraph 1 < 2 and 3 > 2"]


def test_a_file_without_html_does_not_pay_for_its_parser() -> None:
    code = (
        "import sys; from briefing.model import Origin, Page; from briefing.readers.markdown import read_markdown;"
        "read_markdown(Page('n', 'n.md', Origin.FILE, b'# A\\n\\n*b*')); print('lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "False\n"


# ── The file as a whole ─────────────────────────────────────────────────────────────────────────────────────────


def test_front_matter_speaks_for_the_document_and_lines_are_those_of_the_file() -> None:
    document = read(
        f'---\ntitle: March\nauthor: "[[Ada Quayle]]"\ndate: 2024-03-09\nlang: en\nsite: Quay\n---\n\n# One\n\n{PROSE}'
    )
    assert (document.title, document.author, document.published) == ("March", "Ada Quayle", "2024-03-09")
    assert (document.language, document.site, document.kind, document.path) == ("en", "Quay", "text", "notes/march.md")
    assert [block.line for block in document.blocks] == [9, 11]


def test_broken_front_matter_is_noted() -> None:
    document = read(f"---\ntitle: Low: water\n---\n{PROSE}")
    assert document.title == "Low: water"
    assert document.blocks[0].line == 4
    assert "line by line" in document.notes[0]


def test_the_title_is_the_first_heading_where_nothing_else_gives_one() -> None:
    assert read(f"Text.\n\n## Two\n\n# One\n\n{PROSE}").title == "One"
    assert read(f"## Two\n\n{PROSE}").title == ""


def test_a_clipping_keeps_what_is_the_authors() -> None:
    clipping = f"""---
url: https://quay.example/march?a=1&amp;b=2
title: Low water in March
---

# Low water in March

> Source: [https://quay.example/march?a=1&amp;b=2](https://quay.example/march?a=1&amp;b=2)

# Low water in March

### Eleven days

[![Ada's avatar](https://quay.example/ada.png)](https://quay.example/@ada)

[Ada Quayle](https://quay.example/@ada)

Mar 31, 2024

367

1.2K

Share

{PROSE}

# Low water in March

42

[A paper on tides](zotero://select/1)

Subscribe

Share your crates with us.
"""
    document = read(clipping)
    assert [(b.line, b.text) for b in document.blocks] == [
        (6, "Low water in March"),
        (12, "Eleven days"),
        (16, "Ada Quayle"),
        (18, "Mar 31, 2024"),
        (26, PROSE),
        (28, "Low water in March"),
        (30, "42"),
        (36, "Share your crates with us."),
    ]
    assert document.notes == (
        "lines 8, 10, 14, 20, 22, 24, 32, 34 left out: put in by a web clipper, not by the author",
    )
    assert (document.author, document.published) == ("Ada Quayle", "2024-03-31")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("9 March 2024", "2024-03-09"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("Feb 31, 2024", ""),
        ("March 2024", ""),
        ("2024", ""),
    ],
)
def test_the_date_of_a_byline(written: str, published: str) -> None:
    assert read(f"# T\n\n{written}\n\n{PROSE}").published == published


def test_sections_of_one_name_are_no_doubled_title() -> None:
    text = "# Changes\n\n## 1.1\n\n#### Fixed\n\n- a\n\n## 1.0\n\n#### Fixed\n\n- b"
    assert [b.text for b in read(text).blocks] == ["Changes", "1.1", "Fixed", "a", "1.0", "Fixed", "b"]


def test_a_text_without_markdown_is_read_as_plain_text() -> None:
    long = "The tide was low for most of the month. " * 5
    assert lines(f"Log of March\n{long}\n7. July: ropes\n{long}") == [
        "1 heading1 Log of March",
        f"2 paragraph {long.strip()}",
        "3 heading2 7. July: ropes",
        f"4 paragraph {long.strip()}",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "<!-- nothing -->", "---\ntitle: x\n---\n", "![](x.png)"])
def test_a_file_without_text_is_no_article(text: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(text)
    assert caught.value.where == "notes/march.md"
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + "a",
        "[" * 200_000,
        "[^" * 4_000,
        "![" * 5_000 + "](x)" * 5_000,
        "- " * 5_000 + "a",
        "*a " * 10_000,
        "[[" * 5_000,
        "$" * 10_001,
        "{{< " * 5_000,
        "<div>\n\n" * 2_000,
        "<b>" * 10_000,
        "<style " * 20_000,
        "<!--" * 20_000,
        "<span>" * 5_000 + "a" + "</x>" * 5_000,
        "[^1]: " * 2_000,
        "|a" * 500 + "\n" + "|-" * 500 + "\n" + ("|b" * 500 + "\n") * 20,
        "a\n" * 10_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_no_nesting_breaks_or_stalls_it(text: str) -> None:
    started = time.process_time()
    document = read(f"Before.\n\n{text}\n\nAfter.")
    assert document.blocks[0].text == "Before."
    assert time.process_time() - started < 10


def test_what_is_nested_too_deep_is_said_not_to_be_read() -> None:
    assert "nested deeper than 100" in read("Before.\n\n" + "> " * 300 + "a").notes[0]
    assert "HTML in 1 place" in read("Before.\n\n" + "<b>" * 5_000 + "a").notes[0]


def test_the_same_file_gives_the_same_document() -> None:
    text = f"# A\n\n<p>b</p>\n\n{PROSE}[^1]\n\n[^1]: c"
    assert read(text) == read(text)
