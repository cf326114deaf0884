"""Another name at the same place: statements about an observatory of our own, and one in German."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SOURCES = {
    "en": """# The survey of the ice moons

The survey began in 2027, and it ends when the money does. The team used the old Strand Observatory in Lofoten to look \
at the moon Hymir.

Brimir's small, ice-covered moon Hymir has a thin tail. The paper appeared in the journal Ice and Sky in March.

When the astronomer Ida Solberg of Vik University opened the dome in a gale, she thought that the mirror had gone.

The Sund Mirror Lab polished the second mirror. Ulla Brandt wrote the control program in Ada and Oberon for the dome.

The money came from the Norwegian government and the Nordic Council of Astronomy. Per Lunde was born in Bodø.
""",
    "de": """# Die Vermessung der Eismonde

Die Vermessung begann 2027. Die Daten liegen in der Cloud von Nordlys in Tromsund und sind verschlüsselt.

Am Stammsitz Aunevik steht seit Mai ein neuer Spiegel. Das Land Nordmark zahlt die Hälfte der Kosten.

Das Universitätsklinikum Sundheim bietet den Beobachtern seit 2029 eine eigene Sprechstunde an.
""",
}
LEADS = {
    "en": "# The survey of the ice moons\n\nThe survey of the moons began in 2027, and ends when the money does.\n\n",
    "de": "# Die Vermessung der Eismonde\n\nDie Vermessung der Eismonde begann im Jahr 2027.\n\n",
}
FALSE = [
    ("en", "The team used the old Strand Observatory in Shetland to look at the moon."),
    ("en", "Hymir is a small moon of Thrymr, and has a thin tail."),
    ("en", "The paper appeared in March, in the journal Frost."),
    ("en", "Per Lunde opened the dome in a gale, and thought that the mirror had gone."),
    ("en", "It was the Vik Mirror Lab that polished the second mirror."),
    ("en", "Ulla Brandt wrote the program that controls the dome in Ada and Fortran."),
    ("de", "Die Daten liegen verschlüsselt in der Cloud von Nordlys in Bergstadt."),
    ("de", "Seit Mai steht am Stammsitz Tromsund ein neuer Spiegel."),
    ("de", "Die Hälfte der Kosten zahlt das Land Südmark."),
    ("de", "Seit 2029 bietet das Universitätsklinikum Aunevik den Beobachtern eine Sprechstunde an."),
]
TRUE = [
    ("en", "To look at Hymir, the team used the Strand Observatory in the Lofoten islands."),
    ("en", "Hymir is a small moon of Brimir, and has a thin tail."),
    ("en", "In March the paper appeared in a journal, Ice and Sky."),
    ("en", "Solberg opened the dome in a gale, and thought that the mirror had gone."),
    ("en", "A lab in Sund polished the second mirror."),
    ("en", "The control program of the dome is in Oberon and Ada."),
    ("en", "The government of Norway gave some of the money."),
    ("en", "The NCA gave money, and so did the government."),
    ("de", "Die Daten sind verschlüsselt und liegen bei Nordlys in Tromsund."),
    ("de", "Ein neuer Spiegel steht seit Mai in Aunevik, am Stammsitz."),
    ("de", "Vom Land Nordmark kommt die Hälfte der Kosten."),
    ("de", "Beim Universitätsklinikum Sundheim gibt es seit 2029 eine Sprechstunde für Beobachter."),
]
READ = {language: document(text, f"{language}.md") for language, text in SOURCES.items()}


def _told(language: str, text: str) -> list[str]:
    found = audit(document(LEADS[language] + text), [READ[language]]).findings
    return [f"{each.kind} {each.verdict}" for each in found if each.severity != "info"]


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_another_name_at_the_same_place_is_contradicted(language: str, text: str) -> None:
    assert "name contradicted" in _told(language, text)


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_the_same_name_at_another_place_or_in_another_form_is_not(language: str, text: str) -> None:
    assert _told(language, text) == []
