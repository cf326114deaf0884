"""Which addresses a reader may follow, and where they end in a sentence."""

import pytest

from briefing.readers.address import bare_links, web_address


@pytest.mark.parametrize(
    ("reference", "base", "address"),
    [
        ("https://example.org/a", "", "https://example.org/a"),
        ("/b?c=1#d", "https://example.org/x/y", "https://example.org/b?c=1#d"),
        ("b", "https://example.org/x/y", "https://example.org/x/b"),
        ("#part", "https://example.org/x", "https://example.org/x#part"),
        ("//example.net/q", "https://example.org/", "https://example.net/q"),
        ("mailto:ada@example.org", "", "mailto:ada@example.org"),
        ("https://example.org/a b|c", "", "https://example.org/a%20b%7Cc"),
        ("https://example.org/日本", "", "https://example.org/日本"),
        ("ht\ntps://example.org/", "", "https://example.org/"),
        ("b", "", ""),
        ("b", "notes/a.md", ""),
        ("", "https://example.org/", ""),
        ("javascript:alert(1)", "https://example.org/", ""),
        ("java\tscript:alert(1)", "https://example.org/", ""),
        ("zotero://select/items/1", "https://example.org/", ""),
        ("file:///etc/passwd", "", ""),
        ("data:text/html,x", "", ""),
        ("https://", "", ""),
        ("https://[::1", "", ""),
        ("https://bank.example@evil.example/", "", ""),
        ("https://user:word@evil.example/", "", ""),
        ("https://evil.example\\@bank.example/", "", "https://evil.example/@bank.example/"),
        ("https:\\\\example.org\\a?b\\c", "", "https://example.org/a?b%5Cc"),
        ("https://example.org/@ada", "", "https://example.org/@ada"),
        ("https://example.org/\u202egpj.exe", "", "https://example.org/%E2%80%AEgpj.exe"),
        ("https://example.org/a\u200bb\U000e0041", "", "https://example.org/a%E2%80%8Bb%F3%A0%81%81"),
        ("blob:https://example.org/1", "", ""),
        ("vbscript:x", "https://example.org/", ""),
    ],
)
def test_only_web_and_mail_addresses_are_given_absolute(reference: str, base: str, address: str) -> None:
    assert web_address(reference, base) == address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        (
            "“https://example.org/a?b=c&d”, or http://example.net!",
            ["https://example.org/a?b=c&d", "http://example.net"],
        ),
        ("<https://example.org/>", ["https://example.org/"]),
        ("詳細はhttps://example.org/aをご覧ください。", ["https://example.org/a"]),
        ("https://example.org/Köln", ["https://example.org/Köln"]),
        ("HTTPS://EXAMPLE.ORG/", ["HTTPS://EXAMPLE.ORG/"]),
        ("xhttps://example.org", []),
        ("https:// example.org and https://...", []),
        ("https://bank.example@evil.example/ and https://a.example:8080/@ada", ["https://a.example:8080/@ada"]),
        ("www.example.org, ada@example.org", []),
    ],
)
def test_an_address_in_a_sentence_ends_before_its_punctuation(text: str, found: list[str]) -> None:
    links = bare_links(text)
    assert [link.url for link in links] == found
    assert [text[link.start : link.end] for link in links] == found
