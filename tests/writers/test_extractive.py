"""The extractive writer, end to end: pages of our own in, drafts out."""

import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.model import FieldKind, FieldSpec, Reading, Usage
from briefing.style import Style, load_style
from briefing.writers.base import Task
from briefing.writers.extractive import ExtractiveWriter
from briefing.writers.selection.centrality import LIMIT
from tests.writers.extractive_reading import page, reading, task

SECTION = load_style("briefing", "").section
OVERVIEW = load_style("briefing", "").overview

NOTES = """
# March: Ash glazes against frost
March was a hard choice. [Clay Networks](https://arxiv.org/abs/3103.09999) made a stir, but nobody could repeat it.
My pick is [Do Ash Glazes Withstand Frost? A Long Study](https://arxiv.org/abs/3103.01234) by Oren and colleagues.
The study compares ash glazes with salt glazes on 420 pots that spent three winters outdoors.
![Pots in the snow.](https://example.org/pots.png)
Annotated picture of the garden behind the workshop in its second winter.
## How the pots were tested
Oren and colleagues buried one half of the pots and left the other half on the roof of the workshop.
As shown in the picture above, the pots on the roof were turned every week.
Ash glazes outperform salt glazes: they cracked on 12 of 210 pots, whereas salt glazes cracked on 97 of 210.
The result surprised the guild.
If you are interested in more details, I wrote about salt in an [earlier article](https://potter.example.org/salt).
## The relevance of ash glazes today
Ash glazes are still rare in the south, where wood is more expensive than salt.
However, workshops in the north now use ash glazes almost without exception.
The [Guild Almanac of 3103](https://almanac.example.org/3103) lists 40 workshops that changed over.
Why would anyone go back?
Thank you for reading, and stay tuned for April!
"""


def draft(task: Task) -> Mapping[str, Any]:
    reply = ExtractiveWriter().draft(task)
    assert reply.usage == Usage()
    assert list(reply.draft.fields) == [spec.key for spec in task.fields]
    return reply.draft.fields  # type: ignore[return-value]


def told(value: Sequence[Mapping[str, Any]] | None, shown: Reading) -> list[str]:
    """The texts of prose, each held against the passage that it cites."""
    for sentence in value or ():
        (number,) = sentence["cites"]
        assert sentence["text"] == shown.passages[number - 1].text
    return [sentence["text"] for sentence in value or ()]


def test_a_page_of_notes() -> None:
    work = task(NOTES, SECTION)
    found, shown = draft(work), work.reading
    assert shown.links[found["key"]["link"] - 1].text == "Do Ash Glazes Withstand Frost? A Long Study"
    assert found["key"]["sentence"] is None
    assert told(found["idea"], shown) == [
        "The study compares ash glazes with salt glazes on 420 pots that spent three winters outdoors.",
        "Oren and colleagues buried one half of the pots and left the other half on the roof of the workshop.",
    ]
    (quote,) = found["quote"]
    assert shown.passages[quote - 1].text == (
        "Ash glazes outperform salt glazes: they cracked on 12 of 210 pots, whereas salt glazes cracked on 97 of 210."
    )
    assert told(found["relevance"], shown) == [
        "Ash glazes are still rare in the south, where wood is more expensive than salt.",
        "The Guild Almanac of 3103 lists 40 workshops that changed over.",
    ]
    assert [shown.links[number - 1].text for number in found["others"]] == ["Clay Networks", "Guild Almanac of 3103"]


def test_same_task_same_draft() -> None:
    assert draft(task(NOTES, SECTION)) == draft(task(NOTES, SECTION))


def test_many_sections_at_once_take_the_memory_of_one() -> None:
    pages = [task(NOTES.replace("March", month) * 8, SECTION) for month in ("March", "April", "May", "June")]
    with ThreadPoolExecutor(len(pages)) as threads:
        list(map(draft, pages))  # caches are not what is measured
        alone, together = (_most_memory(lambda n=n: list(threads.map(draft, pages[:n]))) for n in (1, len(pages)))
    assert together < 2 * alone


def _most_memory(do: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_no_sentence_is_used_twice() -> None:
    found = draft(task(NOTES, SECTION))
    used = [s["cites"][0] for key in ("idea", "relevance") for s in found[key]] + found["quote"]
    assert len(used) == len(set(used))


def test_a_page_without_statements_leaves_its_fields_empty() -> None:
    found = draft(task("# March\n| a | b\n    code()\nMore soon!", SECTION))
    assert found == {"key": None, "idea": None, "quote": None, "relevance": None, "others": None}


def test_an_empty_reading() -> None:
    for fields in (SECTION, OVERVIEW):
        found = draft(Task("2031-03", "", "", fields, Reading(())))
        assert set(found.values()) == {None}


def test_a_section_of_mere_titles_names_the_first() -> None:
    """A heading with nothing under it tells less than the source does."""
    found = draft(task("# March\n- A Letter of the Month: The Kilns of the Coast.\n- What Ash Is.", SECTION))
    assert found == {
        "key": {"link": None, "sentence": 2},
        "idea": None,
        "quote": None,
        "relevance": None,
        "others": None,
    }


def test_a_title_is_no_key_item_where_something_is_told() -> None:
    found = draft(
        task("# March\n- The Kilns of the Coast.\nThe guild sold every kiln of the coast in one day.", SECTION)
    )
    assert found["key"] is None
    assert found["idea"] is not None


def test_quotes_of_the_whole_stand_in_the_order_of_the_source() -> None:
    fields = tuple(FieldSpec(f"quote{n}", "quote", "Quote", role="quote") for n in (1, 2))
    work = replace(overview(january=JANUARY, march=MARCH), fields=fields)
    found = [number for value in draft(work).values() for number in value]
    assert len(found) == 2
    assert found == sorted(found)
    backwards = replace(overview(march=MARCH, january=JANUARY), fields=fields)
    found = [number for value in draft(backwards).values() for number in value]
    assert len(found) == 2
    assert found == sorted(found)


def test_a_short_section_keeps_its_main_idea() -> None:
    text = "# March\nI organized the greatest fair that the valley has seen. It was better than I had hoped."
    work = task(text, SECTION)
    found = draft(work)
    assert len(told(found["idea"], work.reading)) == 2
    assert found["quote"] is None


def test_a_diary_in_korean() -> None:
    text = """
# 3월
- 가마를 새로 만들기 시작 했다. 이때부터 마을 사람들이 자주 찾아왔다.
- 흙을 고르는 일이 가장 어렵다는 것을 천천히 배우고 있었다.
- 유약 공방에서 일하던 친구 두 명이 우리 공방에 합류 했다.
- 지금도 잘 쓰고 있는 물레를 처음으로 들여놓은 달이다.
- 아래 사진은 그때 찍은 것이다.
"""
    work = task(text, SECTION, title="2031년 3월", language="ko")
    found, shown = draft(work), work.reading
    assert shown.passages[found["key"]["sentence"] - 1].text == "가마를 새로 만들기 시작 했다."
    (quote,) = found["quote"]
    assert shown.passages[quote - 1].text == "흙을 고르는 일이 가장 어렵다는 것을 천천히 배우고 있었다."
    assert "지금도 잘 쓰고 있는 물레를 처음으로 들여놓은 달이다." in told(found["relevance"], shown)
    assert all("사진" not in text for text in told(found["idea"], shown))


def test_a_changelog() -> None:
    text = """
# 2.4.1 (March 3, 2031)
## Added
- Add support for maps in two scales [#2841](https://github.com/glaze/glaze/pull/2841).
- Add a legend to printed maps [#2850](https://github.com/glaze/glaze/pull/2850).
## Fixed
- Fix the crash on empty maps [#2839](https://github.com/glaze/glaze/pull/2839).
## Deprecated
- Deprecate `draw_all` in favour of `draw` [#2822](https://github.com/glaze/glaze/pull/2822).
"""
    work = task(text, SECTION)
    found, shown = draft(work), work.reading
    assert found["key"] == {"link": None, "sentence": 1}  # the heading that names the release
    assert told(found["relevance"], shown) == ["Deprecate `draw_all` in favour of `draw` #2822."]
    assert told(found["idea"], shown) == [
        "Add support for maps in two scales #2841.",
        "Add a legend to printed maps #2850.",
    ]
    assert found["quote"] is None
    assert found["others"] is None


def test_a_release_that_the_title_names_is_not_named_again() -> None:
    text = "# 2.4.1 (March 3, 2031)\n- Add support for maps in two scales.\n- Add a legend to printed maps."
    found = draft(task(text, SECTION, title="March 2031: 2.4.1"))
    assert found["key"] is None
    assert found["idea"] is not None


def test_several_releases_are_told_together_and_none_is_the_key_item() -> None:
    text = """
# 2.4.1 (March 9, 2031)
- Fix the crash that empty maps of the coast had caused.
# 2.4.0 (March 3, 2031)
- Add support for printing in two scales.
"""
    work = task(text, SECTION)
    found = draft(work)
    assert found["key"] is None
    assert len(told(found["idea"], work.reading)) == 2


POSTS = """
# March
## [Glaze 2.0 is out](https://example.org/glaze-2)
Glaze 2.0 prints maps in two scales, and adds a legend to each of them.
The new scale is important for villages whose maps never fitted on a sheet.
## [The Fair of Harrow](https://example.org/fair)
The fair of Harrow is the greatest event of the year for the potters of the valley.
It is important to book early, for the remaining tickets cost twice as much.
The fair sells more glazes in three days than the guild sells in a year.
"""


def test_what_is_said_of_another_item_is_not_said_of_the_key_item() -> None:
    work = task(POSTS, SECTION)
    found, shown = draft(work), work.reading
    assert shown.links[found["key"]["link"] - 1].text == "Glaze 2.0 is out"
    used = [sentence["cites"][0] for key in ("idea", "relevance") for sentence in found[key] or []]
    used += found["quote"] or []
    assert used
    assert all(shown.passages[n - 1].located.heading[-1] == "Glaze 2.0 is out" for n in used)
    assert [shown.links[n - 1].text for n in found["others"]] == ["The Fair of Harrow"]


def test_an_item_of_which_something_is_said_comes_before_one_of_which_nothing_is() -> None:
    text = (
        POSTS.replace("Glaze 2.0 prints", "What prints")
        .replace("of them.", "of them?")
        .replace("The new scale", "Does this")
    )
    text = text.replace("on a sheet.", "on a sheet?")
    work = task(text, SECTION)
    assert work.reading.links[draft(work)["key"]["link"] - 1].text == "The Fair of Harrow"


def test_what_speaks_of_an_article_comes_with_its_title() -> None:
    text = """
# March
- Flood Stories of the Coast. This article tells of a hundred floods, and of the kilns that stood in them.
- The Kilns of Harrow. Every kiln in Harrow was built by the guild, and every kiln still burns wood.
"""
    work = task(text, SECTION)
    found = told(draft(work)["idea"], work.reading)
    tells = found.index("This article tells of a hundred floods, and of the kilns that stood in them.")
    assert found[tells - 1] == "Flood Stories of the Coast."
    assert "The Kilns of Harrow." not in found  # what follows it needs no title


def test_points_are_told_with_what_announces_them() -> None:
    text = """
# March
What were the main findings of the winter firing?
- Old kilns hold the heat of a firing for two days longer.
- New kilns need half of the wood for a firing.
Nobody in the valley remembers who built the first of the kilns.
The old road to the north is closed until June.
"""
    work = task(text, [FieldSpec("idea", "prose", "Main idea", most=3, role="idea")])
    assert told(draft(work)["idea"], work.reading) == [
        "What were the main findings of the winter firing?",
        "Old kilns hold the heat of a firing for two days longer.",
        "New kilns need half of the wood for a firing.",
    ]


def test_what_announces_points_is_told_once_and_not_with_what_follows_a_point() -> None:
    text = """
# March
Three findings of the winter firing matter:
- Old kilns hold the heat of a firing for two days longer. The guild of Harrow measured the heat of the old kilns.
- New kilns need half of the wood for a firing. The firing of a new kiln takes the guild a night.
- The guild of Harrow can fire a kiln in the rain. Each firing of a kiln fills the yard with smoke.
"""
    fields = [FieldSpec(key, "prose", key, most=3, role="idea") for key in ("idea", "context")]
    work = task(text, fields)
    found = draft(work)
    idea, context = told(found["idea"], work.reading), told(found["context"], work.reading)
    announces = "Three findings of the winter firing matter:"
    assert announces in idea and announces not in context
    points = {
        "Old kilns hold the heat of a firing for two days longer.",
        "New kilns need half of the wood for a firing.",
    }
    assert len(points & {idea[idea.index(announces) + 1]}) == 1
    assert context


def test_a_point_that_stands_is_told_alone_where_there_is_no_room_for_the_list() -> None:
    text = """
# March
The main findings of the firing were:
- Old kilns hold the heat of a firing for two days longer.
- Half of the wood for each firing of
"""
    work = task(text, [FieldSpec("idea", "prose", "Main idea", most=2, role="idea")])
    assert told(draft(work)["idea"], work.reading) == ["Old kilns hold the heat of a firing for two days longer."]


NO_RELEVANCE = [
    "A small fee keeps out the crowd: 5 pots for the first twenty guests, 10 pots for the remaining guests.",
    "Setting up the kiln in a yard of its own was a matter of an hour.",
    "Upgrade the chimney to the model of last year.",
    "Add a lid to limit the size of the flames.",
    "The heat does not differ significantly between the northern kilns.",
    "Potters retrieve relevant recipes before they mix a glaze.",
    "The remains of the oldest kiln were found beside the mill.",
    "Today, we light the kiln of the guild in Harrow.",
]
RELEVANCE = [
    "Salt glazes are still relevant, for they need no second firing.",
    "The guild adopted salt glazing, which remains popular in the north.",
    "The limits of the method are the price of salt and the smoke.",
    "Fewer kilns mean that potters depend on the guild, with consequences for prices.",
]


@pytest.mark.parametrize(("text", "tells"), [(t, False) for t in NO_RELEVANCE] + [(t, True) for t in RELEVANCE])
def test_relevance(text: str, tells: bool) -> None:
    work = task(f"# March\n{text}", [FieldSpec("relevance", "prose", "Relevance", most=2, role="relevance")])
    assert (draft(work)["relevance"] is not None) == tells


def test_a_section_that_is_no_period_does_not_name_itself() -> None:
    work = task(
        "# Heat and sand\nIt was hot in the valley, and the sand was dry.", SECTION, "heat-and-sand", "Heat and sand"
    )
    assert draft(work)["key"] is None


def test_a_language_without_a_table() -> None:
    text = """
# Maaliskuu
Uusi silta kestää kaksi kertaa enemmän kuin vanha puusilta, joka rakennettiin sata vuotta sitten.
Silta rakennettiin kahdeksassa kuukaudessa, vaikka joki tulvi keväällä kaksi kertaa peräkkäin.
Kylän vanha puusilta puretaan syksyllä, ja sen puusta rakennetaan uusi silta naapurikylään.
Kylän lapset piirsivät sillasta kuvia, jotka ripustettiin koulun seinille koko kevään ajaksi.
Sää oli maaliskuussa sateinen.
"""
    work = task(text, SECTION, title="Maaliskuu 2031", language="fi")
    found = draft(work)
    assert len(told(found["idea"], work.reading)) >= 1
    assert found["quote"] is not None
    assert found["relevance"] is None  # nothing tells it


KINDS = """
# March
The wood kiln of Harrow is old, but the wood kiln still fires pots for the guild.
| pots | winters
![The wood kiln in the snow.](https://example.org/kiln.png)
    fire(kiln)
Nobody in the valley remembers who built the wood kiln.
"""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("tags", ["wood kiln"]),
        ("code", 5),
        ("figure", 4),
        ("table", 3),
        ("analysis", None),
        ("references", None),
    ],
)
def test_fields_without_a_role_are_filled_by_kind(kind: FieldKind, expected: object) -> None:
    assert draft(task(KINDS, [FieldSpec("field", kind, "Field", most=3)])) == {"field": expected}


@pytest.mark.parametrize("role", ["", "trends"])
def test_prose_without_a_role_is_what_is_central(role: str) -> None:
    work = task(KINDS, [FieldSpec("field", "prose", "Field", most=1, role=role)])
    assert told(draft(work)["field"], work.reading) == [
        "The wood kiln of Harrow is old, but the wood kiln still fires pots for the guild."
    ]


FRAME = """
I hope you had a good start into the year, and I am feeling better already!
This review covers the glazes of the year, one for each month from January to March.
The selection is subjective: I chose glazes that I tried in my own workshop.
It has been an unusually fruitful year for everybody who works with clay.
"""
JANUARY = """
# Salt in winter
The guild of Harrow fired twelve kilns with salt in January, and ten of them held the heat for two days.
A kiln that is fired with salt needs no second firing, and the guild of Harrow sells its pots within a week.
The guild of Harrow buys its salt from the coast, where twelve mills grind it for kilns and kitchens.
Salt glazes are still the cheapest, and they fail less often than potters expect.
Salt is the best answer to a winter without wood, as the mayor of Harrow showed with his own kiln.
## Why it matters
The smoke of a salt kiln is still a limit of the trade, with consequences for every village by the river.
Fewer chimneys than ever were relevant to the price of a pot that winter.
Buyers from the coast were surprised, for a better jug had never cost less.
"""
SURPRISED = JANUARY.strip().split("\n")[-1]
FEBRUARY = "The museum of Harrow was closed."
MARCH = """
# Ash in frost
Oren fired nine kilns with ash in March, and all of the pots in them came through the frost.
A glaze of ash is mixed from three parts of wood ash and one part of sand from the river.
Pots with a glaze of ash stood on the roof of the workshop for nine weeks of frost.
Ash glazes outperform salt glazes in frost, which is why the north should change over.
Ash is far better than lead for the hands of the potter, and it proves no harder to mix.
## Why it matters
Wood remains the largest cost of every workshop in the valley, with consequences for prices.
The relevance of ash for the valley is that nobody has to buy it.
Children learned to sieve in an hour, and their bowls were never worse than those of their teachers.
"""
LEARNED = MARCH.strip().split("\n")[-1]
OUTLOOK = """
The second part will cover April to December, and I expect the new wood kilns to matter most.
Thank you for your support, and subscribe to receive the second part by letter!
"""


def overview(**parts: str) -> Task:
    passages = [
        replace(passage, section=section)
        for section, text in parts.items()
        for passage in reading(page(text, source=section)).passages
    ]
    return Task("overview", "A year of glazes", "en", OVERVIEW, Reading(tuple(passages)))


def test_overview() -> None:
    work = overview(introduction=FRAME, january=JANUARY, february=FEBRUARY, march=MARCH, outlook=OUTLOOK)
    found = {key: told(value, work.reading) for key, value in draft(work).items()}
    assert found == {
        "introduction": [
            "This review covers the glazes of the year, one for each month from January to March.",
            "The selection is subjective: I chose glazes that I tried in my own workshop.",
        ],
        "conclusions": [SURPRISED, LEARNED],
        "outlook": [
            "The second part will cover April to December, and I expect the new wood kilns to matter most.",
        ],
        "overall": ["It has been an unusually fruitful year for everybody who works with clay."],
    }


def test_overview_without_a_frame_says_nothing_of_the_whole() -> None:
    found = draft(overview(january=JANUARY, march=MARCH))
    assert {key for key, value in found.items() if value} == {"conclusions"}


def test_one_section_alone_concludes_nothing() -> None:
    assert draft(overview(january=JANUARY, february=FEBRUARY))["conclusions"] is None


def test_conclusions_do_not_repeat_each_other() -> None:
    found = draft(overview(january=MARCH, february=JANUARY, march=MARCH))
    assert len(found["conclusions"]) == 2


def test_conclusions_tell_a_figure_of_one_matter_once() -> None:
    low = "The tests show that the best kiln of the guild still loses 49% of its pots to frost."
    again = "Although every kiln is better than none, 49% of the pots of our own kiln are lost to frost."
    other = "Although every oven is better than none, 49% of the bakers in town never bought one."
    assert conclusions_of(low, again) == [low, LEARNED]
    assert conclusions_of(low, other) == [low, other, LEARNED]


def conclusions_of(january: str, february: str) -> list[str]:
    """What is concluded where two sections have nothing left to conclude but one sentence each."""
    stories = {"january": JANUARY.replace(SURPRISED, january), "february": JANUARY.replace(SURPRISED, february)}
    work = overview(**stories, march=MARCH)
    return told(draft(work)["conclusions"], work.reading)


COMMENTARY = load_style("commentary", "")


@pytest.mark.parametrize("style", [load_style("briefing", ""), COMMENTARY], ids=["briefing", "commentary"])
def test_the_overview_repeats_no_sentence_of_a_section(style: Style) -> None:
    said = {text for story in (JANUARY, MARCH) for text in texts(task(story, style.section))}
    work = replace(overview(introduction=FRAME, january=JANUARY, march=MARCH), fields=style.overview)
    found = texts(work)
    assert len(said) >= 8
    assert {SURPRISED, LEARNED} <= set(found)
    assert not said & set(found)
    assert len(found) == len(set(found))


def texts(work: Task) -> list[str]:
    """The texts of all fields of prose and quotation, in the order of the fields."""
    found: list[str] = []
    values = draft(work)
    for spec in work.fields:
        value = values[spec.key] or []
        if spec.kind == "prose":
            found += told(value, work.reading)
        elif spec.kind in ("quote", "quotes"):
            numbers = [number for entry in value for number in (entry if isinstance(entry, list) else [entry])]
            found += [work.reading.passages[number - 1].text for number in numbers]
    return found


def test_sections_that_say_all_there_is_leave_nothing_to_conclude() -> None:
    short = "Ash glazes outperform salt glazes in frost, which is why the north should change over."
    assert draft(overview(january=short, march=LEARNED))["conclusions"] is None


LEAD = [
    ("The simplest way that I could think of was to pick one glaze for each month.", []),
    ("This review covers the glazes of the year.", []),
    ("At the end of every year I look at what I have fired.", []),
    ("Next year will be the year of the wood kiln.", []),
    ("It has been an extraordinarily rich year, even for a craft as old as this.", []),  # of any year
    ("What rests on one summary of the year, known for its errors, was left out.", []),  # how the text was made
    ("This year ash replaced salt in every village.", ["This year ash replaced salt in every village."]),
]


@pytest.mark.parametrize(("frame", "lead"), LEAD)
def test_the_lead_is_a_thesis_or_nothing(frame: str, lead: list[str]) -> None:
    work = replace(overview(introduction=frame, january=JANUARY), fields=COMMENTARY.overview)
    assert told(draft(work)["lead"], work.reading) == lead


def test_excerpts_differ_from_each_other_and_from_the_lead() -> None:
    covers = [
        "The selection covers only glazes that I fired with my own hands.",
        "This review covers all kilns by the river.",
    ]
    frame = "\n".join([LEAD[-1][0], *covers])
    blocks = [located for name in ("one", "two") for located in page(frame, source=name)]
    work = Task("overview", "", "en", COMMENTARY.overview, reading(blocks, "introduction"))
    numbers = [number for entry in draft(work)["excerpts"] for number in entry]
    assert [work.reading.passages[number - 1].text for number in numbers] == covers


REVIEW = load_style("review", "").section

PAPERS = [
    (
        "My pick is [Ash Glazes: A Study of Frost](https://arxiv.org/abs/3103.01234) by Oren.",
        "Ash Glazes: A Study of Frost",
    ),
    ("My pick is [Oren, et al. 2031](https://arxiv.org/abs/3103.01234), a study of ash.", None),
    ("My pick is the study of [Ida Oren in 2031](https://arxiv.org/abs/3103.01234).", None),
    ("My pick is the study of [Oren & Ida (2031)](https://arxiv.org/abs/3103.01234).", None),
    ("My pick is the study of [frost](https://arxiv.org/abs/3103.01234) by Oren.", None),
    ("We organized the fair of [Harrow 2031](https://fair.example.org) on our own.", None),
    ("The guild hired two potters and started a kiln for them. It was warm.", None),
    ("## Ash Glazes Against Frost\nThe study compares ash glazes with salt glazes.", "Ash Glazes Against Frost"),
    ("## 3. Ash Glazes Against Frost\nThe study compares ash glazes with salt glazes.", None),
    ("## March: Ash Glazes Against Frost\nThe study compares ash glazes with salt glazes.", None),
    ("## Where we went in the end\nWe went to the fair of Harrow by boat and bought nothing.", None),
]


@pytest.mark.parametrize(("text", "expected"), PAPERS)
def test_the_paper_of_a_review_is_named_by_a_title_or_missing(text: str, expected: str | None) -> None:
    work = task(f"# March\n{text}\nThe old road to the north was closed until June.", REVIEW)
    found = draft(work)["paper"]
    named = found and (
        work.reading.links[found["link"] - 1] if found["link"] else work.reading.passages[found["sentence"] - 1]
    )
    assert (named and named.text) == expected


def test_a_paper_in_a_language_that_writes_titles_like_anything_else() -> None:
    text = (
        "# März: der stille Ofen\nDie Hütte bekam den [stillen Ofen](https://ofen.example.org), und er wurde nie kalt."
    )
    work = task(text, REVIEW, title="März 2031: der stille Ofen", language="de")
    assert work.reading.links[draft(work)["paper"]["link"] - 1].text == "stillen Ofen"
    cited = text.replace("stillen Ofen", "Oren et al. 2031")
    assert draft(task(cited, REVIEW, title="März 2031", language="de"))["paper"] is None


EXPLAINS = [
    ("en", "The kiln is based on two layers of brick that hold the heat for a day.", True),
    ("en", "The heat was measured at nine points of the kiln on each of the twelve days.", True),
    ("en", "I also played cards for the last time with my old friends from the guild.", False),
    ("de", "Der Ofen besteht aus zwei Schichten von Ziegeln, die einen Tag lang warm bleiben.", True),
    ("de", "Ich spielte zum letzten Mal Karten mit alten Freunden aus der Zunft von Harrow.", False),
    ("ko", "가마의 구조는 벽돌 두 겹으로 되어 있어 하루 종일 열을 유지한다.", True),
    ("ko", "마을 친구들과 마지막으로 카드 놀이를 하며 밤을 새웠다.", False),
]


@pytest.mark.parametrize(("language", "text", "explains"), EXPLAINS)
def test_the_context_of_a_review_explains_or_is_empty(language: str, text: str, explains: bool) -> None:
    fields = tuple(replace(spec, most=1) for spec in REVIEW if spec.key in ("description", "context"))
    first = {"en": "Harrow", "de": "Harrow", "ko": "해로"}[language]
    work = task(f"# {first}\n{FIRST[language]}\n{text}", fields, title=first, language=language)
    found = draft(work)
    assert told(found["description"], work.reading) == [FIRST[language]]
    assert told(found["context"], work.reading) == ([text] if explains else [])


FIRST = {
    "en": "The winter kiln of Harrow in the valley of Harrow is a kiln that fires the pots of Harrow.",
    "de": "Der Winterofen von Harrow im Tal von Harrow ist ein Ofen, der die Töpfe von Harrow brennt.",
    "ko": "해로 마을의 겨울 가마는 해로 골짜기에서 해로 도자기를 굽는 해로의 가마이다.",
}


def test_introduction_draws_on_every_source() -> None:
    first = page(FRAME, source="one")
    second = page("This report covers the kilns of the coast.\nIt names the best of them.", source="two")
    shown = reading((*first, *second), "introduction")
    found = draft(Task("overview", "", "en", OVERVIEW, shown))["introduction"]
    assert {shown.passages[s["cites"][0] - 1].located.source for s in found} == {"one", "two"}


def test_sections_longer_than_the_graph_of_centrality() -> None:
    pots = (f"Pot {n} of kiln {n % 7} cracked in winter {n % 13}, and the guild counted it." for n in range(LIMIT + 1))
    work = task("# March\n" + "\n".join(pots), SECTION)
    assert len(told(draft(work)["idea"], work.reading)) >= 1
