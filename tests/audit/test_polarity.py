"""Denials in another construction: what a source denies, and a sentence says wherever it stands in it."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.polarity import denied
from tests.audit.documents import document

SOURCES = {
    "en": """# The lighthouse of Torvik

The keepers of Torvik moved out of the lighthouse in 1988, and the lamp has been electric since then.

The storm of January moved the lantern room, but among the lamps, the mirrors and the spare lenses no glass \
broke at all.

Neither the county nor the parish has paid for the new stairs. The foundation, which had promised money, is in \
no way rich.

In the harsh winter of 1994 the fog horn, of which nobody had heard for years, could not be repaired by the \
keepers' sons.

The tower didn't open to visitors until 2003. The light is not only seen from the ferry.
""",
    "de": """# Der Leuchtturm von Torvik

Die Wärter von Torvik verließen den Leuchtturm 1988, und seither brennt die Lampe mit Strom.

Über die Kosten der neuen Treppe wollte im Gemeinderat niemand öffentlich sprechen.

Weder der Kreis noch die Pfarrei haben die neue Treppe bezahlt. Den Plan der Stiftung hat der Verein nicht \
unterschrieben.

Das Nebelhorn des Turms ist nicht nur im Hafen zu hören.
""",
    "fr": """# Le phare de Torvik

Les gardiens de Torvik ont quitté le phare en 1988, et la lampe est électrique depuis.

La fondation, dont le président ne mentionne pas la dette du phare, avait promis un nouvel escalier.

La commune ne vendra pas cette année la maison des gardiens. La lampe n'éclaire que le port.
""",
}
FALSE = [
    ("en", "Among the spare lenses of the lighthouse some glass broke in the storm of January."),
    ("en", "Both the county and the parish have paid for the new stairs."),
    ("en", "The foundation that promised money is rich."),
    ("en", "The fog horn was repaired in 1994 by the sons of the keepers."),
    ("en", "The storm of January did not move the lantern room of the lighthouse."),
    ("de", "Im Gemeinderat wurde öffentlich über die Kosten der neuen Treppe gesprochen."),
    ("de", "Sowohl der Kreis als auch die Pfarrei haben die neue Treppe bezahlt."),
    ("de", "Der Verein hat den Plan der Stiftung unterschrieben."),
    ("fr", "Le président de la fondation mentionne la dette du phare."),
    ("fr", "Cette année, la commune va vendre la maison des gardiens."),
]
TRUE = [
    ("en", "The storm of January spared the glass of the lamps, the mirrors and the spare lenses."),
    ("en", "The county left the new stairs unpaid, and so did the parish."),
    ("en", "The foundation that promised money is poor."),
    ("en", "The keepers' sons failed to repair the fog horn in 1994."),
    ("en", "The tower has been open to visitors since 2003."),
    ("en", "The light is seen from the ferry, and from elsewhere."),
    ("en", "Nobody had heard of the fog horn for years."),
    ("de", "Im Gemeinderat schwieg man öffentlich über die Kosten der neuen Treppe."),
    ("de", "Die neue Treppe haben Kreis und Pfarrei nicht bezahlt."),
    ("fr", "Le président de la fondation passe sous silence la dette du phare."),
    ("fr", "La lampe éclaire seulement le port."),
]
LEADS = {
    "en": "# The lighthouse of Torvik\n\nThe keepers of Torvik moved out of the lighthouse in 1988.\n\n",
    "de": "# Der Leuchtturm von Torvik\n\nDie Wärter von Torvik verließen den Leuchtturm im Jahr 1988.\n\n",
    "fr": "# Le phare de Torvik\n\nLes gardiens de Torvik ont quitté le phare en 1988.\n\n",
}
READ = {language: document(text, f"{language}.md") for language, text in SOURCES.items()}


def _told(language: str, text: str) -> list[str]:
    found = audit(document(LEADS[language] + text), [READ[language]]).findings
    return [f"{each.kind} {each.verdict}" for each in found if each.severity != "info"]


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_what_a_source_denies_in_another_construction_is_contradicted(language: str, text: str) -> None:
    assert set(_told(language, text)) <= {"negation contradicted", "statement contradicted"} and _told(language, text)


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_it_says_in_other_words_is_not_accused(language: str, text: str) -> None:
    assert _told(language, text) == []


DENIED = [
    ("The horn was not repaired by the sons.", "en", [("not", "repaired")]),
    ("The horn is in no way loud.", "en", [("no", "loud")]),
    ("The tower did not open until May.", "en", []),
    ("The horn is not only loud.", "en", []),
    ("Why does nobody hear it?", "en", []),
    ("Der Rat hat nicht alle Pläne gesehen.", "de", []),
    ("Niemand wollte sprechen.", "de", [("Niemand", "sprechen")]),
    ("Il ne cite pas le nom.", "fr", [("ne", "cite")]),
    ("Nor do the keepers answer.", "en", [("Nor", "answer")]),
]


@pytest.mark.parametrize(("text", "language", "expected"), DENIED)
def test_the_word_that_is_denied(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.cue, each.word) for each in denied(text, language)] == expected
