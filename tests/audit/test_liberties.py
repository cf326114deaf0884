"""What a good summary may put in its own way is not accused; the same words, turned round, are. Texts of our own."""

import pytest
from msgspec.structs import replace

from briefing.audit.audit import audit
from tests.audit.documents import document

TOWN = "The town of Vik keeps a harbour, a mill and a school by the fjord.\n\n"
CASES = [  # language, source, true, false where a rule tells it
    (
        "en",
        "The north bank is drier than the south bank, said the gardener Ida Holm.",
        "The south bank is wetter than the north bank, according to the gardener Ida Holm.",
        "The north bank is wetter than the south bank, according to the gardener Ida Holm.",
    ),
    (
        "en",
        "The map of the harbour was drawn seven years before the guild built the new mill.",
        "The guild built the new mill seven years after the map of the harbour was drawn.",
        "The guild built the new mill seven years before the map of the harbour was drawn.",
    ),
    (
        "en",
        "The new lock slowed the fall of the water in the harbour of Vik.",
        "With the new lock, the water in the harbour of Vik falls less quickly.",
        "",
    ),
    (
        "en",
        "The harbour was first surveyed by the county, then it was recommended as a key port by the council of pilots.",
        "The harbour was first surveyed by the county, after which the council of pilots recommended it as a key port.",
        "",
    ),
    (
        "en",
        "The divers brought up one anchor of the old ferry for the first time in May.",
        "In May the divers brought up an anchor of the old ferry, which no one had done before.",
        "",
    ),
    (
        "en",
        "A berth in the harbour of Vik is often free for small boats.",
        "A berth in the harbour of Vik often costs nothing for small boats.",
        "A berth in the harbour of Vik is never free for small boats.",
    ),
    (
        "en",
        "Small yards such as Brekke and Lofoten follow the way of the old Sund yard until somebody helps them.",
        "Small yards such as Lofoten and Brekke are said to follow the way of the old Sund yard.",
        "",
    ),
    (
        "en",
        "Patients of the Vik strain, aged between 12 to 17 years, recovered within a month in Orange County, Calif.",
        "In Orange County, California, Vik-strain patients of the 12-to-17 group recovered within a month.",
        "In Orange County, California, Sund-strain patients of the 12-to-17 group recovered within a month.",
    ),
    (
        "en",
        "Patients of the valley, aged between 12 to 17 years, recovered within a month of the outbreak.",
        "Patients of the valley of the 12-to-17 age group recovered within a month of the outbreak.",
        "Patients of the valley of the 12-to-19 age group recovered within a month of the outbreak.",
    ),
    (
        "en",
        "She did not want to be seen in the mill, and had a letter read by the school.",
        "Despite not wanting to be seen in the mill, she had a letter read by the school.",
        "She wanted to be seen in the mill, and had a letter read by the school.",
    ),
    (
        "en",
        "The day before, the crew of Vik won the race of the harbour by a length.",
        "The crew of Vik won the race of the harbour by a length on Sunday.",
        "",
    ),
    (
        "de",
        "Durch doppelte Wege und Fehler im Hafen entstehen so jährlich hohe Kosten für die Stadt Vik.",
        "Doppelte Wege und Fehler im Hafen verursachen laut dem Beitrag Jahr für Jahr hohe Kosten für die Stadt Vik.",
        "Doppelte Wege und Fehler im Hafen verursachen laut Ada Lindqvist Jahr für Jahr hohe Kosten für die Stadt Vik.",
    ),
    (
        "de",
        "Die Hafenchefin und Aufsichtsrätin Ida Holm warf dem Bürgermeister vor, die Sorgen der Fischer zu vergessen.",
        "Ida Holm, die neben ihrem Amt als oberste Pilotin auch Rätin ist, warf ihm vor, die Sorgen zu vergessen.",
        "",
    ),
    (
        "ru",
        "Голосование в порту продлится до шести часов по московскому времени. Письмо написал Олег Ильин, пекарь порта.",
        "Голосование в порту продлится до шести часов по Москве. Письмо принадлежит Олегу Ильину, пекарю из порта.",
        "Голосование в порту продлится до шести часов по Лондону. Письмо принадлежит Павлу Жукову, пекарю из порта.",
    ),
    (
        "ru",
        "Письмо о ремонте старого причала написал Олег Ильин, пекарь порта.",
        "Письмо о ремонте старого причала написано Олегом Ильиным, пекарем порта.",
        "Письмо о ремонте старого причала написано Олесей Ильич, пекарем порта.",
    ),
]  # fmt: skip


def _told(language: str, source: str, text: str) -> list[str]:
    lead = TOWN if language == "en" else ""
    held, given = (document(f"# Vik\n\n{lead}{said}\n", "town.md") for said in (source, text))
    made = audit(replace(given, language=language), [replace(held, language=language)])
    return [each.message for each in made.findings if each.severity != "info"]


@pytest.mark.parametrize(("language", "source", "true"), [each[:3] for each in CASES])
def test_it_stands_in_words_of_its_own(language: str, source: str, true: str) -> None:
    assert _told(language, source, true) == []


@pytest.mark.parametrize(("language", "source", "false"), [(a, b, d) for a, b, _, d in CASES if d])
def test_it_does_not_when_it_is_turned_round(language: str, source: str, false: str) -> None:
    assert _told(language, source, false) != []
