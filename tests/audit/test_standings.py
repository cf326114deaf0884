"""Places of a table of places, and rows of a table compared: what stands and what does not."""

import pytest

from briefing.audit.audit import audit
from briefing.model import Document
from briefing.reports.audit_findings import AuditFinding
from tests.audit.documents import document

ROWING = document(
    """# The regatta on the Lune, all results

Eight boats rowed nine races in four weeks. After three of them the Heron was fourth.

| Rank | Boat | Points | Wins | Crew weight (kg) |
|---|---|---|---|---|
| 1 | Marsh Owl | 88 | 4 | 612 |
| 2 | Heron | 81 | 5 | 598 |
| 3 | Lady Tansy | 77 | 0 | 640 |
| 4 | Pike | 60 | 0 | 571 |
| 5 | Old Badger | 41 | 0 | 655 |
""",
    "regatta.md",
)
COPA = document(
    """# Copa de las Salinas

Seis equipos jugaron en la sal durante dos semanas.

| Puesto | Equipo | Puntos | Goles |
|---|---|---|---|
| 1 | Alcatraz | 13 | 19 |
| 2 | Marismas | 11 | 22 |
| 3 | Salineros | 8 | 9 |
| 4 | Faro Viejo | 2 | 4 |
""",
    "copa.md",
)
KEGELN = document(
    """# Kegeln in Oberau: der Endstand

Gespielt wurde an sechs Abenden.

| Platz | Verein | Punkte | Siege |
|---|---|---|---|
| 1 | Lohmühle | 34 | 9 |
| 2 | Steinbruch | 30 | 10 |
| 3 | Alte Post | 21 | 5 |
""",
    "kegeln.md",
)

STANDS = [
    (ROWING, "Lady Tansy finished third with 77 points."),
    (ROWING, "In fourth place came the Pike, and the Old Badger was last."),
    (ROWING, "Lady Tansy finished third, ahead of Pike."),
    (ROWING, "Heron finished in second place behind Marsh Owl."),
    (ROWING, "In the first place, the Heron rowed well."),
    (ROWING, "Heron came first in wins."),
    (ROWING, "The boat behind Heron finished third."),
    (ROWING, "Pike's rival came fifth."),
    (ROWING, "Old Badger did not finish in fourth place."),
    (ROWING, "Marsh Owl and Heron took first and second place."),
    (ROWING, "After three weeks Heron was in fourth place."),
    (ROWING, "Heron won more races than Marsh Owl, and so had more wins than Marsh Owl."),
    (ROWING, "Marsh Owl has more points than any other boat."),
    (ROWING, "Heron has the most wins."),
    (ROWING, "Lady Tansy has one of the highest crew weights."),
    (ROWING, "Heron has fewer points than Marsh Owl but more wins."),
    (ROWING, "Pike has no more wins than Old Badger."),
    (COPA, "Salineros terminó tercero con 8 puntos."),
    (COPA, "Marismas quedó en segundo puesto, detrás de Alcatraz."),
    (COPA, "Marismas marcó más goles que Alcatraz."),
    (KEGELN, "Die Mannschaft von Steinbruch landete auf Platz 2 mit mehr Siegen als Lohmühle."),
    (KEGELN, "Steinbruch hat mehr Siege als Lohmühle."),
    (KEGELN, "Die Lohmühle hat mehr Punkte als Steinbruch, aber weniger Siege als Steinbruch."),
    (ROWING, "Pike weighs less than Lady Tansy."),
    (ROWING, "Old Badger has the highest crew weight."),
    (ROWING, "The most wins are those of Heron, and Marsh Owl has the most points."),
    (ROWING, "Among the heavy boats, Lady Tansy has the most points."),
    (ROWING, "Lady Tansy has more points than Pike and Old Badger."),
    (ROWING, "Pike has more points than Old Badger and fewer than Heron."),
    (ROWING, "With a higher crew weight than Pike, Heron won more races than Pike."),
    (ROWING, "Marsh Owl won four of the nine races."),
    (ROWING, "Heron won five races, one more than Marsh Owl."),
    (ROWING, "Marsh Owl and Heron won nine races together."),
    (ROWING, "Marsh Owl and Heron won all nine races."),
    (ROWING, "Nine races were rowed, and Marsh Owl won four."),
]

# source, sentence, what the message holds
FALLS = [
    (ROWING, "Lady Tansy finished fourth with 77 points.", "“3” here, as the place of the row “Lady Tansy”, not “4”"),
    (ROWING, "The Old Badger took third place.", "“5” here, as the place"),
    (ROWING, "Marsh Owl finished the season 2nd.", "“1” here, as the place"),
    (ROWING, "Pike finished ahead of Lady Tansy.", "“Pike” has place 4, and “Lady Tansy” place 3"),
    (ROWING, "Marsh Owl came in behind Lady Tansy.", "“Marsh Owl” has place 1"),
    (COPA, "Salineros quedó en cuarto puesto.", "“3” here, as the place of the row “Salineros”"),
    (COPA, "Faro Viejo terminó por delante de Salineros.", "“Faro Viejo” has place 4"),
    (KEGELN, "Die Alte Post landete auf Platz 2.", "“3” here, as the place"),
    (
        ROWING,
        "Marsh Owl has more wins than Heron.",
        "Under “Wins” the source has “4” for “Marsh Owl”, and “5” for “Heron”",
    ),
    (ROWING, "Marsh Owl won more races than Heron.", "Under “Wins” the source has “4” for “Marsh Owl”"),
    (ROWING, "Pike has a higher crew weight than Lady Tansy.", "“571 kg” for “Pike”"),
    (ROWING, "The Old Badger has the most points.", "“88” for “Marsh Owl”"),
    (ROWING, "Lady Tansy has the lowest crew weight of all.", "“571 kg” for “Pike”"),
    (ROWING, "Marsh Owl has more wins than any other boat.", "“5” for “Heron”"),
    (ROWING, "Marsh Owl won seven races.", "“4” here, in the row “Marsh Owl” under “Wins”"),
    (COPA, "Alcatraz marcó más goles que Marismas.", "“22” for “Marismas”"),
    (KEGELN, "Lohmühle hat mehr Siege als Steinbruch.", "“10” for “Steinbruch”"),
]


def found(source: Document, sentence: str) -> list[AuditFinding]:
    text = f"# {source.blocks[0].text}\n\n{sentence}\n"
    made = audit(document(text, "summary.md"), [source])
    return [each for each in made.findings if each.severity in ("error", "warning")]


@pytest.mark.parametrize(("source", "sentence"), STANDS)
def test_what_the_table_has_is_not_accused(source: Document, sentence: str) -> None:
    assert [each.message for each in found(source, sentence)] == []


@pytest.mark.parametrize(("source", "sentence", "shown"), FALLS)
def test_another_place_and_another_order_are_told_with_the_row(source: Document, sentence: str, shown: str) -> None:
    findings = found(source, sentence)
    assert len(findings) == 1
    assert shown in findings[0].message
