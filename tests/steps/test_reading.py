"""What the overview is written from: the blocks that sections rest on, but for what they only show."""

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Excerpt, Field, Plan, Prose, Quote, Section, SectionPlan, Sentence
from briefing.steps.reading import index_blocks, overview_reading, quoted_in
from tests.steps.build import block, document, located

DOC = document(
    block("The glaze holds at 1,240 degrees. It does not run."),
    block("A kiln, cut open", "figure"),
    block("hold = 14", "code"),
    block("Glaze | Degrees\nAsh | 1,240", "table"),
)  # fmt: skip
BLOCKS = located(DOC)
PLAN = Plan((SectionPlan("2031-03", "March", BLOCKS),))


def section(**fields: Field) -> Section:
    return Section("2031-03", "March", "", {}, fields)


def cite(place: int, start: int = 0, end: int = 5) -> Cite:
    return Cite(evidence_id("notes", DOC.blocks[place].text), start, end)


def shown(*sections: Section) -> list[str]:
    found = overview_reading(PLAN, sections, index_blocks(PLAN)).passages
    return list(dict.fromkeys(passage.located.block.kind for passage in found))


def test_pictures_and_code_that_are_only_shown_are_left_out() -> None:
    prose = Prose((Sentence("The glaze holds.", (cite(0),)),))
    figure, code = Excerpt("figure", "A kiln, cut open", cite(1)), Excerpt("code", "hold = 14", cite(2))
    table = Excerpt("table", DOC.blocks[3].text, cite(3))
    assert shown(section(idea=prose, figure=figure, code=code, results=table)) == ["paragraph", "table"]


def test_a_caption_that_a_sentence_rests_on_is_shown() -> None:
    prose = Prose((Sentence("The kiln is cut open.", (cite(1),)),))
    assert shown(section(idea=prose, figure=Excerpt("figure", "A kiln, cut open", cite(1)))) == ["figure"]


def test_what_sections_quote() -> None:
    quote = Quote("It does not run.", cite(0, 34, 50))
    prose = Prose((Sentence("The glaze holds.", (cite(0),)),))
    assert quoted_in([section(idea=prose, quote=quote), section(idea=prose)]) == {cite(0, 34, 50)}
