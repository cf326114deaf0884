"""One word for its contrary, wherever it stands in the sentence, and whatever it denies by itself."""

import pytest

from briefing.audit.audit import audit
from briefing.checks.opposites import opposites
from briefing.checks.poles import read
from tests.audit.documents import document

YARD = document(
    """# The boatyard of Larvik

The boatyard of Larvik builds ferries of wood, and it has done so since 1911.

The verdict puts the yard at odds with nearly all harbours of the coast, and its workers are beginning to panic about \
their jobs. Analysts say it will embolden the rivals of the yard.

The bank of Larvik extended the loan of the yard on Monday. The reluctance of the owners to sell the dry dock was \
slowing the talks, and the strike in the sawmill was worsening.

Anyone who orders a ferry gets free repairs for ten years. The hull of the Freya is built with a refurbished engine, \
and its rot is treatable with tar.

The yard no longer builds tugs. For the very first time, visitors may walk through the paint shop. A spokesman for the \
owners declined to comment on the verdict.

The orders from Denmark were a headwind in the spring, and the yard outpaced the shipyards of Horten by a wide margin. \
The new ferry is still in the dock.

The crane could not lift as much timber as the old one. Keep in mind that ferries with two funnels are still \
relatively uncommon in the north. The income of the yard was in line with the forecast of the bank. The yard \
plans to close a slip in Risør and to open one in Arendal. An earlier deal with a Dutch line had collapsed over prices.
""",
    "yard.md",
)
LEAD = "# The boatyard of Larvik\n\nThe boatyard of Larvik builds ferries of wood.\n\n"
FALSE = [
    "The verdict brings the yard into line with nearly all harbours of the coast.",
    "The workers of the yard have remained calm about their jobs.",
    "Analysts expect the verdict to weaken the rivals of the yard.",
    "The bank of Larvik let the loan of the yard expire on Monday.",
    "The eagerness of the owners to sell the dry dock was slowing the talks.",
    "The strike in the sawmill was easing.",
    "Anyone who orders a ferry is charged for repairs in the first ten years.",
    "The hull of the Freya is built with a brand-new engine.",
    "The rot of the Freya cannot be treated with tar.",
    "The yard still builds tugs.",
    "As in previous years, visitors may walk through the paint shop.",
    "A spokesman for the owners rejected the verdict.",
    "The orders from Denmark were a boost in the spring.",
    "The yard trailed the shipyards of Horten by a wide margin.",
    "The new ferry is no longer in the dock.",
    "The crane could lift as much timber as the old one.",
    "Ferries with two funnels have become quite common.",
    "The income of the yard was well below the forecast of the bank.",
]
TRUE = [
    "The verdict is contrary to what nearly all harbours of the coast hold.",
    "Workers of the yard are growing anxious about their jobs.",
    "The verdict will strengthen the rivals of the yard, say analysts.",
    "On Monday, the bank of Larvik prolonged the loan of the yard.",
    "The owners were unwilling to sell the dry dock, which slowed the talks.",
    "The strike in the sawmill escalated.",
    "For ten years, repairs of a new ferry are free of charge.",
    "The hull of the Freya has an engine that was reconditioned.",
    "Tar can cure the rot of the Freya.",
    "The yard has stopped building tugs.",
    "Never before could visitors walk through the paint shop.",
    "A spokesman for the owners would not comment on the verdict.",
    "In the spring, the orders from Denmark weighed on the yard.",
    "The yard was far ahead of the shipyards of Horten.",
    "The new ferry remains in the dock.",
    "The crane lifted less timber than the old one.",
    "Ferries with two funnels are still rare.",
    "The income of the yard was consistent with the forecast of the bank.",
    "A slip in Risør is to be shut, and one in Arendal opened.",
    "A previous agreement with a Dutch line fell through because of prices.",
]
OTHERS = {
    "de": (
        """# Die Mühle von Husum

Die Mühle von Husum mahlt seit 1911 Korn aus der Marsch.

Die Bank verlängerte den Kredit der Mühle am Montag. Die Bauern der Marsch gerieten wegen der Ernte in Panik. Der \
Müller lehnte das Angebot der Stadt ab. Der Umsatz der Mühle übertraf die Erwartungen der Bank.
""",
        ["Die Bauern der Marsch blieben wegen der Ernte gelassen.", "Der Müller nahm das Angebot der Stadt an."],
        ["Die Bauern der Marsch waren wegen der Ernte besorgt.", "Der Müller schlug das Angebot der Stadt aus."],
    ),
    "fr": (
        """# Le moulin de Vannes

Le moulin de Vannes moud le blé de la région depuis 1911.

La banque a prolongé le prêt du moulin lundi. Les paysans de la région sont inquiets pour la récolte. Le meunier se \
montre réticent à vendre le canal. Les réparations du moulin sont gratuites pour les paysans.
""",
        ["Les paysans de la région restent sereins pour la récolte.", "Les réparations du moulin sont payantes."],
        ["Les paysans de la région se font du souci pour la récolte.", "Les réparations du moulin sont sans frais."],
    ),
    "es": (
        """# El molino de Ronda

El molino de Ronda muele el trigo de la comarca desde 1911.

El banco prorrogó el préstamo del molino el lunes. Los campesinos de la comarca están preocupados por la cosecha. El \
molinero aceptó la oferta del pueblo. Las reparaciones del molino son gratuitas para los campesinos.
""",
        ["Los campesinos de la comarca están tranquilos por la cosecha.", "El molinero rechazó la oferta del pueblo."],
        ["Los campesinos de la comarca están inquietos por la cosecha.", "El molinero aprobó la oferta del pueblo."],
    ),
}


def _told(lead: str, text: str, *sources: str) -> list[str]:
    held = [document(each) for each in sources] or [YARD]
    return [each.verdict for each in audit(document(lead + text), held).findings if each.severity != "info"]


@pytest.mark.parametrize("text", FALSE)
def test_a_contrary_is_contradicted(text: str) -> None:
    assert "contradicted" in _told(LEAD, text)


@pytest.mark.parametrize("text", TRUE)
def test_another_word_for_the_same_is_not(text: str) -> None:
    assert _told(LEAD, text) == []


@pytest.mark.parametrize("language", OTHERS)
def test_contraries_of_other_languages(language: str) -> None:
    source, false, true = OTHERS[language]
    lead = source[: source.index(".\n") + 3]
    assert [text for text in false if "contradicted" not in _told(lead, text, source)] == []
    assert [text for text in true if _told(lead, text, source)] == []


def test_the_forms_of_a_verb() -> None:
    (row,) = read("+ ease~|rally~\n- bar~~|pass~|weaken~", "en")
    one, other = row
    assert [bool(one.words.fullmatch(each)) for each in ("easing", "eased", "rallies", "easer")] == [1, 1, 1, 0]
    assert [bool(other.words.fullmatch(each)) for each in ("barred", "passes", "weakens", "bared")] == [1, 1, 1, 0]


def test_no_word_stands_on_both_sides() -> None:
    both = [each.match.group() for each in opposites("They were calm, and they panicked.", "en")]
    assert sorted(set(both)) == ["calm", "panicked"]
