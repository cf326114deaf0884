"""Sentences in somebody's own words: tables of those that stand, that differ, and of which nothing can be told."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.corpus import Corpus
from briefing.audit.measures import measures, rounds
from briefing.audit.swaps import swaps
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")
LEAD = "The team fired the salt kiln. The wood kiln burns on pine. The electric kiln takes long to load.\n\n"

STANDS = [
    "In January the team fired the salt kiln 312 times.",
    "The salt kiln reached 1280 °C, forty degrees more than the year before.",
    "The wood kiln burns eighteen hours on pine.",
    "The salt kiln was fired about 300 times in January.",
    "The electric kiln takes half an hour to load, and costs $2,400,000.",
    "The electric kiln is not as quiet as the others.",
    "Piet Lindqvist built the kiln, and the team lost two shelves.",
    "Relevance: In January the salt kiln was fired 312 times.",
    "Okafor and colleagues reported on ash.",
    "It reached 1,280 °C, 40 degrees more than in the year before.",
    "The electric kiln costs $2.4m and takes 30 minutes to load.",
]

# document, kind, verdict, severity, what the message holds
FALLS = [
    ("The team fired the salt kiln 321 times in January.", "number", "contradicted", "error", "“312”, not “321”"),
    ("The wood kiln burns 18 minutes on pine alone.", "number", "contradicted", "error", "“18 h”, not “18 min”"),
    ("The electric kiln costs $2.4 billion and takes 30 minutes.", "number", "contradicted", "error", "2.4 million"),
    ("The team fired the salt kiln 312 times in March.", "date", "contradicted", "error", "January"),
    (
        "Anyone who opens the door too early will see the glaze again.",
        "negation",
        "contradicted",
        "error",
        "“not” is lost",
    ),
    ("The wood kiln of Greta Halvorsen burns 18 hours on pine alone.", "name", "missing", "warning", "“Greta”"),
    (
        "The team did not fire it in May; the salt kiln did not reach 1,280 °C.",
        "negation",
        "contradicted",
        "error",
        "not",
    ),
    (
        "The wood kiln burns on pine alone, and it burns not 18 hours.",
        "negation",
        "contradicted",
        "error",
        "has “18 h”",
    ),
    ("Ash alone will carry the glaze.", "statement", "contradicted", "error", "“may”"),
    ("The wood kiln KX-9000 burns 18 hours on pine alone.", "identifier", "missing", "warning", "“KX-9000”"),
]

UNCLEAR = [
    "Potters of the coast have long built with brick, and 47 of their huts stand in Halmstad.",
    "The kiln was built in 2019, and the team put out the 3.1, 3.2, and 3.3 versions of it.",
    "Museums abroad pay well for celadon bowls.",
]


@pytest.mark.parametrize("text", STANDS)
def test_stands(text: str) -> None:
    made = audit(document(LEAD + text), [SOURCE])
    assert [finding for finding in made.findings if finding.severity != "info"] == []


@pytest.mark.parametrize(("text", "kind", "verdict", "severity", "says"), FALLS)
def test_falls(text: str, kind: str, verdict: str, severity: str, says: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.kind == kind]
    assert [(f.verdict, f.severity) for f in found] == [(verdict, severity)]
    assert says in found[0].message
    assert found[0].line == 3
    assert found[0].passage is not None


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_the_sources_do_not_cover_is_not_accused(text: str) -> None:
    made = audit(document(LEAD + text), [SOURCE])
    assert [finding for finding in made.findings if finding.severity != "info"] == []
    assert made.statements[-1].verdict == "unclear"


# given, exact, whether the text says that it is not exact
ROUNDED = [("40", "39.6", False), ("300", "312", True), ("1.3 million", "1,294,000", False), ("99%", "99.3%", False)]
NOT_ROUNDED = [
    ("40", "46", False),
    ("300", "362", True),
    ("2023", "2022.8", False),
    ("95%", "99.3%", True),
    ("5", "5", False),
]


@pytest.mark.parametrize(("given", "exact", "about"), ROUNDED)
def test_rounding_is_none_of_the_errors(given: str, exact: str, about: bool) -> None:
    assert rounds(measures(given, "en")[0], measures(exact, "en")[0], about=about)


@pytest.mark.parametrize(("given", "exact", "about"), NOT_ROUNDED)
def test_another_number_is_no_rounding(given: str, exact: str, about: bool) -> None:
    assert not rounds(measures(given, "en")[0], measures(exact, "en")[0], about=about)


GIVEN = "Waiting time fell from 21 minutes to 14 minutes, while complaints rose from 8 to 19 a week."
YEARS = "In 2021 a reader waited 12 days for a reserved book; today it is 17 days."
SHARES = "With examples in the prompt the model reaches a rate of 57 %; asked in the standard way, it reaches 18 %."
# sentence, what the source says, whether numbers have changed places; None where that cannot be told
LIT = "The guild did not light the first of its kilns, for salt, until 2009, with the one for wood following in 2014."
SOLD = "Besides the 30 bowls for Bonn on Friday, they sold 50 MK-900 bowls to Oslo on Monday."
RANGES = "It takes between 6 and 7 bowls in the small kiln, and between 12 and 15 bowls in the large kiln."
PLACES = [
    ("Waiting time fell from 14 minutes to 21 minutes.", GIVEN, True),
    ("Waiting time fell from 21 minutes to 14 minutes.", GIVEN, False),
    ("Waiting time fell to 14 minutes, from 21 minutes.", GIVEN, False),
    ("A wait of 14 minutes instead of 21 minutes.", GIVEN, None),
    ("Readers wait 12 days, against 17 days in 2021.", YEARS, True),
    ("Readers wait 17 days, against 12 days in 2021.", YEARS, False),
    ("The model reaches 18 % with examples, and 57 % when it is asked in the standard way.", SHARES, True),
    ("The model reaches 57 % with examples, and 18 % when it is asked in the standard way.", SHARES, False),
    ("The model reaches 18 % at first and later 57 %.", SHARES, None),
    ("Le taux passe de 52 % à 58 %.", "Le taux est passé de 58 % à 52 %.", True),
    ("The salt kiln was lit in 2014, and the wood kiln in 2009.", LIT, True),
    ("The salt kiln was lit in 2009, and the wood kiln in 2014.", LIT, False),
    ("They lit the salt kiln in 2009; that for wood came five years later, in 2014.", LIT, False),
    ("Between 2009 and 2014 the salt kiln and the wood kiln were lit.", LIT, None),
    ("On Monday they sold 30 MK-900 bowls to Oslo, and on Friday 50 to Bonn.", SOLD, True),
    ("On Friday they sold 30 bowls to Bonn, and on Monday 50 to Oslo.", SOLD, False),
    ("The small kiln takes between 12 and 15 bowls, the large kiln between 6 and 7.", RANGES, True),
    ("The large kiln takes between 12 and 15 bowls, the small kiln between 6 and 7.", RANGES, False),
    ("料金は230円から180円になった。", "料金は180円から230円になった。", True),
    ("회원은 2018년 1,150명에서 2023년 240명이 되었다.", "회원은 2018년 240명에서 2023년 1,150명으로 늘었다.", True),
]


@pytest.mark.parametrize(("text", "source", "swapped"), PLACES)
def test_numbers_that_changed_places(text: str, source: str, swapped: bool | None) -> None:
    language = "ja" if "料金" in text else "ko" if "회원" in text else "fr" if text.startswith("Le ") else "en"
    assert next((crossed for _, crossed in swaps(text, language, source, language)), None) is swapped


# what a source says, and a sentence in other words that says the same
REWORDED = [
    (
        "Raman objected that the rule says nothing about the cost of the fire.",
        "Raman said that the rule ignores the cost of the fire.",
    ),
    (
        "Without students the project, which has 46,000 francs a year, could not go on.",
        "The project has 46,000 francs a year.",
    ),
    ("Of the 48 shelves that were fired, 40 were whole.", "Not all 48 shelves that were fired were whole."),
    ("The work took six weeks instead of five.", "The work took six weeks, not five."),
    ("The park of the kiln covers 25 hectares.", "The park of the kiln covers 0.25 km²."),
    ("The wall of the kiln is 12 feet high.", "The wall of the kiln is 3.7 m high."),
    ("The barge goes at 50 km/h on the canal.", "The barge goes at 31 mph on the canal."),
    ("The kiln was fired for 3 days without a pause.", "The kiln was fired for 72 hours without a pause."),
    ("A quarter of the bowls broke in the first year.", "25 % of the bowls broke in the first year."),
    (
        "The gap did not open in walls with faults in the mortar. The salt made gaps open in the tower.",
        "In walls with faults in the mortar, the salt did not make the gaps open.",
    ),
    ("The moss appears on the walls after the flood.", "The moss appears on the walls after the flood, not before it."),
    ("The tower still has four doors of oak.", "The tower has four doors of oak, no window, no bell."),
    (
        "Son rival est Paul Meran, dont il ne cite pas le nom quand il parle du four.",
        "Il attaque Paul Meran sans citer son nom.",
    ),
    ("The town has fought the river since the 14th century.", "The town has fought the river since the 1300s."),
    ("The walls were built in the 1700s by Dutch masons.", "The walls were built in the 18th century by Dutch masons."),
    (
        "Bis zum 01.04.2019 sind alle Töpfer der Gilde an das Netz angebunden.",
        "Bis zum 1. April 2019 sind alle Töpfer der Gilde angebunden.",
    ),
    (
        "Bis zum 1. April 2019 sind alle Töpfer der Gilde an das Netz angebunden.",
        "Bis zum 01.04.2019 sind alle Töpfer der Gilde angebunden.",
    ),
    ("The council meets on Thursday. On Tuesday it rests.", "The council rests on Tuesday, and meets on Thursday."),
    ("The lamp gives off a red glow at night. By day it is green.", "The lamp gives off a green light by day."),
    ("The law slowed the decline of the lake.", "The law made the decline of the lake slower."),
    ("The mill is run by one miller a day.", "The mill is run by one miller every day."),
    (
        "The disk had a write speed of 2890 megabytes per second, and a read speed of 3150 megabytes per second.",
        "The disk had a write speed of 2890 megabytes per second and a read speed of 3150.",
    ),
    (
        "Weder die Gilde noch das Amt haben Zugriff auf die Daten der Töpfer.",
        "Die Gilde und das Amt haben keinen Zugriff auf die Daten der Töpfer.",
    ),
    (
        "The choice of the clay was made after talks with seven potters.",
        "Before the choice of the clay, there were talks with seven potters.",
    ),
    ("Holm says that “the ash was not ready yet”.", "Says Holm: “the ash was not ready yet.”"),
    (
        "The masons don't yet know what the moss is doing in the tower.",
        "The masons have yet to learn what the moss is doing in the tower.",
    ),
    ("The film of the kiln took 4 minutes and 15 seconds to copy.", "The film of the kiln took 4:15 minutes to copy."),
    ("The lid of the kiln hit 107 degrees Fahrenheit.", "The lid of the kiln hit 107 °F (about 42 °C)."),
    ("The wall of the kiln froze at 14 °F in the night.", "The wall of the kiln froze at -10 °C in the night."),
    ("The guild has grown by 700 potters in the past decade.", "The guild has grown by 700 potters in ten years."),
    ("They dug out 3.7 metric tons of clay.", "They dug out 3.7 metric tons (3,700 kg) of clay."),
    ("The lamp of the kiln has a 100Wh battery inside.", "The lamp of the kiln has a 100 Wh battery inside."),
    (
        "Das Archiv der Gilde hat 25 Mio. Scherben im Keller.",
        "Das Archiv der Gilde hat 25 Millionen Scherben im Keller.",
    ),
    ("窯の記録の容量は1ペタバイトである。", "窯の記録の容量は1PBである。"),
    ("The guild has more than 250 potters at the coast.", "The guild has upwards of 250 potters at the coast."),
    ("Le secrétaire du Parti paysan parle à Lyon du four.", "Le secrétaire du PP parle à Lyon du four."),
    ("One in five potters left the guild.", "20 percent of the potters left the guild."),
    ("Two thirds of the shelves were whole.", "67 % of the shelves were whole."),
    ("The survey of the kiln took one hour and forty minutes.", "The survey of the kiln took 100 minutes."),
    ("The link of the kiln runs at 20Gbps per pair.", "The link of the kiln runs at 20 Gbps for each pair."),
    ("The glaze of the chapel is undocumented.", "The glaze of the chapel has no documentation at all."),
    ("The house can hold up to 70 bowls.", "The house can hold no more than 70 bowls."),
    (
        "The change of weight ΔW is small beside the weight W itself.",
        "The change Delta W is small beside the weight W itself.",
    ),
]


@pytest.mark.parametrize(("source", "text"), REWORDED)
def test_other_words_for_the_same_are_not_accused(source: str, text: str) -> None:
    made = audit(document(text), [document(f"# The kiln\n\n{source}\n", "kiln.md")])
    assert [finding.message for finding in made.findings if finding.severity != "info"] == []


def test_a_guess_of_the_source_is_not_shown() -> None:
    source = document("# Ash\n\nRautio suspects that the ash is the reason, but she has not tested it.\n", "ash.md")
    (finding,) = audit(document("Rautio has shown that the ash is the reason for it."), [source]).findings
    assert finding.message == "The source is less sure: it has “suspects”, not “has shown”."


# what a source says, a sentence that says otherwise, and what it is told
OTHERWISE = [
    (
        "The mill doubled its output between 2019 and 2021.",
        "The mill halved its output between 2019 and 2021.",
        "halved",
    ),
    ("Costs of the mill fell by 12 percent.", "Costs of the mill rose by 12 percent.", "rose"),
    (
        "The fan was replaced before the wheel of the mill.",
        "The fan was replaced after the wheel of the mill.",
        "after",
    ),
    ("The park of the kiln covers 25 hectares.", "The park of the kiln covers 25 acres.", "25 ha"),
    ("The hall of the kiln has 1,200 square metres.", "The hall of the kiln has 1,200 square feet.", "1,200 m²"),
    ("The tower still has four doors of oak.", "The tower does not have four doors of oak.", "not"),
    (
        "The town has fought the river since the 14th century.",
        "The town has fought the river since the 1500s.",
        "1500s",
    ),
    (
        "The walls of the town were built in the 1700s by Dutch masons.",
        "The walls of the town were built in the 17th century by Dutch masons.",
        "1700s",
    ),
    (
        "Bis zum 1. April 2019 sind alle Töpfer der Gilde an das Netz angebunden.",
        "Bis zum 01.06.2019 sind alle Töpfer der Gilde angebunden.",
        "April",
    ),
    (
        "The council meets on Thursday to vote on the harbour.",
        "The council meets on Tuesday to vote on the harbour.",
        "Thu",
    ),
    (
        "The lamp of the kiln gives off a red glow at night.",
        "The lamp of the kiln gives off a green glow at night.",
        "red",
    ),
    ("The mill of the town lies west of the harbour.", "The mill of the town lies east of the harbour.", "west"),
    (
        "Potters breathe the dust of forty fires in a day.",
        "Potters breathe the dust of forty fires in a week.",
        "a day",
    ),
    ("The law slowed the decline of the lake.", "The law accelerated the decline of the lake.", "accelerated"),
    (
        "Die Versammlung der Töpfer ist für Donnerstag im Rathaus geplant.",
        "Die Versammlung der Töpfer ist für Dienstag im Rathaus geplant.",
        "Donnerstag",
    ),
    ("Le four de la ville est fermé tous les lundis.", "Le four de la ville est fermé tous les mardis.", "lundis"),
    ("窯の会議は木曜日に港の役場で開かれる。", "窯の会議は火曜日に港の役場で開かれる。", "木曜"),
    (
        "The disk had a write speed of 2890 megabytes per second, and a read speed of 3150 megabytes per second.",
        "The disk had a write speed of 3150 megabytes per second and a read speed of 2890.",
        "changed places",
    ),
    ("The fan was cleaned before the wheel of the mill.", "The fan was cleaned after the wheel of the mill.", "after"),
    (
        "The masons don't yet know what the moss is doing in the tower.",
        "The masons already know what the moss is doing in the tower.",
        "don't",
    ),
    ("The copy of the film took 4 minutes and 15 seconds.", "The copy of the film took 4:51 minutes.", "not “4:51”"),
    ("The lid of the kiln hit 107 degrees Fahrenheit.", "The lid of the kiln hit 52 °C.", "107 °F"),
    ("The lid of the kiln hit 107 degrees Fahrenheit.", "The lid of the kiln hit 107 °C.", "107 °F"),
    ("The guild grew by 700 potters in the past decade.", "The guild grew by 700 potters in six years.", "past decade"),
    ("They dug out 3.7 metric tons of clay.", "They dug out 3,900 kg of clay.", "3.7 t"),
    ("The lamp of the kiln has a 100Wh battery.", "The lamp of the kiln has a 120 Wh battery.", "100 Wh"),
    ("窯の記録の容量は3ペタバイトである。", "窯の記録の容量は3テラバイトである。", "3 PB"),
    ("A quarter of the bowls broke in the first year.", "40 % of the bowls broke in the first year.", "A quarter of"),
]


@pytest.mark.parametrize(("source", "text", "says"), OTHERWISE)
def test_the_other_way_round_and_another_size_are_contradicted(source: str, text: str, says: str) -> None:
    made = audit(document(text), [document(f"# The mill\n\n{source}\n", "mill.md")])
    assert [(f.verdict, f.severity) for f in made.findings if f.severity == "error"] == [("contradicted", "error")]
    assert says in made.findings[0].message


def test_lines_of_code_are_held_one_by_one() -> None:
    """A log is not one sentence: what it costs grows with its lines, and not with their square."""
    log = "\n".join(f"12:{n % 60:02} kiln {n} at {n % 1300} C" for n in range(600))
    source = document(f"# Log\n\nThe kiln logs itself.\n\n```\n{log}\n```\n", "log.md")
    corpus = Corpus([source])
    assert max(len(corpus.text(number)) for number in range(len(corpus.units))) < 40
    made = audit(document("The kiln logs itself at 77 C. Kiln 501 stood at 501 C."), [source])
    assert [finding.message for finding in made.findings if finding.severity == "error"] == []
