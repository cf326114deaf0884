"""The Markdown for a pull request: that it is short first, fits, and that no text of a stranger does anything in it.

What a code host renders is asked of cmark-gfm, the parser that GitHub has; what it acts upon afterwards (names,
numbers, closing words), of patterns as its documentation describes them.
"""

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from msgspec.structs import replace

from briefing.reports.diff_markdown import LONGEST, as_markdown
from briefing.reports.difference import SourceChange
from tests.reports.differences import HAND, MOVED, REWORDED, SOURCE, difference, hostile, part

OURS = {"p", "strong", "em", "ul", "li", "details", "summary", "sub", "del", "ins", "br", "code"}


def rendered(markdown: str) -> str:
    page: str = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return page


HOSTILE = [
    "<script>alert(1)</script> <img src=x onerror=y>",
    "![picture](https://evil.example/p.png) [link](https://evil.example)",
    "https://evil.example www.evil.example ftp://evil.example mail@evil.example",
    "@octocat @org/team fixes #12, closes GH-34, resolves org/repo#5, closes https://github.com/a/b/issues/7",
    "</details></summary></li></ul> <!-- comment --> <details open>",
    "--> <h1>out</h1> <!--",
    "**bold** _em_ `code` ~~gone~~ $x$ $$y$$ | a | b | \\* &lt;b&gt; &#64;octocat",
    "# heading\n\n- item\n\n    code\n\n```\nfence",
    "[x]: https://evil.example 'title'\n[^1]: note [^1]",
    "1. one\n> quote\n***\n:+1: :shipit:",
    "line\r\n\u2028sep\u202eevil\x00",
    "<https://evil.example> <mail@evil.example>",
    "`` ` ``",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_stranger_shows_and_does_nothing(text: str) -> None:
    markdown = as_markdown(hostile(text))
    page = rendered(markdown)
    body = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    assert set(re.findall(r"</?([A-Za-z][\w-]*)", body)) <= OURS
    assert set(re.findall(r"<\w+ [^>]*>", body)) <= {'<li class="task-list-item">'}
    assert body.count("<details>") == body.count("</details>") == 1
    seen = re.sub(r"<code>.*?</code>", "", body)
    assert not re.search(r"(?<!\w)@[A-Za-z0-9]", seen), "a mention"
    assert not re.search(r"#\d|GH-\d", seen), "a reference, which a closing word could close"
    assert not re.search(r"(?:https?|ftp)://|www\.", seen), "an address"
    assert not re.search(r":[a-z0-9+_-]+:", seen.replace("&", "")), "an emoji"
    assert page.count("<!--") == 1
    assert page.startswith("<!-- briefing diff ")


def test_it_is_short_first_and_has_a_marker() -> None:
    text = as_markdown(difference(part(REWORDED), part(MOVED, id_="2031-02", title="February 2031")))
    short, folded = text.split("<details>")
    assert text.startswith("<!-- briefing diff kilns -->\n**Kilns in 2031**: 1 sentence reworded\n")
    assert "**Why:** report changed in 1 sentence." in short
    assert "- **January 2031**: 1 sentence reworded. *Main idea*: The Atlas saw <del>312</del><ins>319</ins>." in short
    assert "- Not a word changed in: February 2031." in short
    assert "3 links now lead to another place" not in short
    assert "3 links now lead to another place" in folded


def test_what_a_person_did_is_the_first_thing_that_is_shown_of_a_section() -> None:
    by_hand = replace(REWORDED, kind="added", before="", after="Somebody was here.", causes=(HAND,))
    short = as_markdown(difference(part(REWORDED, by_hand))).split("<details>")[0]
    assert "Somebody was here." in short
    assert "edited by hand in briefing.json" in short


def test_it_fits_into_a_comment_and_says_what_is_left_out() -> None:
    long = "A sentence of some length with *marks* in it. " * 40
    change = SourceChange("report", "reworded", long, long.upper())
    entry = replace(REWORDED, before=long, after=long.upper(), causes=(replace(SOURCE, changes=(change,)),))
    text = as_markdown(difference(*(part(*[entry] * 9, id_=f"s{n}", title=f"Part {n} {long}") for n in range(120))))
    assert len(text) < LONGEST - 1000
    assert "more line" in text
    assert rendered(text).count("<details>") == rendered(text).count("</details>") == 1


def test_nothing_is_one_line() -> None:
    assert as_markdown(difference()) == (
        "<!-- briefing diff kilns -->\n**Kilns in 2031**: nothing changed since `HEAD` (0123456)."
    )
    assert "everything is new (0 sections): there is no earlier version" in as_markdown(replace(difference(), new=True))
