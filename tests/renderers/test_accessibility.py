"""The page for people who hear it, see little of it, or have no mouse: names, landmarks, headings, contrast.

axe-core holds the pages to what of the WCAG a program can tell, and rules of our own to what is asked for besides:
targets of 24 pixels, and contrast computed from what the browser paints (4.5, or 3 for large type; WCAG 2.2, 1.4.3).
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from briefing.model import Briefing
from tests.renderers.opener import DESKTOP, PHONE, Opener
from tests.renderers.sample import arabic, hostile, korean, tides
from tests.renderers.styled import cards, essay

pytestmark = pytest.mark.browser

RULES = (Path(__file__).parent / "accessibility.js").read_text("utf-8")
OPEN_ALL = "document.querySelectorAll('details').forEach((details) => { details.open = true })"


OF_COLOURS = ("color-contrast", "link-in-text-block")  # rules of axe-core


def of_axe(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """The violations of all rules of axe-core, or of some: the rule, and the first place."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(RULES)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize(
    "briefing", [tides(), cards(), essay(), arabic(), korean(), hostile()], ids=lambda briefing: briefing.name
)
def test_no_violation(opened: Opener, briefing: Briefing, width: int, scheme: str) -> None:
    page = opened(briefing, width, color_scheme=scheme)
    page.evaluate(OPEN_ALL)
    page.locator("main a.note").first.click()
    assert page.locator(".card").count() == 1
    assert violations(page) == []
    if scheme == "light":
        assert of_axe(page) == []
    elif width == PHONE:  # what stands before what was seen in the light
        assert of_axe(page, OF_COLOURS) == []


IN_THE_DARK = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.conditionText?.includes("prefers-color-scheme"))
  .flatMap((rule) => [...rule.cssRules])
  .flatMap((rule) => [...rule.style].map((name) => [rule.selectorText, name, rule.style.getPropertyValue(name)]))
  .map(([of, name, value]) => [of, name.slice(0, 2), CSS.supports("color", value)])"""


def test_in_the_dark_nothing_but_colours_is_other(opened: Opener) -> None:
    """Or axe-core would have to see the pages whole in both schemes."""
    found = opened(tides()).evaluate(IN_THE_DARK)
    assert len(found) > 10
    assert [each for each in found if each != [":root", "--", True]] == []


def test_axe_sees_what_is_wrong(opened: Opener) -> None:
    page = opened(tides(), PHONE)
    page.evaluate("() => { document.documentElement.lang = '' }")
    assert [found.partition(":")[0] for found in of_axe(page)] == ["html-has-lang"]


HARM = {
    "contrast": "document.querySelector('.how').style.color = '#999'",
    "a control without a name": "document.querySelector('main h2').innerHTML = '<button></button>'",
    "after h": "document.querySelector('main h2').outerHTML = '<h4>x</h4>'",
    "two landmarks of one name": "document.querySelector('.jump').setAttribute('aria-label', 'Contents')",
    "the keyboard reaches what is hidden": "document.querySelector('svg a').tabIndex = 0",
    "outside of every landmark": "document.body.append(Object.assign(document.createElement('p'), {textContent: 'x'}))",
    "a small target": "document.querySelector('.evidence summary').style.padding = 0",
    "an id twice": "document.querySelector('main h2').id = ':text'",
}


@pytest.mark.parametrize("rule", HARM)
def test_the_rules_see_what_is_wrong(opened: Opener, rule: str) -> None:
    page = opened(tides(), PHONE)
    page.evaluate(f"() => {{ {HARM[rule]} }}")
    assert any(found.startswith(rule) for found in violations(page))
