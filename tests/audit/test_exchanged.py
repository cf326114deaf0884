"""What has changed places, and what stands in another's place: statements about a few sentences of our own."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SAID = {
    "ban": "Ida Aas received a one-day ban for shoving the potter Emil Holm into the clay.",
    "praise": "Ida Aas praised Emil Holm for the new wall of the harbour.",
    "helmet": "Holm then tried to take off the hat of Aas before Aas answered by hitting Holm with his own hat.",
    "mercury": "It is larger than the lamp of the old harbour.",
    "poles": "Rain falls everywhere in the valley, but the northern slopes are drier than the southern slopes.",
    "scheme": "However, the scheme barely made a dent in the amount of soot.",
    "soot": "The mill gave up its orders of ash, which led the owner of the pit to announce that he will stop.",
    "wheat": "With a late rye harvest, farmers of Vik now have hardly a month to clear their fields for winter wheat.",
    "lining": "The moss is most often found in the lining of the chimney. It grows on the roof, too.",
    "phase": "It is the fourth phase of the tower, which the guild of Vik is building.",
    "fans": "The fans of the new kiln pick up speed at 75 degrees, earlier than those of the old kiln.",
    "years": "The guild of Vik passed the law on clay in 2009.\n\nNobody objected.\n\nSoot became a plague in 2014.",
    "oldest": "The Murre is one of the oldest ferries of the coast.",
    "twice": "The masons met twice, and the potters, who met once, agreed with the masons.",
}
FALSE = [
    ("helmet", "After Aas had hit him with the hat, Holm tried to take off the hat of Aas.", "two sides of “After”"),
    ("mercury", "It is slightly smaller than the lamp of the old harbour.", "smaller"),
    ("poles", "It rains everywhere, though the southern slopes are drier than the northern slopes.", "“than”"),
    ("scheme", "However, the scheme sharply reduced the amount of soot.", "sharply"),
    ("soot", "Because the owner of the pit stopped, the mill gave up its orders of ash.", "“Because”"),
    (
        "wheat",
        "With a late wheat harvest, farmers have hardly a month to clear their fields for rye.",
        "changed places",
    ),
    ("lining", "The moss is most often found in the lining of the window.", "“chimney”, not “window”"),
    ("fans", "The fans of the new kiln pick up speed at 75 degrees, later than those of the old kiln.", "later"),
    ("years", "The law on clay was passed in 2014, and the plague of soot began in 2009.", "changed places"),
    ("oldest", "The Murre is the oldest ferry of the coast.", "another rank"),
    ("phase", "It is the third phase of the tower of the guild of Vik.", "“fourth”, not “third”"),
]
TRUE = [
    ("ban", "For shoving Emil Holm into the clay, Ida Aas was banned for a day."),
    ("ban", "Emil Holm was shoved into the clay by Ida Aas."),
    ("praise", "Emil Holm was praised by Ida Aas for the new wall."),
    ("helmet", "After Holm had tried to take off his hat, Aas hit him."),
    ("mercury", "The lamp of the old harbour is smaller."),
    ("poles", "It rains everywhere, though less on the northern slopes than on the southern ones."),
    ("scheme", "The amount of soot was hardly reduced by the scheme."),
    ("soot", "The owner of the pit announced that he will stop, because the mill had given up its orders."),
    ("wheat", "Farmers have hardly a month between the late harvest of rye and the sowing of winter wheat."),
    ("lining", "Besides the lining of the chimney, the moss grows on the roof."),
    ("phase", "The guild of Vik is building the fourth phase of the tower."),
    ("fans", "The fans of the old kiln pick up speed later than those of the new kiln, which do at 75 degrees."),
    ("years", "The plague of soot dates from 2014, the law on clay from 2009."),
    ("oldest", "Among the oldest ferries of the coast is the Murre."),
    ("twice", "The potters agreed with the masons, who met twice."),
]


def told(name: str, text: str) -> list[str]:
    source = document(f"# Vik\n\nYesterday the guild met Ida Aas and Emil Holm at Vik.\n\n{SAID[name]}\n", "vik.md")
    return [finding.message for finding in audit(document(text), [source]).findings if finding.severity != "info"]


@pytest.mark.parametrize(("name", "text", "says"), FALSE)
def test_what_has_changed_places_is_contradicted(name: str, text: str, says: str) -> None:
    (message,) = told(name, text)
    assert says in message


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_what_says_the_same_in_another_order_is_not_accused(name: str, text: str) -> None:
    assert told(name, text) == []
