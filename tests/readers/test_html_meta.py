"""What a page says of itself, in all the ways in which pages say it."""

import pytest

from briefing.model import Document, Origin, Page
from briefing.readers.html import read_html
from briefing.readers.html_meta import as_date

TEXT = "The pier was built in 1931, of oak, and it stands to this day because somebody paints it every spring."


def read(
    head: str = "", body: str = "", url: str = "https://www.quay.example/pier", opening: str = "<html>"
) -> Document:
    page = f"{opening}<head>{head}</head><body>{body}<p>{TEXT}</p><p>{TEXT} Really.</p></body></html>"
    return read_html(Page("pier", url, Origin.LIVE, page.encode()))


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>The pier</title>", "", "The pier"),
        ("<title>The\n pier </title>", "", "The pier"),
        ("<title>The pier | Quay News</title>", "<h1>The pier</h1>", "The pier"),
        ("<title>The pier - Ada Quayle</title>", "<h1>Ada Quayle</h1><h1>The pier</h1>", "The pier"),
        ('<title>The pier - Quay</title><meta property="og:site_name" content="Quay">', "", "The pier"),
        ('<title>Quay » The pier</title><meta property="og:site_name" content="Quay">', "<h1>Quay</h1>", "The pier"),
        ('<title>x</title><meta property="og:title" content="The pier">', "", "The pier"),
        ('<title>x</title><meta name="citation_title" content="The pier">', "", "The pier"),
        ("", "<h1>The pier <a class=headerlink href=#p>¶</a></h1>", "The pier"),
        ("<title>Well-read: on piers - a view</title>", "<h1>Archive</h1>", "Well-read: on piers - a view"),
        ("<title>x</title>" + json_ld('{"@type":"NewsArticle","headline":"The pier"}'), "", "The pier"),
        (
            json_ld('{"@graph":[{"@type":"WebSite","name":"Q"},{"@type":["BlogPosting"],"headline":"The pier"}]}'),
            "",
            "The pier",
        ),
        (json_ld('[[{"@type":"Article","headline":"The pier"}]]'), "", "The pier"),
        (json_ld("{broken"), "<h1>The pier</h1>", "The pier"),
        (
            json_ld('"text"') + json_ld("null") + json_ld('{"@type":"Article","headline":["a"]}'),
            "<h1>The pier</h1>",
            "The pier",
        ),
        ("", "", ""),
    ],
)
def test_the_title_is_what_the_page_prints_where_others_agree(head: str, body: str, title: str) -> None:
    assert read(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        ('<meta name="author" content="Ada Quayle">', "", "Ada Quayle"),
        (
            '<meta name="citation_author" content="Ada Quayle"><meta name="citation_author" content="Ben Low">',
            "",
            "Ada Quayle, Ben Low",
        ),
        ('<meta property="article:author" content="https://facebook.example/ada">', "", ""),
        (json_ld('{"@type":"Article","author":{"@type":"Person","name":"Ada Quayle"}}'), "", "Ada Quayle"),
        (json_ld('{"@type":"Article","author":[{"name":"Ada Quayle"},"Ben Low"]}'), "", "Ada Quayle, Ben Low"),
        ("", '<div class="byline">By Ada Quayle</div>', "Ada Quayle"),
        ("", '<a rel="author" href="/ada">Ada Quayle</a>', "Ada Quayle"),
        ("", '<span itemprop="author">Ada <b>Quayle</b></span>', "Ada Quayle"),
        ("", f'<div class="author">{"All about the author. " * 20}</div>', ""),
        ("", "", ""),
    ],
)
def test_the_author(head: str, body: str, author: str) -> None:
    assert read(head, body).author == author


@pytest.mark.parametrize(
    ("head", "body", "url", "published"),
    [
        ('<meta property="article:published_time" content="2024-03-09T23:30:00-05:00">', "", "", "2024-03-09"),
        ('<meta name="citation_publication_date" content="2024/3/9">', "", "", "2024-03-09"),
        ('<meta name="date" content="2024-03">', "", "", "2024-03"),
        ('<meta name="date" content="soon"><meta name="dc.date" content="2024">', "", "", "2024"),
        (json_ld('{"@type":"Article","datePublished":"2024-03-09T10:00Z"}'), "", "", "2024-03-09"),
        ("", '<article><time datetime="2024-03-09">yesterday</time></article>', "", "2024-03-09"),
        ("", "<main><time>March 9, 2024</time></main>", "", "2024-03-09"),
        ("", '<span class="dt-published">9 March 2024</span>', "", "2024-03-09"),
        ("", '<div class="post-header"><h1>Of 2023</h1><p>Mar. 9th, 2024</p></div>', "", "2024-03-09"),
        ("", '<div class="pubdate">2024年3月9日</div>', "", "2024-03-09"),
        ("", '<div class="published">© 2021</div>', "", ""),
        ("", "", "https://quay.example/2024/03/09/pier", "2024-03-09"),
        ("", "", "https://quay.example/2024/03/pier", "2024-03"),
        ("", "", "https://quay.example/2024/99/pier", ""),
        ("", "", "https://quay.example/item/20240309", ""),
        ("", "<p>Since 2 May 1931.</p>", "", ""),
    ],
)
def test_the_date_of_publication(head: str, body: str, url: str, published: str) -> None:
    assert read(head, body, url or "https://quay.example/pier").published == published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-09", "2024-03-09"),
        ("20240309", "2024-03-09"),
        ("2024-3-9 10:00", "2024-03-09"),
        ("Sat, 09 Mar 2024 10:00:00 GMT", "2024-03-09"),
        ("Posted on September 30th, 2024 by Ada", "2024-09-30"),
        ("2. Juni 2024", "2024-06-02"),
        ("2024년 3월 9일", "2024-03-09"),
        ("2024年3月", "2024-03"),
        ("February 30, 2024", ""),
        ("2024-13-01", ""),
        ("1850-01-01", ""),
        ("12:30", ""),
        ("", ""),
    ],
)
def test_dates_in_text(text: str, day: str) -> None:
    assert as_date(text) == day


@pytest.mark.parametrize(
    ("opening", "head", "language"),
    [
        ('<html lang="en">', "", "en"),
        ('<html lang="EN-us">', "", "en-us"),
        ('<html lang="pt_BR">', "", "pt-BR"),
        ('<html xml:lang="ko">', "", "ko"),
        ('<html lang="{{ lang }}">', '<meta http-equiv="Content-Language" content="de">', "de"),
        ("<html>", '<meta property="og:locale" content="fr_FR">', "fr-FR"),
        ("<html>", json_ld('{"@type":"Article","inLanguage":"ja"}'), "ja"),
        ("<html>", "", ""),
    ],
)
def test_the_language(opening: str, head: str, language: str) -> None:
    assert read(head, opening=opening).language == language


@pytest.mark.parametrize(
    ("head", "url", "site"),
    [
        ('<meta property="og:site_name" content="Quay News">', "https://quay.example/", "Quay News"),
        (json_ld('{"@type":"Article","publisher":{"name":"Quay News"}}'), "https://quay.example/", "Quay News"),
        ("", "https://www.quay.example/a", "quay.example"),
        ("", "pages/pier.html", ""),
    ],
)
def test_the_site(head: str, url: str, site: str) -> None:
    assert read(head, url=url).site == site


def test_what_a_page_hides_may_still_say_who_wrote_it() -> None:
    """Metadata is never text of the document: it says nothing that a briefing could quote."""
    document = read('<meta name="description" content="Hidden words."><meta name="author" content="Ada">')
    assert "Hidden words." not in document.visible + "".join(block.text for block in document.blocks)
