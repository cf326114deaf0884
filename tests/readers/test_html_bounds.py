"""Pages of more elements, attributes or rules than can be read in time are refused; what is near a bound is read."""

import pytest

from briefing.errors import SourceError
from briefing.model import Origin, Page
from briefing.readers.html import blocks_of
from briefing.readers.table import reader_for

BASE = "https://quay.example/"
TEXT = "The pier is open again, after two years of work."


def attributes(count: int) -> str:
    return " ".join(f"a{number}=1" for number in range(count))


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<p>a" * 500_001, "500 000 elements"),
        ("<" * 2_000_001, "500 000 elements"),
        (f"<p {attributes(10_001)}>{TEXT}</p>", "10 000 attributes of one element"),
        (f"<p/{attributes(10_001).replace('=1 ', '/')}>{TEXT}</p>", "10 000 attributes of one element"),
        (f"<p {attributes(10_001).replace('=1', '')}>{TEXT}</p>", "10 000 attributes of one element"),
        (f"<p x='>' {attributes(10_001)}>{TEXT}</p>", "10 000 attributes of one element"),
        (f'<p x=">"{attributes(10_001)}>{TEXT}</p>', "10 000 attributes of one element"),
        (f'<p x=y"z {attributes(10_001)} ">{TEXT}</p>', "10 000 attributes of one element"),
        (f"<p <p {attributes(10_001)}>{TEXT}</p>", "10 000 attributes of one element"),
        (f"<p {attributes(1000)}>{TEXT}</p>" * 501, "500 000 attributes"),
    ],
)
def test_too_many(markup: str, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        blocks_of(markup, BASE)
    assert caught.value.what == f"it is made of more than {what}"
    assert caught.value.where == BASE
    assert "fallback" in caught.value.hint


@pytest.mark.parametrize(
    "markup",
    [
        f"<p {attributes(5_000)}>{TEXT}</p>",
        f'<p class="{"a " * 50_000}">{TEXT}</p>',
        f"<p title='{'a=b ' * 50_000}'>{TEXT}</p>",
        f"<p>{TEXT}</p><script>{'if (a<b) { c => d } ' * 50_000}</script>",
        f"<p>{TEXT}</p><svg><path d='{'M 1 2 ' * 50_000}'/></svg>",
    ],
)
def test_long_and_yet_read(markup: str) -> None:
    assert [block.text for block in blocks_of(markup, BASE)] == [TEXT]


def test_too_many_rules_for_too_many_elements() -> None:
    """Each element is of classes of its own, and each is hidden and shown by two thousand rules."""
    sheet = ".a{display:none}.a{display:block}" * 1000 + "".join(f".b{n}{{display:none}}" for n in range(2000))
    texts = "".join(f'<p class="a b{n}">{TEXT}</p>' for n in range(2000))
    with pytest.raises(SourceError, match="hides too much by style"):
        blocks_of(f"<style>{sheet}</style>{texts}", BASE)


def test_more_rules_than_can_be_kept() -> None:
    sheet = ".a,.b{display:none}" * 60_000
    with pytest.raises(SourceError, match="hides too much by style"):
        blocks_of(f"<style>{sheet}</style><p class='a b'>{TEXT}</p>", BASE)


def test_many_rules_for_elements_that_are_alike() -> None:
    sheet = ".a{display:none}.a{display:block}" * 5000
    texts = "".join(f'<p class="a x{n}" id=i{n}>{TEXT}</p>' for n in range(5000))
    assert len(blocks_of(f"<style>{sheet}</style>{texts}", BASE)) == 5000


def test_a_rule_for_an_id_beside_those_for_its_class() -> None:
    sheet = "#i7{display:none}.a{display:block}"
    texts = "".join(f"<p class=a id=i{n}>No. {n}</p>" for n in range(9))
    assert [block.text for block in blocks_of(f"<style>{sheet}</style>{texts}", BASE)] == [
        f"No. {n}" for n in range(9) if n != 7
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one<i hidden>x</i> two <i hidden>y</i>three<b>four</b><i hidden>z</i>five</p>", "one two threefourfive"),
        ("<p><i hidden>x</i>one<i hidden>y</i></p>", "one"),
        ("<p>one<i hidden>x<b hidden>y</b>z</i>two</p>", "onetwo"),
        ("<p>one<svg><title>x</title></svg>two<br>three<i hidden>x</i>four</p>", "onetwo threefour"),
    ],
)
def test_the_text_around_what_is_taken_out_stays(markup: str, text: str) -> None:
    assert [block.text for block in blocks_of(markup, BASE)] == [text]


RSS = "<rss version='2.0'><channel>{}</channel></rss>"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.md", "a\n\n" * 700_000, "the Markdown is longer than 2 000 000 characters"),
        ("a.txt", "a\n" * 2_000_001, "the text has more than 2 000 000 lines"),
        ("a.xml", RSS.format("<item/>" * 500_001), "it is made of more than 500 000 elements"),
        ("a.xml", RSS.format(f"<a {attributes(10_001)}/>"), "it is made of more than 10 000 attributes of one element"),
    ],
)
def test_too_much_of_another_format(name: str, text: str, what: str) -> None:
    page = Page("s", f"https://quay.example/{name}", Origin.LIVE, text.encode())
    with pytest.raises(SourceError) as caught:
        reader_for(page)(page)
    assert (caught.value.what, caught.value.where) == (what, page.url)
