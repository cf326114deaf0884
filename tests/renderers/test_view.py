"""A line in pieces, where a reference leads, and fields in their groups."""

import pytest
from msgspec.structs import replace

from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Field,
    FieldGroup,
    FieldSpec,
    Finding,
    Origin,
    Overview,
    Period,
    Prose,
    Quote,
    Quotes,
    Reference,
    Section,
    Sentence,
    SourceRecord,
    Tags,
    Words,
    Woven,
    WriterRecord,
)
from briefing.renderers.arrange import arrange
from briefing.renderers.html import render_html
from briefing.renderers.labels import load_labels
from briefing.renderers.markdown import render_markdown
from briefing.renderers.view import Line, View
from briefing.style import Style, load_style
from tests.renderers.sample import long

TEXT = "Larch bends where steel stalls. The rotor cost 9 marks on 4 May 2031, they say."
FIRST, SECOND = Cite("notes/a", 0, 31), Cite("notes/a", 32, 78)


def woven(text: str, *words: str, cites: tuple[Cite, ...] = (FIRST, SECOND)) -> Sentence:
    """A sentence with words of the source in it, each where it stands first."""
    found = [(text.index(w), TEXT.index(w), len(w)) for w in words]
    return Sentence(text, cites, tuple(Woven(a, a + n, Cite("notes/a", b, b + n)) for a, b, n in found))


def made(fields: dict[str, Field], *, engine: str = "openai", findings: tuple[Finding, ...] = ()) -> Briefing:
    source = SourceRecord("notes", "Notes", "Ada Ruhl", "Strait", "2031-05-04", "https://example.org/n", Origin.LIVE)
    return Briefing(
        "n", "T", "s", "en", Period(), WriterRecord(engine), (source,),
        (Section("2031-05", "May 2031", "f", {}, fields),), Overview("f", {}),
        {"notes/a": Evidence("notes", TEXT, (), "https://example.org/n#x")}, findings,
    )  # fmt: skip


DETAILS = FieldGroup("details", "details", "Key details")
FOLDED = FieldGroup("deeper", "deeper", "Deeper dive", folded=True)
THEMES = [FieldGroup(f"theme-{n}", "theme", "Theme", number=n, of=3) for n in (1, 2, 3)]


def style(*specs: FieldSpec) -> Style:
    return Style("s", "Style", "", specs, (), load_style("briefing", "").folders, "")


def view(briefing: Briefing, *specs: FieldSpec) -> View:
    own = style(*specs)
    return arrange(briefing, own, load_labels(own, "en"), str)


def arranged(briefing: Briefing) -> View:
    plain = load_style("briefing", "")
    return arrange(briefing, plain, load_labels(plain, "en"), str)


LINES = [
    (Sentence("Plain.", (FIRST,)), [("Plain.", [1], False)]),
    (woven("It “bends”."), [("It “bends”.", [1, 2], False)]),
    (woven("It “bends” well.", "bends"), [("It ", [], False), ("“bends”", [1], True), (" well.", [2], False)]),
    (woven("“stalls”", "stalls"), [("“stalls”", [1], True), ("", [2], False)]),
    (
        woven("In “9 marks” it “bends” and “stalls”.", "9 marks", "bends", "stalls"),
        [
            ("In ", [], False),
            ("“9 marks”", [1], True),
            (" it ", [], False),
            ("“bends”", [2], True),
            (" and ", [], False),
            ("“stalls”", [], True),
            (".", [2], False),
        ],
    ),
    (
        woven("As it “bends”, it costs (“9 marks”).", "bends", "9 marks"),
        [
            ("As it ", [], False),
            ("“bends”", [], True),
            (",", [1], False),
            (" it costs (", [], False),
            ("“9 marks”", [], True),
            (").", [2], False),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "pieces"), LINES)
def test_words_of_a_source_have_their_note_beside_them(
    sentence: Sentence, pieces: list[tuple[str, list[int], bool]]
) -> None:
    (line,) = view(made({"idea": Prose((sentence,))}), FieldSpec("idea", "prose", "Idea")).sections[0].fields[0].lines
    assert [(p.text, [n.number for n in p.notes], p.woven) for p in line.stretches] == pieces
    assert "".join(p.text for p in line.stretches) == sentence.text


def test_a_note_that_stands_twice_is_a_place_once() -> None:
    twice = made({"idea": Prose((woven("It “bends” and “stalls”.", "bends", "stalls", cites=(FIRST,)),))})
    page = render_html(twice, style(FieldSpec("idea", "prose", "Idea")), "..")
    assert page.count('href="#note:2031-05:1"') == 2
    assert page.count('id="cite:2031-05:1"') == 1


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://arxiv.org/abs/2401.04088", "arXiv:2401.04088"),
        ("https://arxiv.org/abs/2401.04088v2", "arXiv:2401.04088"),
        ("https://www.arxiv.org/pdf/2401.04088v1.pdf", "arXiv:2401.04088"),
        ("https://arxiv.org/abs/cs/0112017#top", "arXiv:cs/0112017"),
        ("https://doi.org/10.1000/a%28b%29", "doi:10.1000/a(b)"),
        ("https://www.example.org/a/?q=1", "example.org/a"),
        ("https://notarxiv.org/abs/2401.04088", "notarxiv.org/abs/2401.04088"),
        ("https://example.org/" + "x" * 90, "example.org/" + "x" * 47 + "…"),
        ("", ""),
    ],
)
def test_where_a_reference_leads(href: str, shown: str) -> None:
    assert Line("x", href=href).address == shown


PAPER = Reference("Larch", "https://arxiv.org/abs/3105.00001", FIRST)
CARD = (
    FieldSpec("tags", "tags", "Tags", bare=True),
    FieldSpec("paper", "reference", "Paper", missing=True, address=True, group=DETAILS),
    FieldSpec("date", "words", "Published", missing=True, group=DETAILS),
    FieldSpec("authors", "words", "Authors", missing=True, group=DETAILS),
    FieldSpec("topics", "tags", "Topics", group=FOLDED),
    FieldSpec("context", "prose", "Context", group=FOLDED),
)
FULL: dict[str, Field] = {
    "tags": Tags(("larch", "rotor")),
    "paper": PAPER,
    "topics": Tags(("wake",)),  # in a group: nothing to filter by
    "date": Words("4 May 2031", Cite("notes/a", 58, 68)),
    "context": Prose((woven("It “bends”.", "bends"),)),
}


def test_a_card() -> None:
    markdown = render_markdown(made(FULL), style(*CARD), "..")
    assert (
        "\nlarch · rotor\n\n### Key details\n\n**Paper**\n\n[Larch](https://arxiv.org/abs/3105.00001) · arXiv:"
        in markdown
    )
    assert "\n**Published**\n\n4 May 2031[^" in markdown
    assert "\n**Authors**\n\n*not given in the source*\n" in markdown
    assert "**Tags**" not in markdown
    page = render_html(made(FULL), style(*CARD), "..")
    assert 'data-tags="larch\nrotor"' in page
    assert '<p class="missing">not given in the source</p>' in page
    assert '<details class="group of-deeper">\n<summary>Deeper dive</summary>' in page
    assert '<span class="woven" dir="ltr">“bends”</span>.<sup>' in page


def test_what_did_not_stand_is_not_said_to_be_missing() -> None:
    dropped = Finding("2031-05/authors", "weave", "Left out “Ada”: …")
    markdown = render_markdown(made(FULL, findings=(dropped,)), style(*CARD), "..")
    assert "**Authors**\n\n*left out, as it could not be verified*" in markdown
    assert "not given in the source" not in markdown


def test_a_writer_that_did_not_look_says_so_once() -> None:
    briefing = made({"tags": FULL["tags"], "paper": PAPER}, engine="extractive")
    for shown in (render_markdown(briefing, style(*CARD), ".."), render_html(briefing, style(*CARD), "..")):
        assert "not given in the source" not in shown
        assert shown.count("Left out, since it takes a model: Published and Authors.") == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "fehlt: Erschienen, Verfasser und Themen."),
        ("fr", "omis : Date de parution, Auteurs et Sujets."),
        ("ko", "비워 둠: 발표일, 저자 및 주제."),
        ("ja", "省略：発表日、著者、トピック。"),
        ("zh-hant", "从略：发表日期、作者和主题。"),
        ("ar", "نموذجًا: تاريخ النشر والمؤلفون والموضوعات."),
        ("tlh", "a model: Publication date, Authors, and Topics."),  # no catalogue has it: the list is English, too
    ],
)
def test_words_in_a_row_are_set_as_their_language_has_them(language: str, said: str) -> None:
    review = load_style("review", "")
    model = ("Publication date", "Authors", "Topics")
    specs = [replace(s, kind="words" if s.label in model else "prose", role="") for s in review.section]
    asked = replace(review, section=tuple(specs), overview=tuple(replace(s, role="") for s in review.overview))
    briefing = replace(made({}, engine="extractive"), language=language)
    assert said in render_markdown(briefing, asked, "..")


def test_sections_of_several_years_stand_by_year() -> None:
    assert [(year, len(parts)) for year, parts in arranged(long()).years] == [
        (str(year), 12) for year in range(2027, 2032)
    ]


@pytest.mark.parametrize(
    "ids",
    [
        [f"2031-{month:02}" for month in range(1, 13)],
        ["2030-12", "2031-01"],
        [f"2031-W{week:02}" for week in range(1, 31)],
        [f"m{month % 12 + 1:02}" for month in range(24)],
        [f"heading-{number}" for number in range(30)],
        [*(f"2030-W{week:02}" for week in range(1, 31)), "2031-W01", "2030-W52"],
    ],
)
def test_sections_stand_by_themselves_where_years_would_say_nothing(ids: list[str]) -> None:
    briefing = long(1)
    found = arranged(replace(briefing, sections=tuple(replace(briefing.sections[0], id=each) for each in ids)))
    assert found.years == (("", found.sections),)


def test_a_single_entry_has_no_table_of_contents() -> None:
    assert '<nav class="contents"' not in render_html(long(1), load_style("briefing", ""), "..")
    assert '<nav class="contents"' in render_html(long(2), load_style("briefing", ""), "..")


def test_nothing_is_said_to_be_missing_from_nothing() -> None:
    assert view(made({}), *CARD).sections[0].fields == ()


def test_several_groups_each_under_its_heading() -> None:
    specs = [
        spec
        for group in THEMES
        for spec in (
            FieldSpec(f"{group.key}-head", "prose", "Heading", role="heading", group=group),
            FieldSpec(f"{group.key}-text", "prose", "Text", bare=True, group=group),
            FieldSpec(f"{group.key}-counter", "analysis", "Counter", bare=True, group=group),
        )
    ]
    fields: dict[str, Field] = {
        "theme-1-head": Prose((Sentence("Wood bends", (FIRST,)),)),
        "theme-1-text": Prose((woven("It “bends”.", "bends"),)),
        "theme-1-counter": Analysis(("It may rot.",)),
        "theme-2-head": Prose((Sentence("Nothing under it", (FIRST,)),)),
        "theme-3-text": Prose((Sentence("The rotor cost 9 marks.", (SECOND,)),)),
    }
    briefing = made(fields)
    clusters = view(briefing, *specs).sections[0].clusters
    assert [(c.anchor, c.title, len(c.fields)) for c in clusters] == [
        ("theme-1", "Wood bends", 2),
        ("theme-3", "Theme 3", 1),
    ]
    markdown = render_markdown(briefing, style(*specs), "..")
    assert "### Wood bends[^" in markdown
    assert "**Text**" not in markdown
    assert "*The writer’s own view, not taken from a source:*\nIt may rot." in markdown


def test_groups_of_which_none_has_a_heading_stand_as_one() -> None:
    specs = [FieldSpec(f"{group.key}-pull", "quote", "In its words", bare=True, group=group) for group in THEMES]
    fields: dict[str, Field] = {"theme-1-pull": Quote(TEXT[:31], FIRST), "theme-3-pull": Quote(TEXT[32:], SECOND)}
    clusters = view(made(fields), *specs).sections[0].clusters
    assert [(c.title, len(c.fields)) for c in clusters] == [("In its words", 2)]
    assert render_markdown(made(fields), style(*specs), "..").count("In its words") == 1


def test_excerpts_say_whose_they_are() -> None:
    excerpts = Quotes((Quote(TEXT[:31], FIRST), Quote(TEXT[32:], SECOND)))
    spec = FieldSpec("excerpts", "quotes", "From the sources")
    file = render_markdown(made({"excerpts": excerpts}), style(spec), "..")
    assert "> Larch bends where steel stalls.[^" in file
    assert file.count("\n>\n> [Notes](https://example.org/n) · Ada Ruhl") == 2
    page = render_html(made({"excerpts": excerpts}), style(spec), "..")
    assert page.count('<figcaption><a href="https://example.org/n" dir="auto">Notes</a>') == 2
    assert '<span dir="auto">Ada Ruhl</span>' in page
