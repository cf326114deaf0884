"""The key link, the others, and what kind of place an address leads to."""

import pytest

from briefing.writers.selection.addresses import kind, same
from briefing.writers.selection.lexicon import lexicon
from briefing.writers.selection.links import key, others, places, title_likeness
from tests.writers.extractive_reading import material, page, reading


def chosen(text: str, most: int = 8) -> tuple[str | None, list[str]]:
    """The anchor of the key link, and those of the others."""
    shown = reading(page(text))
    found = places(shown, material(text), "2031-03")
    best = key(found)
    return best and best.anchor, [place.anchor for place in others(found, best, most)]


KEYS = {
    "the one that the heading names, not the first": (
        """
# March: Glazes against frost
[Clay Networks](https://arxiv.org/abs/3103.09999) made a stir this month, but nobody could repeat it.
So my pick is [Do Ash Glazes Withstand Frost? A Long Study](https://arxiv.org/abs/3103.01234) by Oren and colleagues.
""",
        "Do Ash Glazes Withstand Frost? A Long Study",
    ),
    "the one that the author says it is, not the one that was announced": (
        """
# March
In March the guild of Harrow published [Clay Prices of 3103](https://guild.example.org/prices) for 60 kinds of clay.
The paper of the month is [Cold Kilns](https://press.example.org/cold), which halves the price of gas.
""",
        "Cold Kilns",
    ),
    "the paper, not the author's own articles": (
        """
# March: Tips for firing twice
I wrote about it in my previous article [Tips for Firing Twice](https://potter.example.org/p/tips).
This month I read [Simple and Cheap Ways to Fire Pots Again](https://arxiv.org/abs/3103.01234) by Ibsen and colleagues.
See also [More Tips for Firing Twice](https://potter.example.org/p/more).
""",
        "Simple and Cheap Ways to Fire Pots Again",
    ),
    "the paper, not the book that is for sale": (
        """
# March: Kilns
My book [Build a Kiln](https://amzn.to/kiln) explains [Kilns of the Coast](https://arxiv.org/abs/3103.01234).
""",
        "Kilns of the Coast",
    ),
    "the better of two anchors for one place": (
        """
# March: Kilns
The survey can be read [here](https://arxiv.org/abs/3103.01234v2). It is called [Kilns of the Coast](https://arxiv.org/abs/3103.01234).
""",
        "Kilns of the Coast",
    ),
    "the place that is linked again and again": (
        """
# March
We met at [Potters United](https://united.example.org/).
The [Harrow Kiln Survey](https://survey.example.org/) began.
The [Harrow Kiln Survey](https://survey.example.org/) covers three villages.
Everyone waits for the [Harrow Kiln Survey](https://survey.example.org/).
""",
        "Harrow Kiln Survey",
    ),
    "the title of a feed's item": (
        """
# [Glaze 2.4 released](https://glaze.example.org/2-4)
It fixes what [Mara Lind](https://mara.example.org/) found in [The Potter's Log](https://log.example.org/1).
""",
        "Glaze 2.4 released",
    ),
    "the item that says something, not the mere title before it": (
        """
# Announcements
- [The Potters Log: News of Glazes from the Coast](https://log.example.org/glazes)
- [A Kiln of One Day for the Harbour](https://press.example.org/kiln) The guild built it of clay. It holds 40 pots.
""",
        "A Kiln of One Day for the Harbour",
    ),
    "a Korean one": (
        """
# 3월
새로운 [가마 조사 보고서](https://arxiv.org/abs/3103.07777)가 발표 되었다.
""",
        "가마 조사 보고서",
    ),
    "none, where links only serve the text": (
        """
# March
I spent the month [reading](https://reading.example.org) and walking in the hills.
""",
        None,
    ),
    "none, where all lead to people and shops": (
        """
# March
Thanks to [Mara Lind](https://twitter.com/mara) and the [Clay Shop](https://shop.clay.example.com/a).
""",
        None,
    ),
    "none, where the anchors are the numbers of tickets": (
        """
# 2.4.1 (March 3, 2031)
- Fix the crash on empty maps [#2841](https://github.com/glaze/glaze/pull/2841).
""",
        None,
    ),
}


@pytest.mark.parametrize("case", KEYS)
def test_key(case: str) -> None:
    text, anchor = KEYS[case]
    assert chosen(text)[0] == anchor


def test_others_name_items_once_in_the_order_of_the_source() -> None:
    text = """
# March: Kilns of the Coast
[Kilns of the Coast](https://arxiv.org/abs/3103.01234) stands beside [Ash and Sand](https://arxiv.org/abs/3007.00001).
Its data are in [kiln-data](https://github.com/harrow/kiln-data/).
So [Ash and Sand](https://www.arxiv.org/pdf/3007.00001v3) says.
Follow [Mara Lind](https://x.com/mara), [share](https://harrow.example.org/share?u=1) this page, look at
[#12](https://github.com/harrow/kiln-data/issues/12), [here](https://harrow.example.org/a), and the
[glaze](https://en.wikipedia.org/wiki/Glaze). The [Potters' Almanac 2031](https://almanac.example.org/) is out.
"""
    assert chosen(text) == (
        "Kilns of the Coast",
        ["Ash and Sand", "kiln-data", "Potters' Almanac 2031"],
    )


def test_others_keep_the_weightiest_where_there_are_too_many() -> None:
    items = "\n".join(f"- [Chapter {n} of the Almanac](https://almanac.example.org/{n})" for n in range(12))
    text = f"# March\n{items}\n- [A Late Study of Ash](https://arxiv.org/abs/3103.05555)"
    anchor, rest = chosen(text, most=3)
    assert anchor == "A Late Study of Ash"
    assert rest == ["Chapter 0 of the Almanac", "Chapter 1 of the Almanac", "Chapter 2 of the Almanac"]


@pytest.mark.parametrize(
    ("anchor", "least", "most"),
    [
        ("Do Ash Glazes Withstand Frost? A Long Study", 0.9, 1.0),
        ("A Survey of Kilns", 0.9, 1.0),
        ("The Pile", 0.6, 1.0),
        ("Glaze 2.4", 0.8, 1.0),
        ("가마 조사 보고서", 0.5, 0.6),
        ("kiln-data", 0.3, 0.4),
        ("the very well-fired Kiln-V3 of Harrow", 0.3, 0.6),
        ("nationwide kiln contest - KilnVerse", 0.05, 0.29),
        ("exactly what the old masters did", 0.0, 0.1),
        ("arXiv:3103.01234", 0.2, 0.2),
        ("here", 0.0, 0.0),
        ("Read more", 0.0, 0.0),
        ("this link", 0.0, 0.0),
        ("#2841", 0.0, 0.0),
        ("8c74c2c", 0.0, 0.0),
        ("@mara", 0.0, 0.0),
        ("https://example.org/", 0.0, 0.0),
        ("→", 0.0, 0.0),
    ],
)
def test_title_likeness(anchor: str, least: float, most: float) -> None:
    assert least <= title_likeness(anchor, lexicon("ko" if "가" in anchor else "en")) <= most


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/abs/2401.04088", "work"),
        ("https://doi.org/10.1000/182", "work"),
        ("https://github.com/harrow/kiln", "release"),
        ("https://github.com/harrow/kiln/releases/tag/v1.2", "release"),
        ("https://kiln.example.org/blog/1.2.3", "release"),
        ("https://pypi.org/project/kiln/", "release"),
        ("https://github.com/harrow/kiln/issues/12", "page"),
        ("https://example.org/a-year-of-kilns", "page"),
        ("https://flix.com/x.com/", "page"),
        ("https://en.wikipedia.org/wiki/Kiln", "reference"),
        ("https://github.com/mara", "profile"),
        ("https://example.org/@mara", "profile"),
        ("https://mobile.twitter.com/mara", "social"),
        ("https://twitter.com/mara/status/1", "social"),
        ("https://www.amazon.co.uk/dp/1", "shop"),
        ("https://example.org/subscribe", "action"),
        ("https://example.org/w/index.php?title=Kiln&action=edit", "action"),
        ("mailto:mara@example.org", "action"),
        ("https://example.org/kiln.PNG", "picture"),
        ("https://arxiv.org/abs/2406.xxxxx", "placeholder"),
        ("https://example.org/XXXX-kilns", "placeholder"),
        ("https://example.org/papers/{id}", "placeholder"),
        ("https://example.org/papers/%3Cid%3E", "placeholder"),
        ("https://example.org/todo", "placeholder"),
        ("https://example.org/xxl-kilns", "page"),
        ("https://example.org/maxxxxi", "page"),
    ],
)
def test_kind(url: str, expected: str) -> None:
    assert kind(url) == expected


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("https://arxiv.org/abs/2401.04088", "http://www.arxiv.org/pdf/2401.04088v3.pdf", True),
        ("https://example.org/a/", "https://www.example.org/a#top", True),
        ("https://example.org/a?utm_source=x&id=1", "https://example.org/a?id=1", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://arxiv.org/abs/2401.04088", "https://arxiv.org/abs/2401.04089", False),
        ("https://example.org/a", "https://example.com/a", False),
    ],
)
def test_same(one: str, other: str, alike: bool) -> None:
    assert (same(one) == same(other)) is alike
