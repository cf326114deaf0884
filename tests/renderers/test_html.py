"""briefing.html as a file: whole, closed, and the same every time."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from lxml import html

from briefing.model import Briefing
from briefing.renderers.html import Columns, grouped, render_html
from briefing.style import load_style
from tests.renderers.sample import SAMPLES, arabic, hostile, long, tides
from tests.test_codec import briefings

STYLE = load_style("gazette", str(Path(__file__).parent))


def rendered(briefing: Briefing) -> str:
    return render_html(briefing, STYLE, "../..")


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_name_is_unique_and_every_inner_link_leads_somewhere(sample: str) -> None:
    page = parsed(rendered(SAMPLES[sample]()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert inner
    assert set(inner) <= set(ids)


def test_every_citation_leads_to_its_words() -> None:
    page = parsed(rendered(tides()))
    cites = page.xpath("//main//a[@class='note']")
    assert len(cites) == 27
    for cite in cites:
        (back,) = page.xpath("//a[@id=$id]", id=cite.get("href")[1:])
        (passage,) = back.xpath("ancestor::li[1]")
        number = cite.text
        marked = "".join(
            mark.text_content() for mark in passage.iter("mark") if number in mark.get("data-notes").split()
        )
        assert marked
        assert passage.xpath(".//p[@class='ways']/a[@data-note=$number]/@href", number=number)
    quotes = [quote.xpath("string(text())") for quote in page.xpath("//blockquote[@class='quote']")]
    for quote in quotes:
        assert [p for p in page.xpath("//li[@class='passage']") if quote in _plain(p)]


def _plain(passage: html.HtmlElement) -> str:
    return "".join(passage.xpath(".//blockquote//text()[not(parent::a)]"))


def test_a_paragraph_is_shown_once_a_section() -> None:
    page = parsed(rendered(tides()))
    for part in page.xpath("//article"):
        texts = [_plain(passage) for passage in part.xpath(".//li[@class='passage']")]
        assert len(texts) == len(set(texts))


def test_nothing_is_asked_of_the_network() -> None:
    text = rendered(tides())
    page = parsed(text)
    assert not page.xpath("//img | //link | //iframe | //object | //embed | //script[@src] | //*[@src] | //@style")
    assert not re.search(r"url\(|@import", text)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (content,) = page.xpath(f"//{kind}/text()")
        hashed = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}'" in policy


def test_hostile_text_stays_text() -> None:
    page = parsed(rendered(hostile()))
    assert len(page.xpath("//script")) == 1
    assert len(page.xpath("//h1")) == 1
    assert not page.xpath("//@onerror | //@onload | //@onmouseover | //b | //i")
    hrefs = {href for href in page.xpath("//a/@href") if not href.startswith("#")}
    assert hrefs == {"mailto:someone@example.org", "https://evil.example/%22onmouseover=alert(1)//'%20%3Cb%3E)](x"}
    assert page.get("lang") == "en"
    assert "{{ 7 * 7 }} {% for x in y %}" in page.text_content()


def test_direction_and_language() -> None:
    page = parsed(rendered(arabic()))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.xpath("//nav/h2/text()") == ["المحتويات"]
    first, second = (float(rect.get("x").rstrip("%")) for rect in page.xpath("//svg/rect[@class='cited']"))
    assert first > second  # time runs from right to left


@pytest.mark.parametrize(
    ("sections", "mirrored", "step", "first", "width"),
    [(3, False, 1, "13.667%", "6.000%"), (3, True, 1, "80.333%", "6.000%"), (60, False, 12, "0.250%", "1.167%")],
)
def test_columns(sections: int, mirrored: bool, step: int, first: str, width: str) -> None:
    columns = Columns(sections, mirrored)
    assert (columns.step, columns.x(0), columns.width) == (step, first, width)


def test_numbers_are_grouped() -> None:
    assert grouped(1234567) == "1\u202f234\u202f567"


def test_marks() -> None:
    text = parsed(rendered(tides())).text_content()
    assert "read from a fallback, because the page itself could not be read" in text
    assert "The writer’s own view, not taken from a source" in text
    assert "no source given" in text


def test_same_briefing_same_bytes() -> None:
    assert rendered(long(3)) == rendered(long(3))


@given(briefings)
def test_any_briefing_can_be_rendered(briefing: Briefing) -> None:
    ids = parsed(rendered(briefing)).xpath("//article/@id")
    assert len(ids) == len(briefing.sections)
