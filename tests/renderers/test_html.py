"""briefing.html as a file: whole, closed, and the same every time."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from lxml import html
from msgspec.structs import replace

from briefing.model import Briefing
from briefing.renderers.html import grouped, render_html
from briefing.style import load_style
from tests.renderers.sample import SAMPLES, arabic, german, hostile, long, tides
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
        contents = [
            base64.b64encode(hashlib.sha256(c.encode()).digest()).decode() for c in page.xpath(f"//{kind}/text()")
        ]
        allowed = " ".join(f"'sha256-{hashed}'" for hashed in contents)
        assert f"{kind}-src {allowed};" in policy


def test_hostile_text_stays_text() -> None:
    page = parsed(rendered(hostile()))
    assert len(page.xpath("//script")) == 2  # the page's own
    assert len(page.xpath("//h1")) == 1
    assert not page.xpath("//@onerror | //@onload | //@onmouseover | //b | //i")
    hrefs = {href for href in page.xpath("//a/@href") if not href.startswith("#")}
    assert hrefs == {"mailto:someone@example.org", "https://evil.example/%22onmouseover=alert(1)//'%20%3Cb%3E)](x"}
    assert page.get("lang") == "en"
    assert "{{ 7 * 7 }} {% for x in y %}" in page.text_content()


def test_source_text_says_its_language() -> None:
    page = parsed(rendered(replace(arabic(), language="en")))
    assert page.get("lang") == "en"
    places = {
        "the name of a source": "//p[@class='source']/a",
        "a reference": "//p[@class='cited key']/a",
        "a quotation": "//blockquote[@class='quote']/span",
        "a sentence taken as it stands": "//span[@class='sentence']/span",
        "a passage": "//li[@class='passage']/blockquote",
        "its place": "//p[@class='place']//span[not(@class)]",
    }
    for place, path in places.items():
        found = page.xpath(path)
        assert found, place
        assert {element.get("lang") for element in found} == {"ar"}, place
    assert not page.xpath("//a[@class='note']/ancestor::*[@lang='ar']")  # its label is English


@pytest.mark.parametrize("language", ["ar", "AR", "", 'ar"><script>'])
def test_a_language_that_says_nothing_is_left_out(language: str) -> None:
    base = arabic()
    page = parsed(rendered(replace(base, sources=(replace(base.sources[0], language=language),))))
    assert page.xpath("//@lang") == ["ar"]


def test_words_of_the_writer_are_in_the_language_of_the_page() -> None:
    base = tides()
    page = parsed(rendered(replace(base, sources=tuple(replace(s, language="nl") for s in base.sources))))
    own = page.xpath("//span[@class='sentence'][starts-with(., 'In nine weeks')]")
    assert len(own) == 1
    assert not own[0].xpath("descendant-or-self::*/@lang")


IDS = {
    "by month": ["2031-01", "2031-02..2031-04", "m03"],
    "by quarter": ["2031-Q1", "q2"],
    "by week": ["2031-W05", "w06"],
    "by heading": ["net-recap", "q10-of-the-faq", "2031"],
    "": ["2031-01", "outlook"],
}


@pytest.mark.parametrize("division", IDS)
def test_the_head_says_what_the_sections_are(division: str) -> None:
    base = tides()
    sections = tuple(replace(base.sections[0], id=name) for name in IDS[division])
    (kind,) = parsed(rendered(replace(base, sections=sections))).xpath("//p[@class='kind']/text()")
    assert kind == " · ".join(filter(None, ("Gazette", division, "2031")))


def test_one_section_under_a_heading_divides_nothing() -> None:
    base = replace(tides(), sections=(replace(tides().sections[0], id="all"),))
    assert parsed(rendered(base)).xpath("//p[@class='kind']/text()") == ["Gazette · 2031"]


def test_the_numbers_of_the_strip_can_be_read() -> None:
    page = parsed(rendered(tides()))
    assert page.xpath("//svg/@aria-hidden") == ["true"] * 3
    details = page.xpath("//details[@class='rests']")
    assert [d.xpath("string(summary)") for d in details] == [
        "The sections rest on 20% of what was read here",
        "The sections rest on 34% of what was read here",
        "The sections rest on 23% of what was read here",
    ]
    rows = [[cell.text_content() for cell in row] for row in details[2].iter("tr")]
    assert rows[0] == ["Section", "read", "cited", "quoted word for word"]
    assert [row[0] for row in rows[1:]] == ["2031-01", "2031-02", "2031-03"]
    assert rows[3] == ["2031-03", "70", "0", "0"]


def test_what_was_read_may_be_unknown() -> None:
    (details,) = parsed(rendered(german())).xpath("//details[@class='rests']")
    assert details.xpath("string(summary)").startswith("Angeführte Stellen: 4")
    assert details.xpath("string(.//tbody/tr[1]/td[1])") == "–"


def test_direction_and_language() -> None:
    page = parsed(rendered(arabic()))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.xpath("//nav/h2/text()") == ["المحتويات"]
    first, second = (float(rect.get("x").rstrip("%")) for rect in page.xpath("//svg//rect[@class='cited']"))
    assert first > second  # time runs from right to left


def test_numbers_are_grouped() -> None:
    assert grouped(1234567) == "1\u202f234\u202f567"


def test_marks() -> None:
    text = parsed(rendered(tides())).text_content()
    assert "read from a fallback, not from the page itself" in text
    assert "The writer’s own view, not taken from a source" in text
    assert "no source given" in text


def test_same_briefing_same_bytes() -> None:
    assert rendered(long(3)) == rendered(long(3))


@given(briefings)
def test_any_briefing_can_be_rendered(briefing: Briefing) -> None:
    ids = parsed(rendered(briefing)).xpath("//article/@id")
    assert len(ids) == len(briefing.sections)


def test_words_of_the_page_that_are_not_in_its_language_are_marked() -> None:
    page = parsed(rendered(replace(tides(), language="he")))
    assert page.xpath("string(//p[@class='how']/span[@lang='en'][@dir='ltr'])").startswith("Each number opens")
    assert (
        page.xpath("string(//summary/span[@class='ui'][@lang='en'])")
        == "The sections rest on 20% of what was read here"
    )
    for text in ("Sources", "Contents", "Evidence", "Findings", "Warning", "read", "no source given", "Close"):
        assert page.xpath("//span[@lang='en'][@dir='ltr'][text()=$text]", text=text), text


@pytest.mark.parametrize("language", ["en", "en-gb", "de", "zh-hant"])
def test_words_of_the_page_that_are_in_its_language_are_not(language: str) -> None:
    page = parsed(rendered(replace(tides(), language=language, findings=(), sources=())))
    assert not page.xpath("//body//*[contains(@class, 'ui')][@lang]")
