"""RSS and Atom as they are published: in many charsets, with markup and without, and with ill will."""

from collections.abc import Sequence

import pytest

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Document, Link, Origin, Page
from briefing.readers.feed import read_feed

RSS = """<?xml version="1.0" encoding="{charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay Notes</title><link>https://quay.example/</link><language>en_GB</language>
<description>Seen from the pier.</description>
{items}
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Quay Notes</title><author><name>Ada Quayle</name></author><updated>2024-03-09T10:00:00Z</updated>
{items}
</feed>"""


def read(text: str | bytes, charset: str = "") -> Document:
    content = text.encode() if isinstance(text, str) else text
    return read_feed(Page("quay", "https://quay.example/feed.xml", Origin.LIVE, content, "application/xml", charset))


def rss(*items: str, charset: str = "utf-8") -> str:
    return RSS.format(items="\n".join(f"<item>{item}</item>" for item in items), charset=charset)


def atom(*entries: str) -> str:
    return ATOM.format(items="\n".join(f"<entry>{entry}</entry>" for entry in entries))


def shown(document: Document) -> list[tuple[str, int, str, str]]:
    return [(block.kind, block.level, block.text, block.date) for block in document.blocks]


def headings(document: Document) -> Sequence[str]:
    return [block.text for block in document.blocks if block.kind == "heading"]


def test_an_item_is_a_heading_with_its_blocks_date_and_address() -> None:
    document = read(
        rss(
            "<title>Low water</title><link>https://quay.example/low</link>"
            "<pubDate>Wed, 31 Jan 2024 23:30:00 -0500</pubDate><description>In short.</description>"
            "<content:encoded><![CDATA[<h2>At night</h2><p>It was <a href='/tide'>low</a>.</p>]]></content:encoded>"
        )
    )
    assert shown(document) == [
        ("heading", 2, "Low water", "2024-01-31"),
        ("heading", 3, "At night", "2024-01-31"),
        ("paragraph", 0, "It was low.", "2024-01-31"),
    ]
    assert {block.url for block in document.blocks} == {"https://quay.example/low"}
    assert document.blocks[0].links == (Link(0, 9, "https://quay.example/low"),)
    assert document.blocks[2].links == (Link(7, 10, "https://quay.example/tide"),)


def test_the_document_speaks_for_the_feed() -> None:
    document = read(rss("<title>A</title><dc:creator>Ada</dc:creator><pubDate>Sat, 9 Mar 2024 10:00:00 GMT</pubDate>"))
    assert (document.title, document.site, document.author) == ("Quay Notes", "Quay Notes", "Ada")
    assert (document.language, document.published, document.kind) == ("en-gb", "2024-03-09", "page")
    document = read(atom("<title>B</title><updated>2024-03-08T10:00:00Z</updated>"))
    assert (document.author, document.published) == ("Ada Quayle", "2024-03-08")


def test_items_stand_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    document = read(
        rss(
            "<title>undated</title>",
            "<title>third</title><pubDate>Sat, 9 Mar 2024 12:00:00 GMT</pubDate>",
            "<title>second, at the same moment</title><pubDate>Sat, 9 Mar 2024 10:00:00 GMT</pubDate>",
            "<title>first, older in the feed</title><pubDate>Sat, 9 Mar 2024 10:00:00 GMT</pubDate>",
            "<title>wrong date</title><pubDate>some day</pubDate>",
        )
    )
    assert headings(document) == [
        "first, older in the feed",
        "second, at the same moment",
        "third",
        "undated",
        "wrong date",
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<published>2024-02-29T23:59:00-08:00</published>", "2024-02-29"),
        ("<published>2024-02-29T00:30:00+09:00</published><updated>2024-05-01T00:00:00Z</updated>", "2024-02-29"),
        ("<updated>2024-05-01T00:00:00Z</updated>", "2024-05-01"),
        ("<published>2024-02-31T00:00:00Z</published>", ""),
        (f"<published>Mon, 6 Jan {'9' * 30} 10:00:00 GMT</published>", ""),
        ("", ""),
    ],
)
def test_the_date_is_the_one_where_the_author_was(date: str, expected: str) -> None:
    assert read(atom(f"<title>x</title>{date}")).blocks[0].date == expected


def test_a_text_without_markup_has_paragraphs_and_links() -> None:
    document = read(rss("<title>Ferry</title><description>It lay\nstill.\n\nSee https://quay.example/f.</description>"))
    assert [block.text for block in document.blocks] == ["Ferry", "It lay still.", "See https://quay.example/f."]
    assert document.blocks[2].links == (Link(4, 26, "https://quay.example/f"),)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Salt &amp;amp; rope", "Salt & rope"),
        ("Salt &amp; rope", "Salt & rope"),
        ("&lt;em&gt;Salt&lt;/em&gt; and  rope", "Salt and rope"),
        ("<![CDATA[Salt &#8211; rope]]>", "Salt – rope"),
        ("5 < 6".replace("<", "&lt;"), "5 < 6"),
    ],
)
def test_titles_are_text_with_markup_or_without(title: str, expected: str) -> None:
    assert headings(read(rss(f"<title>{title}</title>"))) == [expected]


def test_an_item_without_a_title_has_a_heading_all_the_same() -> None:
    document = read(rss("<link>https://quay.example/1</link><description>One.</description>"))
    assert headings(document) == ["https://quay.example/1"]
    document = read(atom("<updated>2024-05-01T00:00:00Z</updated><content>Two.</content>"))
    assert headings(document) == ["2024-05-01"]


def test_a_title_that_the_text_repeats_stands_once() -> None:
    document = read(
        rss("<title>Ferry</title><description>&lt;h1&gt;Ferry&lt;/h1&gt;&lt;p&gt;Still.&lt;/p&gt;</description>")
    )
    assert [block.text for block in document.blocks] == ["Ferry", "Still."]


def test_what_an_item_hides_is_not_read() -> None:
    body = "&lt;p&gt;Seen.&lt;/p&gt;&lt;p style='display:none'&gt;Unseen.&lt;/p&gt;&lt;!-- nor this --&gt;"
    assert [block.text for block in read(rss(f"<title>T</title><description>{body}</description>")).blocks] == [
        "T",
        "Seen.",
    ]


@pytest.mark.parametrize("charset", ["euc-jp", "shift_jis", "iso-2022-jp", "utf-8"])
def test_feeds_in_old_charsets(charset: str) -> None:
    items = "<title>引き潮</title><description>一月は船が出なかった。</description>"
    document = read(rss(items, charset=charset).encode(charset))
    assert [block.text for block in document.blocks] == ["引き潮", "一月は船が出なかった。"]
    mislabelled = rss(items, charset="utf-8").encode(charset)
    assert [block.text for block in read(mislabelled, charset).blocks] == ["引き潮", "一月は船が出なかった。"]


def test_an_item_leads_to_web_pages_only() -> None:
    document = read(rss("<title>T</title><link>javascript:alert(1)</link>", "<title>U</title><link>/u</link>"))
    assert [(block.text, block.url, len(block.links)) for block in document.blocks] == [
        ("T", "", 0),
        ("U", "https://quay.example/u", 1),
    ]


def test_a_broken_feed_is_read_as_far_as_it_goes_and_said_to_be_broken() -> None:
    document = read(rss("<title>One</title>", "<title>Two & three</title>", "<b><title>Four</title>"))
    assert "One" in headings(document)
    assert document.notes == ("the feed is not well-formed: read as far as it goes",)
    assert read(rss("<title>One</title>")).notes == ()


BOMB = "<!DOCTYPE rss [<!ENTITY a 'boom'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    "doctype",
    [
        BOMB,
        "<!DOCTYPE rss [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE rss SYSTEM 'http://quay.example/feed.dtd' [<!ENTITY i SYSTEM 'http://quay.example/'>]>",
        "<!DOCTYPE rss [ <!-- ]> --> <!ENTITY i 'boom'> ]>",
    ],
)
def test_entities_neither_blow_up_nor_fetch(doctype: str) -> None:
    feed = rss("<title>One &i; two</title>").replace("<rss ", doctype + "<rss ", 1)
    text = " ".join(headings(read(feed)))
    assert "One" in text and "two" in text
    assert "boom" not in text and "root:" not in text
    assert len(text) < 30


@pytest.mark.parametrize("text", ["<!DOCTYPE " * 20_000, "<!DOCTYPE [" * 20_000, "<!ENTITY " * 20_000, " " * 200_000])
def test_no_declaration_stalls_it(text: str) -> None:
    with pytest.raises(SourceError):
        read(text)


def test_named_entities_of_html_are_characters() -> None:
    assert headings(read(rss("<title>Caf&eacute;</title>"))) == ["Café"]


@pytest.mark.parametrize(
    "text",
    ["", "not a feed", "<html><body><p>A page.</p></body></html>", "<opml/>", "\x00\x01\x02", "<rss>&#99999999;"],
)
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.where == "https://quay.example/feed.xml"
    assert caught.value.hint


def test_a_feed_without_items_is_no_article() -> None:
    with pytest.raises(NotAnArticle):
        read(rss())


def test_deep_nesting_does_no_harm() -> None:
    deep = rss("<title>T</title><description>" + "&lt;div&gt;" * 20_000 + "</description>", "<title>U</title>")
    document = read(deep)
    assert sorted(headings(document)) == ["T", "U"]
    assert len(document.notes) == 1 and document.notes[0].startswith("the text of T could not be read")
    assert headings(read(rss("<a>" * 20_000 + "</a>" * 20_000 + "<title>T</title>"))) == ["T"]
