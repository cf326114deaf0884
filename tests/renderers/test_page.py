"""The page in a real browser: what opens where, with and without script, on paper, and when a source is hostile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from briefing.model import Briefing
from briefing.renderers.html import render_html
from briefing.style import load_style
from tests.browser import chromium
from tests.renderers.sample import arabic, hostile, korean, long, tides

pytestmark = pytest.mark.browser

STYLE = load_style("gazette", str(Path(__file__).parent))
PHONE, TABLET, DESKTOP = 390, 820, 1440


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator["Opener"]:
    opener = Opener(browser, tmp_path)
    yield opener
    opener.close()


class Opener:
    """Opens briefings, and refuses what a page must never do: ask the network, complain, or show a dialog."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.pages: list[Page] = []
        self.seen: list[str] = []

    def __call__(self, briefing: Briefing, width: int = DESKTOP, **options: object) -> Page:
        file = self.folder / "briefing.html"
        file.write_bytes(render_html(briefing, STYLE, "../..").encode("utf-8", "replace"))
        view = {"width": width, "height": 900}
        page = self.browser.new_page(viewport=view, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        page.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.seen.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.seen.append(f"request: {request.url}"))
        page.goto(file.as_uri())
        assert self.seen.pop(0) == f"request: {file.as_uri()}"
        self.pages.append(page)
        return page

    def close(self) -> None:
        for page in self.pages:
            page.close()
        assert self.seen == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_hostile_text_does_nothing(opened: Opener, width: int) -> None:
    page = opened(hostile(), width)
    page.evaluate("document.querySelectorAll('a.note').forEach((cite) => cite.click())")
    page.wait_for_timeout(100)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("briefing", [tides(), arabic(), korean(), hostile()], ids=lambda briefing: briefing.name)
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
    bars = page.locator("svg.lane").first.locator("g")
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


def test_the_contents_follow_the_reader(opened: Opener) -> None:
    page = opened(tides())
    page.locator("nav a", has_text="March 2031").click()
    expect(page.locator("nav a[aria-current]")).to_have_text("March 2031", timeout=3000)


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
