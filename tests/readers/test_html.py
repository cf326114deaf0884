"""Whole pages: the article is found and read in full, the rest is left out, and what is no article says so."""

import pytest

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Document, Origin, Page
from briefing.readers.html import blocks_of, read_html

PROSE = [
    "The harbour office of Port Salt counts every crate that crosses its quay, and has done so since 1931.",
    "In the first year there were only oak piles and a shed; the crane came later, and with it the night shift.",
    "Nobody remembers who painted the shed blue, but each spring somebody does it again without being asked.",
    "When the ledger was opened to the public, two schools and a museum asked for copies within the same week.",
]
JUNK = {
    "nav": '<nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>',
    "header": '<header class="site-header"><a href="/">Quay News</a> <a href="/about">About us</a></header>',
    "breadcrumbs": '<div class="breadcrumbs"><a href="/">Home</a> / <a href="/p">Piers</a></div>',
    "share bar": '<div class="share-buttons"><a href="#">Tweet</a> <a href="#">Mail</a> <span>12 shares</span></div>',
    "newsletter": '<div class="newsletter"><p>Get the tide tables every morning, right into your mail box.</p>'
    '<form><input name="mail"><button>Subscribe</button></form></div>',
    "cookie banner": '<div id="cookie-consent"><p>We use cookies to count the visitors of our pier. Agree?</p></div>',
    "advertisement": '<div class="ad-slot"><p>Buy rope now! Rope of the best quality, at half of the price.</p></div>',
    "related": '<section class="related-posts"><h3>Related</h3><ul><li><a href="/a">How the shed was built</a></li>'
    '<li><a href="/b">Ten cranes of the coast</a></li></ul></section>',
    "teasers": '<div class="list"><div><h4><a href="/c">A whale</a></h4><p>It came at noon.</p></div>'
    '<div><h4><a href="/d">Fog closes the harbour</a></h4><p>For two days.</p></div></div>',
    "comments": '<div id="comments"><h3>2 comments</h3><div class="comment"><p>I was there when the crane came, and it'
    " was a Sunday, not a Monday as you say.</p></div></div>",
    "author box": '<div class="author-bio"><p>Ada writes about piers and whatever else stands in water.</p></div>',
    "tags": '<p class="tags"><a href="/t/pier">pier</a> <a href="/t/oak">oak</a></p>',
    "pager": '<div class="post-nav"><a rel="prev" href="/1">Older: the shed</a> <a href="/3">Newer: the fog</a></div>',
    "contents": '<div class="toc"><ul><li><a href="#a">Beginnings</a></li><li><a href="#b">Ledger</a></li></ul></div>',
    "footer": "<footer><p>© 2024 Quay News. All rights reserved, and the tides too.</p></footer>",
    "sign-in": '<div class="modal"><p>Sign in to read on, and to save your favourite tides for later.</p></div>',
}
ARTICLE = f"""<h1>The ledger of Port Salt</h1><p>{PROSE[0]}</p>
<h2 id="a">Beginnings<a class="anchor" href="#a">#</a></h2><p>{PROSE[1]}</p>
<ul><li>piles</li><li>a shed</li></ul><h2 id="b">The ledger</h2><p>{PROSE[2]}</p>
<pre><code class="language-text">crates: 12</code></pre><p>{PROSE[3]}</p>"""
BLOCKS = [
    ("paragraph", PROSE[0]),
    ("heading", "Beginnings"),
    ("paragraph", PROSE[1]),
    ("item", "piles"),
    ("item", "a shed"),
    ("heading", "The ledger"),
    ("paragraph", PROSE[2]),
    ("code", "crates: 12"),
    ("paragraph", PROSE[3]),
]
LAYOUTS = {
    "article": "{before}<main><article>{article}</article></main>{after}",
    "div": '{before}<div id="wrap"><div class="c1">{article}</div></div>{after}',
    "junk inside": '<div id="wrap"><div class="content">{before}{article}{after}</div></div>',
    "table": "<table><tr><td>{before}</td><td>{article}</td></tr><tr><td colspan=2>{after}</td></tr></table>",
    "form": '<form id="aspnetForm" action="/">{before}<div class="body">{article}</div>{after}</form>',
    "no structure": "{before}{article}{after}",
}


def page(content: str | bytes, charset: str = "") -> Page:
    raw = content.encode() if isinstance(content, str) else content
    return Page("ledger", "https://quay.example/ledger", Origin.LIVE, raw, "text/html", charset)


def read(body: str, head: str = "<title>The ledger of Port Salt | Quay News</title>") -> Document:
    return read_html(page(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"))


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


# ── The article and the rest ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_article_is_read_whole_in_every_layout(layout: str) -> None:
    body = layout.format(before=JUNK["header"] + JUNK["nav"], article=ARTICLE, after=JUNK["related"] + JUNK["footer"])
    document = read(body)
    assert shown(document) == BLOCKS
    assert document.title == "The ledger of Port Salt"


PLACES = [(name, place) for name in JUNK for place in ("before", "amid", "after")]
PLACES.remove(("header", "amid"))  # a header amid an article is the header of one of its sections


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_what_is_not_the_article_is_left_out(name: str, place: str) -> None:
    parts = {"before": "", "after": "", "amid": ""} | {place: JUNK[name]}
    article = ARTICLE.replace('<h2 id="b">', parts["amid"] + '<h2 id="b">')
    assert shown(read(f"<div class='page'>{parts['before']}{article}{parts['after']}</div>")) == BLOCKS


def test_everything_at_once() -> None:
    before, after = list(JUNK.values())[:7], list(JUNK.values())[7:]
    assert shown(read(f"{''.join(before)}<div class='post'>{ARTICLE}</div>{''.join(after)}")) == BLOCKS


@pytest.mark.parametrize("name", ["has-sidebar", "content-with-nav", "share-page", "post social", "entry tag-harbour"])
def test_a_name_of_the_whole_says_nothing(name: str) -> None:
    assert shown(read(f'<div class="{name}"><div>{ARTICLE}</div></div>')) == BLOCKS


def test_a_section_named_by_its_heading_is_no_list_of_related_things() -> None:
    sections = f"<section id='intro'><h2>Intro</h2><p>{PROSE[0]}</p><p>{PROSE[1]}</p></section>"
    sections += f"<section id='related-work'><h2>Related work</h2><p>{PROSE[2]}</p></section>"
    kinds = shown(read(f"<main><article>{sections}</article></main>"))
    assert ("heading", "Related work") in kinds
    assert ("paragraph", PROSE[2]) in kinds


def test_notes_at_the_end_belong_to_the_article() -> None:
    note = '<div class="footnotes"><ol><li id="fn1">By hand.<a href="#fnref1">↩</a></li></ol></div>'
    text = PROSE[3] + '<sup><a href="#fn1" id="fnref1">1</a></sup>'
    document = read(f"<div>{ARTICLE.replace(PROSE[3], text)}{note}</div>")
    assert shown(document) == [*BLOCKS, ("footnote", "By hand.")]
    assert document.blocks[-1].label == "1"


def test_an_article_in_pieces_is_read_whole() -> None:
    """The first piece has a name that extractors look for, the second one only that of the layout."""
    second = "".join(f"<p>{n}. {line}</p>" for n in range(1, 5) for line in PROSE)
    body = f'<div class="grid"><div class="article-body">{ARTICLE}</div></div><div class="ad">Buy rope!</div>'
    found = shown(read(f'{JUNK["nav"]}<main>{body}<div class="grid"><div class="text">{second}</div></div></main>'))
    assert found == BLOCKS + [("paragraph", f"{n}. {line}") for n in range(1, 5) for line in PROSE]


def test_a_column_beside_the_article_is_no_piece_of_it() -> None:
    column = "".join(f"<h3><a href=/{n}>{line[:30]}</a></h3><p>{line}</p>" for n, line in enumerate(PROSE * 3))
    more = [f"{n}. {line}" for n in range(1, 7) for line in PROSE]
    article = ARTICLE + "".join(f"<p>{line}</p>" for line in more)
    body = f'<div class="col"><div class="article-body">{article}</div></div><div class="col">{column}</div>'
    assert shown(read(f'<div class="row">{body}</div>')) == BLOCKS + [("paragraph", line) for line in more]


def test_a_short_post_is_read() -> None:
    body = '<header><a href="/">Ada</a></header><main><h1>First</h1><p>A first post, and more will follow.</p></main>'
    assert shown(read(body, "<title>First · Ada</title>")) == [("paragraph", "A first post, and more will follow.")]


def test_an_article_in_chinese_is_read() -> None:
    lines = [f"{n}月，港口办公室清点了每一个经过码头的箱子，并把数字写进了账本。" for n in range(1, 7)]
    months = "".join(f"<h2>{n}月</h2><p>{line}</p>" for n, line in enumerate(lines, 1))
    found = shown(read(f"{JUNK['nav']}<div class='post'>{months}</div>{JUNK['footer']}"))
    assert found == [pair for n, line in enumerate(lines, 1) for pair in (("heading", f"{n}月"), ("paragraph", line))]


def test_a_log_of_dates_is_read_in_order() -> None:
    entries = "".join(
        f"<dt>Added May {day}, 2005:</dt><dd><a href='/{day}'>Ledger {day}</a>. {PROSE[day % 4]}</dd>"
        for day in range(1, 29)
    )
    found = shown(
        read(f"{JUNK['nav']}<main><h1>What is new</h1><dl>{entries}</dl></main>", "<title>What is new</title>")
    )
    expected = []
    for day in range(1, 29):
        expected += [("term", f"Added May {day}, 2005:"), ("item", f"Ledger {day}. {PROSE[day % 4]}")]
    assert found == expected


# ── The edges ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "before", ["", "<p>Harbours</p>", "<h5><a href='/h'>Harbours</a></h5>", "<p>9 March 2024</p><p>by Ada</p>"]
)
def test_the_title_is_no_block(before: str) -> None:
    assert shown(read(f"<article>{before}{ARTICLE}</article>")) == BLOCKS


def test_a_later_heading_may_repeat_the_title() -> None:
    again = f"<h2>The ledger of Port Salt</h2><p>{PROSE[0]} Again.</p>"
    assert ("heading", "The ledger of Port Salt") in shown(read(f"<article>{ARTICLE}{again}</article>"))


@pytest.mark.parametrize(
    "end",
    [
        "<h2>Comments</h2>",
        "<h3>Share this</h3><h3>More</h3>",
        "<p>From our archive:</p>",
        "<h2>Fees</h2><p>Read on:</p>",
    ],
)
def test_what_nothing_follows_is_left_out(end: str) -> None:
    assert shown(read(f"<article>{ARTICLE}{end}</article>")) == BLOCKS


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Read also: <a href=/x>How the shed was built</a></p>",
        "<p>Lesen Sie auch:</p><p><a href=/x>Der Schuppen</a></p><p><a href=/y>Der Kran</a></p>",
        "<p>À lire aussi : <a href=/x>La grue</a></p>",
        "<h4>Related articles</h4><ul><li><a href=/x>How the shed was built</a></li></ul>",
        "<p>関連記事</p><p><a href=/x>クレーンの話</a></p>",
    ],
)
def test_lists_of_other_articles_are_left_out(lines: str) -> None:
    assert shown(read(f"<article>{ARTICLE.replace('<h2 id=b>', lines)}{lines}</article>")) == BLOCKS


def test_a_sentence_that_only_begins_like_one_stays() -> None:
    text = "Read also what the mayor had to say about it: the pier will stay, whatever the sea may do to it."
    assert ("paragraph", text) in shown(read(f"<article>{ARTICLE}<p>{text}</p></article>"))


# ── Small edits ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_what_changed_in_the_article_changes() -> None:
    frame = "{header}<div class='post'><article>{article}</article><div class='post-nav'>{pager}</div></div>{footer}"
    old = frame.format(
        header=JUNK["header"], article=ARTICLE, pager="<a href=/1>Older</a>", footer="<footer>© 2023</footer>"
    )
    new = frame.format(
        header=JUNK["header"] + JUNK["cookie banner"],
        article=ARTICLE.replace("two schools", "three schools"),
        pager="<a href=/1>Older</a> <a href=/3>Newer: fog</a>",
        footer="<footer>© 2024, and all rights are still reserved</footer>",
    )
    before, after = shown(read(old)), shown(read(new))
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        (("paragraph", PROSE[3]), ("paragraph", PROSE[3].replace("two schools", "three schools")))
    ]


# ── No article ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markup", "what", "hint"),
    [
        ("", "empty", "address"),
        ("  \n ", "empty", "address"),
        ("<html><body></body></html>", "empty", "address"),
        ("<html><head><title>Quay</title></head><body><p> </p></body></html>", "empty", "address"),
        ("<html><body><nav><a href=/>Home</a></nav></body></html>", "no article", "not of a list"),
        ("<title>403 Forbidden</title><h1>403 Forbidden</h1><hr>nginx", "error page (403 Forbidden)", "fallback"),
        (
            "<title>Forbidden</title><h2>Forbidden URL</h2><p>HTTP Error 403. The request URL is forbidden.</p>",
            "error page",
            "",
        ),
        (
            "<title>Just a moment...</title><p>Checking your browser before you may see the pier.</p>",
            "error page",
            "browser",
        ),
        (
            "<title>Page not found - Quay</title><p>The page that you wanted is gone with the tide.</p>",
            "error page",
            "",
        ),
        (
            '<div id="root"></div><noscript>You need to enable JavaScript.</noscript><script src=a.js></script>',
            "scripts",
            "",
        ),
        ("<div id=app>Loading…</div><script></script><script></script><script></script>", "scripts", "fallback"),
        (
            '<meta http-equiv="refresh" content="0; url=https://quay.example/new">',
            "forwards",
            "https://quay.example/new",
        ),
        (
            "<noscript><META http-equiv=Refresh content=\"0;URL='http://quay.example/'\"></noscript>",
            "forwards",
            "http://quay.example/",
        ),
    ],
)
def test_a_page_without_an_article_says_why_and_what_to_do(markup: str, what: str, hint: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read_html(page(markup))
    assert what in caught.value.what
    assert hint in caught.value.hint
    assert caught.value.hint
    assert caught.value.where == "https://quay.example/ledger"


def test_an_article_about_errors_is_one() -> None:
    document = read(
        f"<article><h1>404 not found: a history</h1>{ARTICLE * 8}</article>", "<title>404 not found: a history</title>"
    )
    assert len(document.blocks) > 50


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<?xml version='1.0'?><!-- x --><rss version='2.0'><channel></channel></rss>", "a feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "a feed"),
        ("The pier is open. 1 < 2.", "not HTML"),
        ("<div>" * 5000 + PROSE[0], "deeper than can be read"),
        ("<b>" * 100_000 + PROSE[0] + "</b>" * 100_000, "deeper than can be read"),
    ],
)
def test_what_cannot_be_read_as_a_page_says_so(content: str, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read_html(page(content))


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 1000 + ARTICLE + "</div>" * 1000,
        "<!--" + "a-->" * 3 + ARTICLE,
        "<!--x-->" * 20_000 + ARTICLE,
        "\0" * 100 + ARTICLE,
        "&#xD800;&#x110000;&bogus;" + ARTICLE,
        '<?xml version="1.0" encoding="utf-16"?>' + ARTICLE,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + ARTICLE,
        f"<table><tr>{'<td>1</td>' * 3000}</tr><tr><td>{ARTICLE}</td></tr></table>",
        f"<style>{'@a{x{}' * 3000}{'/*' * 3000}</style>{ARTICLE}",
        f"<style>{'.a{display:none}' * 3000}</style>{'<p class=a>x</p>' * 500}{ARTICLE}",
        "<p" + "".join(f" a{n}=1" for n in range(3000)) + "></p>" + ARTICLE,
    ],
    ids=range(11),
)
def test_hostile_markup_is_read(content: str) -> None:
    assert [pair for pair in shown(read_html(page(content))) if pair in BLOCKS] == BLOCKS


# ── The record ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_document_says_where_it_is_from() -> None:
    document = read_html(
        Page("id", "notes/a.html", Origin.FILE, ARTICLE.encode(), path="notes/a.html", notes=("note",))
    )
    assert (document.source, document.url, document.path, document.origin) == (
        "id",
        "notes/a.html",
        "notes/a.html",
        Origin.FILE,
    )
    assert document.kind == "page"
    assert document.notes == ()  # those of the page are added by steps.extract, for all formats alike
    assert all(block.sentences == () for block in document.blocks)


def test_a_page_is_decoded_by_what_it_says() -> None:
    text = "Der Hafen zählt seit 1931 jede Kiste – auch die größte, und er tut es bei Nebel wie bei Sonnenschein."
    document = read_html(page(f"<meta charset=windows-1252><p>{text}</p>".encode("cp1252")))
    assert shown(document) == [("paragraph", text)]
    assert shown(read_html(page(f"<p>{text}</p>".encode("cp1252"), charset="windows-1252"))) == [("paragraph", text)]


def test_reading_twice_gives_the_same() -> None:
    body = f"{JUNK['nav']}<div>{ARTICLE}</div>{JUNK['related']}"
    assert read(body) == read(body)


def test_a_fragment_is_read_whole_whatever_it_holds() -> None:
    markup = f"<div class='share'>{PROSE[0]}</div><h2>Comments</h2>"
    assert [(b.kind, b.text) for b in blocks_of(markup, "")] == [("paragraph", PROSE[0]), ("heading", "Comments")]


@pytest.mark.parametrize("tag", ["span", "b"])
def test_a_paragraph_of_thousands_of_pieces_is_read_whole(tag: str) -> None:
    """More than trafilatura comes to an end with: such a page is read by its marks."""
    pieces = "".join(f"<{tag}>Firing {number} was hot. </{tag}>" for number in range(5001))
    elsewhere = '<nav><a href="/x">Elsewhere</a></nav>'
    html = f"<html><body>{elsewhere}<article><h1>Kilns</h1><p>{pieces}</p></article></body></html>"
    texts = [
        block.text
        for block in read_html(Page("kilns", "https://kiln.example/", Origin.LIVE, html.encode(), "text/html")).blocks
    ]
    assert sum(text.count("was hot.") for text in texts) == 5001
    assert "Elsewhere" not in texts


@pytest.mark.parametrize(
    "bad",
    ["\x1b", "\x00", "\x01", "\x0c", "\ufffe", "\ud800", "&#27;", "&#x1B", "&#x000000000001b;", "&#12;", "&#65535;"],
)
def test_characters_that_no_tree_holds_are_no_hindrance(bad: str) -> None:
    """Beside what is taken out, text is moved, and the tree refuses to take it."""
    (block,) = blocks_of(
        f"<p>The{bad} crane<script>x</script> came{bad} late<span hidden>{bad}</span> and{bad} slow.</p>", ""
    )
    assert " ".join(block.text.replace("?", " ").replace("\ufffd", " ").split()) == "The crane came late and slow."
