"""Text fragments: encoded by the specification, unique on their page, and found by a real browser."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import briefing.model
from briefing.fragment import EXACT, text_fragment
from briefing.model import Origin
from briefing.readers.html import read_html
from briefing.text import canonical
from tests.browser import TARGET_STYLE, chromium, target_text

LONG = "The ferry to the outer islands, which had run since spring of that year, was stopped after two weeks of storms."


def fragment_of(page: str, sentence: str, block: str = "", nth: int = 0) -> str:
    """The fragment for the nth occurrence of a sentence in a block of a page of plain text, decoded."""
    block = block or page
    start = [match.start() for match in re.finditer(re.escape(sentence), block)][nth]
    return unquote(text_fragment(page, block, start, start + len(sentence)).removeprefix("#:~:text="))


@pytest.mark.parametrize(
    ("page", "sentence", "block", "nth", "expected"),
    [
        ("One fact. Another fact.", "Another fact.", "", 0, "Another fact."),
        ("It rains. It snows. It rains.", "It rains.", "", 0, "It rains."),
        ("It rains. It snows. It rains.", "It rains.", "", 1, "snows.-,It rains."),
        ("IT RAINS. It rains. The end.", "It rains.", "", 0, "It rains.,-The"),
        ("Résumés matter. Resumes matter. So.", "Resumes matter.", "", 0, "Resumes matter.,-So."),
        ("Top It rains. Middle It rains. Bottom", "It rains.", "It rains.", 0, "It rains."),
        (f"Start. {LONG} End.", LONG, "", 0, "The ferry to the,two weeks of storms."),
        ("A pretrained model.", "trained", "", 0, "pre-,trained"),
        ("船は来ない、雪が降る。", "雪", "", 0, "雪,-が降る"),
        ("x\n  y = 1\n}", "y = 1\n}", "", 0, "y = 1,}"),
        ("Port Ships Oda 3 Ulm 4", "Oda | 3\nUlm | 4", "Port | Ships\nOda | 3\nUlm | 4", 0, "Oda,4"),
    ],
)
def test_terms(page: str, sentence: str, block: str, nth: int, expected: str) -> None:
    assert fragment_of(page, sentence, block, nth) == expected


def test_encoding_keeps_the_terms_apart() -> None:
    fragment = text_fragment("", "A well-known, dear & late word: «é»", 0, 35)
    assert fragment == "#:~:text=A%20well%2Dknown%2C%20dear%20%26%20late%20word%3A%20%C2%AB%C3%A9%C2%BB"


def test_without_text_there_is_no_fragment() -> None:
    assert text_fragment("a b", "a b", 1, 2) == text_fragment("a b", "a b", 5, 9) == ""


def test_a_note_number_inside_a_sentence_is_bridged() -> None:
    sentence = "The harbour was closed for nine days, as the log of the pilots says."
    page = f"Before. {sentence.replace('days,', 'days,[4]')} After."
    assert fragment_of(page, sentence, sentence) == "The harbour was closed,of the pilots says."


def test_a_row_of_a_table_that_the_page_cuts_otherwise_is_found_by_its_cells() -> None:
    row = "9 April | 179 | 111 | 158 | yes"
    page = "Day Cases 8 April 170 100 150 no 9 April 179 111[2] 158 yes 10 April"
    assert fragment_of(page, row, f"Day | Cases\n{row}") == "9 April,yes"


def test_a_long_slice_makes_a_short_address() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    assert len(text_fragment(words, words, 0, len(words))) < 2 * EXACT + 20


words = st.lists(
    st.sampled_from(["It", "rains", "snows,", "and", "é-", "雪が", "|", "\n", "“x”", "&", "."]), max_size=24
)


@given(words, words, st.integers(0, 60), st.integers(0, 60), st.booleans())
@example([], ["|", "It"], 0, 2, False)
def test_any_slice_has_a_fragment(before: list[str], block: list[str], start: int, end: int, known: bool) -> None:
    text = " ".join(block).strip()
    fragment = text_fragment(canonical(" ".join(before + block + before)) if known else "", text, start, end)
    assert re.fullmatch(r"(#:~:text=[\w.~%]+-?(,[\w.~%]+)*(,-[\w.~%]+)?)?", fragment)
    assert bool(fragment) == bool(text[start:end].strip())


# ── In a real browser ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


BLOCKS = {
    "plain": "The light of the outer mole was lit on 3 May. Nobody saw it. It went out again.",
    "repeated": "Nobody saw it. The light was lit. Nobody saw it. Then the fog came. Nobody saw it.",
    "same again": "Nobody saw it. The light was lit. Nobody saw it. Then the fog came. Nobody saw it.",
    "quotes": "“Well-known, isn’t it?” said the pilot; ‘no’, said the log-book, and so on & so forth - 3,5 %.",
    "accents": "Le résumé du pilote. Le resume du pilote. LE RÉSUMÉ DU PILOTE, encore.",
    "long": LONG + " " + LONG.replace("two", "three") + " " + LONG,
    "japanese": "港は閉まっている、雪が降るからだ。港は開いている。雪が降る。港は閉まっている、雪が降るからだ。",
    "chinese": "港口因为暴风雪而关闭了九天，渡轮直到四月才恢复运行；港口因为暴风雪而关闭了九天，没有人知道原因。",
    "korean": "항구는 눈 때문에 닫혔다. 배는 사월에 다시 다녔다. 항구는 눈 때문에 닫혔다.",
    "arabic": "أُغلق الميناء تسعة أيام بسبب العاصفة. عادت العبّارة في أبريل. أُغلق الميناء تسعة أيام بسبب العاصفة.",
    "thai": "ท่าเรือปิดเก้าวันเพราะพายุ เรือกลับมาในเดือนเมษายน ท่าเรือปิดเก้าวันเพราะพายุ",
}
SENTENCES = [
    ("plain", "Nobody saw it.", 0),
    ("plain", "It went out again.", 0),
    ("plain", "3 May", 0),
    ("repeated", "Nobody saw it.", 0),
    ("repeated", "Nobody saw it.", 1),
    ("repeated", "Nobody saw it.", 2),
    ("same again", "Nobody saw it.", 1),
    ("quotes", "“Well-known, isn’t it?” said the pilot; ‘no’, said the log-book, and so on & so forth - 3,5 %.", 0),
    ("quotes", "log-book, and so on & so forth - 3,5 %", 0),
    ("quotes", "known", 0),
    ("accents", "Le resume du pilote.", 0),
    ("accents", "LE RÉSUMÉ DU PILOTE, encore.", 0),
    ("long", LONG, 0),
    ("long", LONG.replace("two", "three"), 0),
    ("long", LONG, 1),
    ("japanese", "港は開いている。", 0),
    ("japanese", "港は閉まっている、雪が降るからだ。", 1),
    ("japanese", "雪が降る", 1),
    ("chinese", "港口因为暴风雪而关闭了九天，没有人知道原因。", 0),
    ("chinese", "渡轮", 0),
    ("korean", "항구는 눈 때문에 닫혔다.", 1),
    ("arabic", "أُغلق الميناء تسعة أيام بسبب العاصفة.", 1),
    ("arabic", "عادت العبّارة في أبريل.", 0),
    ("thai", "เรือกลับมาในเดือนเมษายน", 0),
]
CODE = "def tide(hour):\n    if hour  > 6:\n        return 'ebb'\n    return 'flood'"
BROKEN = "The ferry of the morning<br>left at<br>six on 4 May. The ferry of the evening<br>left at<br>nine on 4 May."
VERSE = "Roses are red and white, / and the sea is not as blue / as the sailors of old would have it."
TABLE = "Port | Ships | Note\nOda | 3 | ice\nUlm | 4 | \nOda | 3 | fog"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    paragraphs = "".join(f"<h2>{name}</h2><p>{html.escape(text)}</p>" for name, text in BLOCKS.items())
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) + "</tr>" for row in TABLE.split("\n")
    )
    verse = VERSE.replace("/ ", "<br>")
    file = tmp_path_factory.mktemp("site") / "page.html"
    file.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><style>{TARGET_STYLE} p {{ max-width: 60em }}</style><body>"
        f"{paragraphs}<pre>{html.escape(CODE)}</pre><table>{rows}</table><p>{verse}</p><p>{BROKEN}</p></body></html>",
        encoding="utf-8",
    )
    return file


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1000, "height": 400})


@pytest.fixture(scope="module")
def visible(page: Page, site: Path) -> str:
    page.goto(site.as_uri())
    return canonical(page.inner_text("body"))


def shown(page: Page, address: str) -> str:
    """What the browser marks when it opens an address, without white space (at the end of a line it is not painted)."""
    page.goto("about:blank")
    page.goto(address)
    return "".join(target_text(page).split())


@pytest.mark.browser
@pytest.mark.parametrize(("name", "sentence", "nth"), SENTENCES)
def test_the_browser_marks_the_very_sentence(
    page: Page, site: Path, visible: str, name: str, sentence: str, nth: int
) -> None:
    block = BLOCKS[name]
    start = [match.start() for match in re.finditer(re.escape(sentence), block)][nth]
    assert shown(page, site.as_uri() + text_fragment(visible, block, start, start + len(sentence))) == "".join(
        sentence.split()
    )


@pytest.mark.browser
def test_it_is_that_occurrence(page: Page, site: Path, visible: str) -> None:
    """Where a sentence stands twice in a paragraph, the mark is on the one that was asked for."""
    block = BLOCKS["repeated"]
    tops = set()
    for start in [match.start() for match in re.finditer("Nobody saw it.", block)]:
        page.goto("about:blank")
        page.goto(site.as_uri() + text_fragment(visible, block, start, start + 14))
        tops.add(page.screenshot())
    assert len(tops) == 3


@pytest.mark.browser
@pytest.mark.parametrize(
    "part",
    ["The ferry of the evening left at nine on 4 May.", "left at nine", "The ferry of the morning left", "at six on 4"],
)
def test_a_sentence_over_broken_lines(page: Page, site: Path, part: str) -> None:
    """As the reader of pages has them: no term reaches over a <br>."""
    visible = read_html(briefing.model.Page("s", site.as_uri(), Origin.LIVE, site.read_bytes())).visible
    block = BROKEN.replace("<br>", " ")
    start = block.index(part)
    assert shown(page, site.as_uri() + text_fragment(visible, block, start, start + len(part))) == "".join(part.split())


@pytest.mark.browser
@pytest.mark.parametrize(
    ("block", "part", "expected"),
    [
        (CODE, "if hour  > 6:", ""),
        (CODE, "return 'ebb'\n    return 'flood'", ""),
        (TABLE, "Oda | 3 | fog", "Oda3fog"),
        (TABLE, "Oda | 3 | ice", "Oda3ice"),
        (TABLE, "Oda | 3 | ice\nUlm | 4", "Oda3iceUlm4"),
        (TABLE, "ice", "ice"),
        (VERSE.replace("/ ", ""), VERSE.replace("/ ", ""), ""),
    ],
)
def test_code_tables_and_verse(page: Page, site: Path, visible: str, block: str, part: str, expected: str) -> None:
    start = block.index(part)
    assert shown(page, site.as_uri() + text_fragment(visible, block, start, start + len(part))) == "".join(
        (expected or part).split()
    )
