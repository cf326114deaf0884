"""Addresses that can be linked, and text that shows all it does."""

import pytest

from briefing.renderers.cleaning import clean, link


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.org/a?b=c&d=e#f", "https://x.org/a?b=c&d=e#f"),
        ('http://x.org/a b"<>`{}|é', "http://x.org/a%20b%22%3C%3E%60%7B%7D%7C%C3%A9"),
        ("https://x.org/a%20b#:~:text=a%2Db", "https://x.org/a%20b#:~:text=a%2Db"),
        ("HTTPS://X.org/", "HTTPS://X.org/"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("sources/a b.md#L3", "../../sources/a%20b.md?plain=1#L3"),
        ("sources/a.md", "../../sources/a.md"),
        ("sources/a.txt#L3", "../../sources/a.txt#L3"),
        ("sources/100%#.pdf#page=2", "../../sources/100%25%23.pdf#page=2"),
        ("sources/a.html#:~:text=a%2Db,-c", "../../sources/a.html#:~:text=a%2Db,-c"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//evil.example", ""),
        ("\\\\evil.example", ""),
        ("https:", ""),
        ("http://[bad", ""),
        ("/etc/passwd", ""),
        ("../x", ""),
        ("a/../../x#L1", ""),
        ("a\nb", ""),
        (" javascript:alert(1)", "../../%20javascript%3Aalert%281%29"),
        ("", ""),
    ],
)
def test_links(url: str, expected: str) -> None:
    assert link(url, "../..", hosted=True) == expected


def test_the_page_asks_for_no_plain_view() -> None:
    assert link("sources/a.md#L3", "../..", hosted=False) == "../../sources/a.md#L3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\ntext\twith é and 日", "plain\ntext with é and 日"),
        ("a\x00b\x07c\x7fd\x9be", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("\u202eabc\u202c \u2067x", "\ufffdabc x"),
        ("\u200fעברית\u200e", "\u200fעברית\u200e"),
        ("\ud800", "\ufffd"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected
