"""briefing.md as the parser of GitHub reads it (cmark-gfm): no markup of a stranger, and small diffs."""

import re
import subprocess
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from briefing.model import Briefing, Evidence, Excerpt, Prose, Quote, Section, Sentence
from briefing.renderers.cleaning import clean
from briefing.renderers.escaping import Markup, escape, spare, whole
from briefing.renderers.markdown import LONGEST, render_markdown, shown
from briefing.style import load_style
from tests.renderers.sample import PAYLOADS, hostile, long, tides
from tests.test_codec import briefings

HERE = Path(__file__).parent
STYLE = load_style("gazette", str(HERE))


def rendered(briefing: Briefing) -> str:
    return render_markdown(briefing, STYLE, "../..")


def parsed(markdown: str) -> html.HtmlElement:
    """The Markdown as GitHub's parser sees it, raw HTML included."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    return html.fromstring(f"<div>{cmarkgfm.github_flavored_markdown_to_html(markdown, options)}</div>")


def words(text: str) -> str:
    return " ".join(clean(text).split())


# ── Escaping ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "A plain sentence, with 3.5 % (and brackets); “quotes” – and dashes.",
        "snake_case and AT&T, 7 - 3 = 4, C# and a + b, 7 * 7",
        "2024 was a year.",
        "@me, see #1132 by @name.",
        "Stop! Go!",
        "p < 0.05 and x > 3; p<0.05, x>3, a -> b, 1 <- 2",
        "~5 GB, about ~6; ~/bin",
        "From $5 to $10 million, or US$10.",
        r"C:\Users\me",
        "=> so, =5",
        "numpy@1.26.0, a@b",
        "file://x and std::vector",
        "数学、そして「引用」。",
    ],
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* _c_ `d` [e] <f> |g| ~h~ \\", r"a \*b\* \_c\_ \`d\` \[e\] \<f> \|g\| ~h\~ " + "\\\\"),
        ("> a > b", r"\> a > b"),
        ("</f> <!-- a <?b <1@2> a<", r"\</f> \<!-- a \<?b \<1@2> a\<"),
        ("a ~", r"a \~"),
        (r"\* \a \\", r"\\\* \a \\" + r"\\"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("2024) a", r"2024\) a"),
        ("===", r"\==="),
        ("---", r"\---"),
        ("-|-", r"\-\|-"),
        ("~~~", r"\~\~\~"),
        ("10~20, 30~40", r"10\~20, 30\~40"),
        ("&copy; & &#x3c;", r"\&copy; & \&#x3c;"),
        ("https://x.org www.x.org _www.x.org", r"https\://x.org www\.x.org \_www\.x.org"),
        ("me@x.org a@b.1@c", "me@<!-- -->x.org a@<!-- -->b.1@c"),
        ("$x$ $$y$$", r"$x\$ \$\$y\$\$"),
        ("5 US$ to 6 US$", r"5 US\$ to 6 US\$"),
        ("a\n\n# b\u2028c", "a # b c"),
        ("\u202eabc\u202c", "\ufffdabc"),
    ],
)
def test_markup_is_escaped(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P(a|b) = 1 [2] and […]", "P(a|b) = 1 [2] and […]"),
        ("2~3배, 5 US$ *, a_ and `", "2~3배, 5 US$ *, a_ and `"),
        ("10~20, 30~40", r"10\~20, 30\~40"),
        ("a [b](c) [d][e] [^f] [[g]]", r"a \[b\](c) [d][e] \[^f\] \[[g]\]"),
        ("[a] b", r"\[a\] b"),
        ("* a", r"\* a"),
        (r"a\* \[b]", r"a\\* \\[b]"),
        ("|-|", r"\|-|"),
    ],
)
def test_a_paragraph_needs_fewer_escapes(text: str, expected: str) -> None:
    assert whole(text) == expected


def test_nothing_is_spared_before_a_note() -> None:
    assert spare(r"a \[b\][^1]") == r"a \[b\][^1]"
    assert spare("a 10\\~20[^1]\nb 30\\~40[^2]") == "a 10\\~20[^1]\nb 30\\~40[^2]"
    assert spare("a 10\\~20[^1]\nb[^2]") == "a 10~20[^1]\nb[^2]"


def test_markdown_of_our_own_stays() -> None:
    assert escape(Markup("**a**")) == "**a**"


ALPHABET = "aB1 .:-+=#*_`~[]()<>!|\\/&;@$^\"'\n\twhtps…é日"
TEXTS = (st.text(ALPHABET, max_size=40) | st.text(max_size=20) | st.sampled_from(PAYLOADS)).filter(words)


FRAMES = {  # how escaped text stands in the file
    "line": "before\n{0}[^1]\nafter\n\n[^1]: x\n",
    "heading": "## {0}\n\nafter\n",
    "item": "- {0}\n- after\n",
    "quote": "> {0}\n\nafter\n",
    "cell": "| a | {0} |\n| --- | --- |\n| {0} | b |\n",
    "link": "a [{0}](https://x.org/) b\n",
    "note": "a[^1]\n\n[^1]: [y](https://x.org/): {0}\n",
    "emphasis": "- **{0}** b\n",
}
PARAGRAPHS = ("# {0}\n", "{0}\n", "> {0}\n", "a\n\n{0}\n\na\n", "- b\n\n{0}\n")


@pytest.mark.parametrize("frame", FRAMES)
@given(TEXTS)
def test_text_shows_itself_and_nothing_else(frame: str, text: str) -> None:
    hold(FRAMES[frame].format(escape(text)), FRAMES[frame], text)


@pytest.mark.parametrize("frame", PARAGRAPHS)
@given(TEXTS)
def test_a_paragraph_shows_itself_and_nothing_else(frame: str, text: str) -> None:
    hold(frame.format(whole(text)), frame, text)


@given(st.lists(TEXTS, min_size=2, max_size=3), st.sampled_from(["", "[^1]", " *(none)*"]))
def test_lines_of_a_paragraph_make_nothing_together(texts: list[str], end: str) -> None:
    """Neither a table of two lines, nor emphasis that begins in one and ends in another."""
    frame = "\n".join(f"{{{place}}}{end}" for place in range(len(texts)))
    note = "\n\n[^1]: [x](https://x.org/)\n"
    lines = frame.format(*(re.sub("!$", r"\\!", escape(text)) for text in texts))
    hold(spare(lines) + note, frame + note, *texts)


def hold(markdown: str, frame: str, *texts: str) -> None:
    """The Markdown has the elements of its frame, and the text of the frame with these texts in it."""
    element, bare = parsed(markdown), parsed(frame.format(*(f"TEXT{place}" for place in range(len(texts)))))
    for comment in element.xpath(".//comment()"):
        comment.drop_tag()
    assert [child.tag for child in element.iter()] == [child.tag for child in bare.iter()]
    expected = re.sub(r"TEXT(\d)", lambda found: words(texts[int(found[1])]), words(bare.text_content()))
    assert words(element.text_content()) == words(expected)


# Math is not in cmark-gfm: a code host looks for it in the text, by rules like Pandoc's (tex_math_dollars).
MATH = re.compile(r"(?<!\\)\$\$|(?<![\\\w$])\$(?=[^\s$])[^$]*?(?<=[^\s\\])\$(?!\d)", re.S)


@given(st.text("$$$a1 .(-|[\n", max_size=30).filter(words), st.text("$$$a1 .", max_size=20).filter(words))
def test_dollars_make_no_math(one: str, two: str) -> None:
    assert not MATH.search(escape(one))
    assert not MATH.search(spare(f"{escape(one)}[^1]\n{escape(two)}[^1]"))


# ── The whole file ──────────────────────────────────────────────────────────────────────────────────────────────


def test_hostile_text_makes_no_markup() -> None:
    element = parsed(rendered(hostile()))
    tags = {child.tag for child in element.iter() if isinstance(child.tag, str)}
    assert tags <= set(
        "div h1 h2 p ul ol li a strong em sup blockquote pre code table thead tbody tr th td details summary"
        " section".split()
    )
    hrefs = {link.get("href").split("#")[0] for link in element.iter("a")}
    assert {href for href in hrefs if href} == {
        "mailto:someone@example.org",
        "https://evil.example/%22onmouseover=alert(1)//'%20%3Cb%3E)%5D(x",
    }
    shown_text = words(element.text_content())
    for payload in PAYLOADS:
        assert words(payload.replace("\n", " ")) in shown_text
    assert len(element.findall("h1")) == 1
    assert "Forged" not in "".join(heading.text_content() for heading in element.iter("h2") if heading.get("id"))


def test_every_note_is_defined_once_and_in_its_own_part() -> None:
    parts = re.split(r"^## ", rendered(tides()), flags=re.M)
    for part in parts:
        body, definitions = re.sub(r"^\[\^.*", "", part, flags=re.M), re.findall(r"^\[\^([^\]]+)\]: ", part, re.M)
        assert len(set(definitions)) == len(definitions)
        if not part.startswith("Conclusions"):  # shares the notes of what follows the sections with the outlook
            assert set(re.findall(r"\[\^([^\]]+)\]", body)) <= set(definitions)
    text = rendered(tides())
    assert set(re.findall(r"\[\^([^\]]+)\](?!:)", text)) == set(re.findall(r"^\[\^([^\]]+)\]:", text, re.M))


def test_one_sentence_a_line() -> None:
    lines = rendered(tides()).split("\n")
    for section in tides().sections:
        for field in section.fields.values():
            if isinstance(field, Prose):
                for sentence in field.sentences:
                    assert [line for line in lines if re.sub(r"(\[\^.*| \*\(.*)", "", line) == sentence.text]


def test_a_new_sentence_above_moves_no_label() -> None:
    before = tides()
    first, *rest = before.sections
    fields = dict(first.fields)
    fields["idea"] = Prose((Sentence("New.", fields["quote"].cite and (replace(fields["quote"].cite, end=20),)),))  # type: ignore[union-attr]
    after = replace(before, sections=(replace(first, fields=fields), *rest))
    old, new = rendered(before).split("\n"), rendered(after).split("\n")
    kept = [line for line in old if line in new]
    assert len(old) - len(kept) == 5  # two sentences, and the notes that only they had


def _merged(tmp_path: Path, base: str, ours: str, theirs: str) -> tuple[int, str]:
    for name, text in {"base": base, "ours": ours, "theirs": theirs}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")
    return done.returncode, done.stdout


def _reworded(briefing: Briefing, index: int) -> Briefing:
    """The briefing with the last citation and the first sentence of a section changed."""
    sections = list(briefing.sections)
    fields = dict(sections[index].fields)
    key, prose = next((key, field) for key, field in fields.items() if isinstance(field, Prose))
    cites = tuple(replace(cite, end=cite.end - 1) for cite in prose.sentences[-1].cites)
    fields[key] = Prose((Sentence(f"Reworded {index}.", cites), *prose.sentences[1:]))
    sections[index] = replace(sections[index], fields=fields)
    return replace(briefing, sections=tuple(sections))


@pytest.mark.parametrize(("one", "two"), [(0, 1), (1, 2), (0, 2)])
def test_changes_of_two_months_merge(tmp_path: Path, one: int, two: int) -> None:
    base = tides()
    ours, theirs = _reworded(base, one), _reworded(base, two)
    status, merged = _merged(tmp_path, rendered(base), rendered(ours), rendered(theirs))
    assert status == 0
    assert merged == rendered(_reworded(ours, two))


def test_a_fence_is_longer_than_any_within() -> None:
    base = tides()
    key = base.sections[1].fields["formula"].cite.evidence  # type: ignore[union-attr]
    code = "a = 1\n\n````\n# no heading\n\u202eb"
    excerpt = Excerpt("code", code, replace(base.sections[1].fields["formula"].cite, start=0, end=5), label="py`th on")  # type: ignore[union-attr]
    section = Section("2031-01", "x", "", {}, {"formula": excerpt})
    evidence = {key: Evidence("notes", code, (), "")}
    block = parsed(rendered(replace(base, sections=(section,), evidence=evidence))).find(".//pre")
    assert block is not None
    assert block.text_content() == code.replace("\u202e", "\ufffd") + "\n"
    assert block.get("lang") == "python"


def test_a_table_keeps_its_empty_cells() -> None:
    rows = [[cell.text_content() for cell in row] for row in parsed(rendered(tides())).iter("tr")]
    assert rows == [
        ["Turbine", "Hours", "MWh"],
        ["Heron", "1,488", "412"],
        ["Kelpie", "1,102", "287"],
        ["Otter", "733", ""],
    ]


def test_cited_words_are_shown_whole_and_only_monsters_are_cut() -> None:
    assert shown("One sentence.") == "One sentence."
    assert shown("a | b\nc | d") == "a | b […]"
    cut = shown("x" * LONGEST + "end")
    assert cut.startswith("xxx")
    assert cut.endswith("end")
    assert len(cut) < LONGEST + 10


def _definitions(text: str) -> dict[str, str]:
    """What each note says after its link."""
    return dict(re.findall(r"^\[\^([^\]]+)\]: \[\w+\]\(\S+\)(.*)$", text, re.M))


def test_a_note_does_not_repeat_the_sentence_that_it_stands_at() -> None:
    text = rendered(tides())
    said = _definitions(text)
    lines = re.findall(r"^(?:> |- )?(.*?)((?:\[\^[^\]]+\])+)$", re.sub(r"^\[\^.*", "", text, flags=re.M), re.M)
    taken = {"[^2031-01-c9a025ca]": ", January: wood", "[^opening-b94dff51]": "", "[^2031-03-39ad2eaa]": ", March"}
    own = {"[^2031-01-9cc11b61]": ": Over nine weeks", "[^2031-02-b75fc125]": ": a turbine on a single mooring"}
    marks = "".join(marks for _, marks in lines)
    for mark, path in taken.items():
        assert mark in marks
        assert said[mark[2:-1]] == path
    for mark, words_of_source in own.items():
        assert mark in marks
        assert said[mark[2:-1]].startswith(words_of_source)
    for line, marks in lines:
        for label in re.findall(r"\[\^([^\]]+)\]", marks):
            assert said[label] != f": {line}"


def test_a_note_gives_the_words_where_one_of_its_sentences_is_in_others() -> None:
    base = tides()
    fields = dict(base.sections[0].fields)
    idea = fields["idea"]
    assert isinstance(idea, Prose)
    fields["relevance"] = Prose((Sentence("Larch blades came in January.", idea.sentences[0].cites),))
    text = rendered(replace(base, sections=(replace(base.sections[0], fields=fields),)))
    assert _definitions(text)["2031-01-c9a025ca"] == f": {idea.sentences[0].text}"


def test_marks_and_places() -> None:
    text = rendered(tides())
    mark = "[read from a fallback, not from the page itself](../../sources/tides/notes.md)"
    assert f" · 2031 · **{mark}**" in text
    assert "(../../sources/tides/notes.md?plain=1#L14)" in text
    assert "(../../sources/tides/report.pdf#page=7)" in text
    assert "*The writer’s own view, not taken from a source:*" in text
    assert "*(no source given)*" in text
    assert "Written by small-model-2" in text


def test_an_uncited_quote_field_of_another_style_is_shown() -> None:
    """Fields that the style does not know come last, under their key."""
    base = tides()
    fields = {**base.sections[0].fields, "motto": Quote("Never say never.", base.sections[0].fields["quote"].cite)}  # type: ignore[union-attr]
    text = rendered(replace(base, sections=(replace(base.sections[0], fields=fields),)))
    assert "**motto**\n\n> Never say never.[^2031-01-" in text


def test_same_briefing_same_bytes() -> None:
    assert rendered(long(3)) == rendered(long(3))


@given(briefings)
def test_any_briefing_can_be_rendered(briefing: Briefing) -> None:
    text = rendered(briefing)
    assert text.endswith("\n")
    assert "\r" not in text
    parsed(text)


# ── Sources ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("author", "site", "shown_as"),
    [
        ("Mira Voss", "Mira Voss", " · Mira Voss · 2031"),
        ("Mira Voss", "Kilns", " · Mira Voss · Kilns · 2031"),
        ("", "", " · 2031"),
    ],
)
def test_a_site_that_is_named_for_its_author_is_named_once(author: str, site: str, shown_as: str) -> None:
    record = replace(tides().sources[0], author=author, site=site, published="2031")
    markdown = rendered(replace(tides(), sources=(record, *tides().sources[1:])))
    assert f"- {record.id}: [{record.title}]({record.url}){shown_as}\n" in markdown
