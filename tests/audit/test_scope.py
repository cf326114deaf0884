"""How many of them, and how many times."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SOURCES = {
    "en": """# The herd of Aune

The herd of Aune was counted twice. Most of the brown goats were sold in autumn, and some of the kids went to Vik.

In 2030 the new fence halved the losses to foxes. A winter coat weighs about one and a half times as much as a \
summer coat.

Few farmers of the valley keep sheep. All the goats have bells, and the price of milk doubled within three years.
""",
    "de": """# Die Herde von Aune

Die Herde von Aune wurde gezählt. Die meisten braunen Ziegen wurden im Herbst verkauft, und einige Zicklein \
kamen nach Vik.

Der neue Zaun halbierte die Verluste durch Füchse. Alle Ziegen tragen Glocken.
""",
}
LEADS = {
    "en": "# The herd of Aune\n\nThe herd of Aune was counted twice, and so were the goats.\n\n",
    "de": "# Die Herde von Aune\n\nDie Herde von Aune wurde gezählt, und die Ziegen auch.\n\n",
}
FALSE = [
    ("en", "All of the brown goats were sold in autumn."),
    ("en", "Few brown goats were sold in autumn."),
    ("en", "All of the kids went to Vik in autumn."),
    ("en", "Most farmers of the valley keep sheep."),
    ("en", "In 2030 the new fence cut the losses to foxes to a quarter."),
    ("en", "A winter coat weighs three times as much as a summer coat."),
    ("en", "The price of milk tripled within three years."),
    ("en", "In Aune, not all the goats of the herd have bells."),
    ("de", "Nicht alle Ziegen tragen Glocken."),
    ("de", "Alle braunen Ziegen wurden im Herbst verkauft."),
    ("de", "Der neue Zaun drückte die Verluste durch Füchse auf ein Viertel."),
]
TRUE = [
    ("en", "Some of the brown goats were sold in autumn."),
    ("en", "The majority of the brown goats were sold in autumn."),
    ("en", "Some of the goats have bells."),
    ("en", "Each of the goats has a bell."),
    ("en", "Hardly any farmers of the valley keep sheep."),
    ("en", "In 2030 the new fence cut the losses to foxes in half."),
    ("en", "A winter coat weighs 1.5 times as much as a summer coat."),
    ("en", "Within three years, milk came to cost twice as much, since its price doubled."),
    ("de", "Viele braune Ziegen wurden im Herbst verkauft."),
    ("de", "Jede der Ziegen trägt eine Glocke."),
]
READ = {language: document(text, f"{language}.md") for language, text in SOURCES.items()}


def _told(language: str, text: str) -> list[str]:
    found = audit(document(LEADS[language] + text), [READ[language]]).findings
    return [f"{each.kind} {each.verdict}" for each in found if each.severity != "info"]


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_more_or_fewer_than_the_source_has_is_contradicted(language: str, text: str) -> None:
    assert _told(language, text)
    assert set(_told(language, text)) <= {"statement contradicted", "number contradicted"}


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_as_many_in_other_words_is_not(language: str, text: str) -> None:
    assert _told(language, text) == []
