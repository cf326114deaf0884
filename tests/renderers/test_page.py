"""The page in a real browser: what opens where, with and without script, on paper, and when a source is hostile."""

from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect
from pypdf import PageObject, PdfReader

from briefing.model import Briefing, Tags
from tests.renderers.opener import DESKTOP, PHONE, TABLET, Opener
from tests.renderers.sample import arabic, hostile, korean, long, tides
from tests.renderers.styled import ARABIC, HEBREW, cards, essay

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_hostile_text_does_nothing(opened: Opener, width: int) -> None:
    page = opened(hostile(), width)
    page.evaluate("document.querySelectorAll('a.note').forEach((cite) => cite.click())")
    page.wait_for_timeout(100)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize(
    "briefing", [tides(), cards(), essay(), arabic(), korean(), hostile()], ids=lambda briefing: briefing.name
)
@pytest.mark.parametrize("width", [320, PHONE, TABLET, DESKTOP])
def test_nothing_is_wider_than_the_screen(opened: Opener, briefing: Briefing, width: int) -> None:
    page = opened(briefing, width)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_share_of_a_source_unfolds_into_numbers(opened: Opener) -> None:
    page = opened(tides(), PHONE)
    details = page.locator("details.rests").nth(2)
    assert not details.get_by_text("640").is_visible()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.get_by_role("row", name="2031-02").inner_text().split() == ["2031-02", "640", "166", "77"]


def test_a_bar_is_as_high_as_what_was_read(opened: Opener) -> None:
    page = opened(tides())
    bars = page.locator("svg.lane").first.locator("a")
    heights = [bars.nth(place).locator(".said").bounding_box() for place in range(3)]
    filled = [bars.nth(place).locator(".cited").bounding_box() for place in range(3)]
    assert [round(box["height"]) for box in heights if box] == [36, 26, 44]  # of 1210, 860 and 1475 characters
    assert [round(box["height"]) for box in filled if box] == [7, 6, 8]  # 248, 205 and 273 of them


def test_a_citation_opens_its_passage_with_the_words_marked(opened: Opener) -> None:
    page = opened(tides())
    cite = page.locator("#\\32 031-01 a.note").nth(2)
    cite.click()
    card = page.locator(".card")
    assert card.count() == 1
    assert card.locator("mark").count() == 1
    assert card.locator("mark").inner_text() == (
        "Over nine weeks it delivered 412 MWh, 6 % more than the steel rotor beside it, because the wood bends where "
        "steel stalls."
    )
    assert "January belonged to Heron, the first turbine" in card.inner_text()
    assert "January: wood" in card.inner_text()
    assert card.get_by_role("link").get_attribute("href") == (
        "https://tides.example/2031/a-year-in-the-strait#:~:text=Over%20nine%20weeks%20it,bends%20where%20steel%20stalls."
    )
    assert cite.get_attribute("aria-expanded") == "true"
    cite.click()
    assert card.count() == 0
    assert cite.get_attribute("aria-expanded") == "false"


def test_a_second_citation_replaces_the_first(opened: Opener) -> None:
    page = opened(tides())
    page.locator("#\\32 031-01 a.note").nth(3).click()
    assert page.locator(".card mark").all_text_contents() == ["Heron | 1,488 | 412"]
    page.locator("#\\32 031-01 a.note").nth(5).click()
    assert page.locator(".card").count() == 1
    assert "read from a fallback" in page.locator(".card").inner_text()


@pytest.mark.parametrize("briefing", [tides(), arabic()], ids=lambda briefing: briefing.name)
def test_beside_the_text_on_a_wide_screen(opened: Opener, briefing: Briefing) -> None:
    page = opened(briefing, DESKTOP)
    cite = page.locator("#\\32 031-01 a.note").nth(1)
    cite.click()
    card, text, number = (place.bounding_box() for place in (page.locator(".card"), page.locator("#\\32 031-01"), cite))
    assert card and text and number
    beside = (
        card["x"] + card["width"] <= text["x"] if briefing.language == "ar" else card["x"] >= text["x"] + text["width"]
    )
    assert beside
    assert abs(card["y"] - number["y"]) < 40


def test_in_place_on_a_narrow_screen(opened: Opener) -> None:
    page = opened(tides(), PHONE)
    cite = page.locator("#\\32 031-01 a.note").nth(2)
    cite.click()
    card, number = page.locator(".card").bounding_box(), cite.bounding_box()
    after = page.locator("#\\32 031-01 blockquote.quote").bounding_box()
    assert card and number and after
    assert number["y"] < card["y"] < card["y"] + card["height"] < after["y"]


def test_with_the_keyboard_alone(opened: Opener) -> None:
    page = opened(tides())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    cite = page.locator("#\\32 031-02 a.note").first
    cite.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "card"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").startswith("https://tides.example/2031/")
    page.keyboard.press("Escape")
    assert page.locator(".card").count() == 0
    assert page.evaluate("document.activeElement.id") == "cite:2031-02:1"


def test_the_close_button_gives_the_focus_back(opened: Opener) -> None:
    page = opened(tides(), PHONE)
    page.locator("#\\32 031-02 a.note").first.click()
    page.get_by_role("button", name="Close").click()
    assert page.locator(".card").count() == 0
    assert page.evaluate("document.activeElement.id") == "cite:2031-02:1"


def test_without_script_everything_is_there(opened: Opener) -> None:
    page = opened(tides(), java_script_enabled=False)
    for evidence in tides().evidence.values():
        for line in evidence.text.split("\n"):
            assert page.get_by_text(line.strip()[:30]).first.is_visible()
    page.locator("#\\32 031-01 a.note").nth(2).click()
    target = page.locator("[id='note:2031-01:3']").bounding_box()
    assert target and 0 <= target["y"] < 900


def test_with_script_the_passages_are_folded(opened: Opener) -> None:
    page = opened(tides())
    assert page.locator("details.evidence").count() == 5
    assert page.locator("details.evidence[open]").count() == 0
    page.locator("details.evidence summary").first.click()
    assert page.get_by_text("I chose to write about those that taught us something").is_visible()


def test_many_sources_are_folded_and_their_marks_are_not(opened: Opener, tmp_path: Path) -> None:
    few = tides()
    more = [replace(few.sources[0], id=f"extra-{number}", title=f"Extra {number}") for number in range(9)]
    page = opened(replace(few, sources=(*few.sources, *more)), PHONE)
    assert page.locator(".sources > .mark").all_inner_texts() == ["1: read from a fallback, not from the page itself"]
    assert page.locator(".source:visible").count() == 0
    page.locator(".many > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".source:visible").count() == 12
    page.locator(".many > summary").press("Enter")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert "Extra 8" in "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages[:2])


def test_what_will_be_folded_is_not_laid_out_before(opened: Opener) -> None:
    page = opened(tides(), java_script_enabled=False)
    page.evaluate("document.documentElement.classList.add('loading')")
    assert page.locator("details.evidence > ol:visible").count() == 0
    page = opened(tides())
    assert page.evaluate("document.documentElement.className") == ""
    page.locator("details.evidence summary").first.click()
    assert page.locator("details.evidence > ol:visible").count() == 1


def test_a_view_is_not_torn_apart_on_paper(opened: Opener) -> None:
    page = opened(essay())
    page.emulate_media(media="print")
    breaks = page.locator(".analysis, .quote").evaluate_all("(all) => all.map((e) => getComputedStyle(e).breakInside)")
    assert len(breaks) > 1
    assert set(breaks) == {"avoid"}


def test_on_paper_the_passages_stand_under_their_section(opened: Opener, tmp_path: Path) -> None:
    page = opened(tides())
    page.locator("a.note").first.click()
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages).split())
    assert "the divers found no crack longer than 2 mm" in text
    assert text.index("found no crack longer than 2 mm") < text.index("February 2031", text.index("Heron"))
    assert "https://heron.example/larch" in text
    assert "Close" not in text
    assert page.locator("details.evidence[open]").count() == 0


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize("briefing", [long(8, 24), cards(), essay(), tides()], ids=lambda briefing: briefing.name)
def test_no_page_of_paper_is_left_half_empty(
    opened: Opener, tmp_path: Path, briefing: Briefing, sheet: Literal["A4", "Letter"]
) -> None:
    page = opened(briefing)
    headings = {"".join(text.split()) for text in page.locator("main :is(h2, h3, .place)").all_text_contents()}
    page.pdf(path=tmp_path / "page.pdf", format=sheet)
    *full, _ = PdfReader(tmp_path / "page.pdf").pages
    assert full
    for paper in full:
        lines = lines_of(paper)
        assert lines[-1][0] < 0.25 * float(paper.mediabox.height)
        assert lines[-1][1] not in headings, "a heading stands alone at the foot of a page"


def lines_of(paper: PageObject) -> list[tuple[float, str]]:
    """The lines of a page without its number, the last the lowest: how far from the lower edge, and their text."""
    found: dict[float, str] = {}

    def visit(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        height = round(matrix[1] * place[4] + matrix[3] * place[5] + matrix[5], 0)
        found[height] = found.get(height, "") + "".join(text.split())

    paper.extract_text(visitor_text=visit)
    return sorted(((height, text) for height, text in found.items() if text and height > 60), reverse=True)


def test_what_was_left_out_and_code_that_is_wide_are_whole_on_paper(opened: Opener, tmp_path: Path) -> None:
    page = opened(tides())
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages).split())
    assert "It saves 40 % of the cost." in text
    page.emulate_media(media="print")
    assert page.locator("pre").first.evaluate("(code) => getComputedStyle(code).whiteSpace") == "pre-wrap"


@pytest.mark.parametrize("script", [True, False])
def test_the_contents_are_folded_on_a_narrow_screen(opened: Opener, script: bool) -> None:
    page = opened(long(), PHONE, java_script_enabled=script)
    contents = page.locator(".contents")
    assert contents.evaluate("(nav) => nav.offsetHeight") < 60
    contents.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert contents.evaluate("(nav) => nav.offsetHeight") < 400
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert contents.locator("a:visible").count() == 12
    page.keyboard.press("Enter")
    expect(page.locator("[id='title:2027-01']")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [TABLET, DESKTOP])
def test_the_contents_stand_open_where_there_is_room(opened: Opener, width: int, script: bool) -> None:
    page = opened(tides(), width, java_script_enabled=script)
    contents = page.locator(".contents")
    assert contents.locator("a:visible").count() == 6
    assert contents.locator("summary:visible").count() == 0
    assert contents.get_by_role("heading", name="Contents").is_visible()


def test_the_year_that_is_read_stands_open_beside_the_text(opened: Opener) -> None:
    page = opened(long())
    years = page.locator(".contents .year details")
    page.locator("[id='2029-06']").evaluate("(part) => part.scrollIntoView()")
    expect(page.locator(".contents a[aria-current]")).to_have_text("2029-06")
    assert years.evaluate_all("(all) => all.map((year) => year.open)") == [False, False, True, False, False]
    expect(page.locator(".contents a[aria-current]")).to_be_in_viewport()
    page.locator("[id='2031-02']").evaluate("(part) => part.scrollIntoView()")
    expect(page.locator(".contents a[aria-current]")).to_have_text("2031-02")
    assert years.evaluate_all("(all) => all.map((year) => year.open)") == [False, False, False, False, True]


def test_the_contents_follow_the_reader(opened: Opener) -> None:
    page = opened(tides())
    page.locator(".contents a", has_text="March 2031").click()
    expect(page.locator(".contents a[aria-current]")).to_have_text("March 2031", timeout=3000)


def test_a_long_briefing_stays_quick(opened: Opener) -> None:
    """Sixty months and two thousand citations: the whole page is laid out within two seconds, on slow machines too."""
    page = opened(long())
    assert page.locator("a.note").count() == 1980
    timing = page.evaluate(
        "performance.getEntriesByType('paint').find(p => p.name === 'first-contentful-paint').startTime"
    )
    loaded = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    assert timing < 2000
    assert loaded < 2000
    page.locator("#\\32 029-06 a.note").nth(20).click()
    assert page.locator(".card mark").count() == 1


def test_a_citation_of_a_heading_opens_below_it(opened: Opener) -> None:
    page = opened(essay(), PHONE)
    heading = page.locator("h2", has_text="Wood that outlasts")
    heading.locator("a.note").click()
    below = page.locator("h2 + .card mark")
    assert below.all_text_contents() == ["Nobody had expected the wood to outlast the winter."]
    page.keyboard.press("Escape")
    assert page.locator(".card").count() == 0
    assert page.evaluate("document.activeElement.closest('h2') !== null")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_citation_in_a_box_opens_as_wide_as_the_box(opened: Opener, width: int) -> None:
    page = opened(cards(), width)
    page.locator(".of-details a.note").first.click()
    card, box = page.locator(".card").bounding_box(), page.locator(".of-details").first.bounding_box()
    assert card and box
    assert card["width"] > 0.8 * box["width"] if width == PHONE else card["x"] >= box["x"] + box["width"]


def test_words_of_right_to_left_sources_are_set_from_the_right(opened: Opener) -> None:
    page = opened(essay())
    quotes = page.locator("blockquote.quote")
    for text, language in ((HEBREW, "he"), (ARABIC, "ar")):
        quote = quotes.filter(has_text=text)
        assert quote.evaluate("(quote) => getComputedStyle(quote).direction") == "rtl"
        assert quote.evaluate("(quote) => getComputedStyle(quote).borderRightWidth") == "3px"
        assert quote.locator(f"[lang={language}]").evaluate("(words) => getComputedStyle(words).fontStyle") == "normal"
    woven = page.locator(".woven[lang=he]")
    assert woven.inner_text() == "“והעץ לא נסדק”"
    assert page.locator("p", has=woven).evaluate("(told) => getComputedStyle(told).direction") == "ltr"
    words, note = woven.bounding_box(), page.locator(".sentence", has=woven).locator("a.note").first.bounding_box()
    assert words and note
    assert note["x"] >= words["x"] + words["width"]  # after the words, as the sentence runs from the left


def test_sections_are_chosen_by_a_tag(opened: Opener) -> None:
    page = opened(cards())
    shown = page.locator("main > .part[id]:visible h2")
    buttons = page.locator(".filter button")
    assert buttons.all_inner_texts() == ["mooring (2)", "wood (2)"]
    buttons.nth(1).focus()
    page.keyboard.press("Enter")
    assert shown.all_inner_texts() == ["January 2031", "March 2031"]
    assert page.locator(".filter [role=status]").inner_text() == "In 2 of 4 sections"
    assert page.locator(".part button.tag[aria-pressed=true]").all_inner_texts() == ["wood"] * 2
    page.locator(".part:visible button.tag", has_text="mooring").click()
    assert shown.all_inner_texts() == ["February 2031", "March 2031"]
    page.locator(".filter button", has_text="mooring").click()
    assert shown.count() == 4
    assert page.locator(".filter [role=status]").inner_text() == ""


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_of_many_tags_a_few_rows_are_shown_and_the_keyboard_reaches_all(opened: Opener, width: int) -> None:
    tags = tuple(f"timber {number}" for number in range(50))
    few = cards()
    many = [replace(s, fields={**s.fields, "tags": Tags(tags)}) for s in few.sections[1:]]
    page = opened(replace(few, sections=(few.sections[0], *many)), width)
    buttons = page.locator(".filter button")
    assert buttons.count() == 50
    assert page.locator(".filter .tags").evaluate("(list) => list.offsetHeight") < 170
    buttons.last.focus()
    expect(buttons.last).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.locator("main > .part[id]:visible h2").count() == 3


def test_on_paper_tags_are_a_row_and_no_line_of_it_begins_with_a_point(opened: Opener) -> None:
    page = opened(cards())
    page.emulate_media(media="print")
    points = page.locator(".part .tags").evaluate_all(
        "lists => lists.map(list => [...list.children].map(item =>"
        " ['before', 'after'].map(at => getComputedStyle(item, `::${at}`).content)))"
    )
    assert max(map(len, points)) > 1
    for row in points:
        assert row == [["none", '" ·"']] * (len(row) - 1) + [["none", "none"]]


def test_a_link_into_a_section_that_is_left_out_shows_it(opened: Opener) -> None:
    page = opened(cards())
    page.locator(".filter button").first.click()
    assert not page.locator("[id='2031-04']").is_visible()
    page.locator(".contents a", has_text="April").click()
    expect(page.locator("[id='2031-04']")).to_be_in_viewport()


def test_without_script_tags_are_words_and_nothing_is_left_out(opened: Opener) -> None:
    page = opened(cards(), java_script_enabled=False)
    assert not page.locator(".filter").is_visible()
    assert page.locator("main > .part[id]:visible").count() == 4
    assert page.locator("button").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_a_row_of_months_stays_at_hand_on_a_narrow_screen(opened: Opener, script: bool) -> None:
    page = opened(long(), PHONE, java_script_enabled=script)
    link = page.locator(".jump a", has_text="2029-06")
    link.click()
    title = page.locator("[id='title:2029-06']").bounding_box()
    row = page.locator(".jump").bounding_box()
    assert title and row
    assert row["y"] == 0
    assert row["height"] <= title["y"] < 200
    if script:
        expect(link).to_have_attribute("aria-current", "location")
        expect(link).to_be_in_viewport()


def test_a_bar_leads_to_its_section(opened: Opener) -> None:
    page = opened(long())
    page.locator("svg.lane a").nth(40).click()
    expect(page.locator("[id='title:2030-05']")).to_be_in_viewport()
