"""A sentence of prose about a table of the source: numbers of a row and a column, that stand and that do not."""

import pytest

from briefing.audit.audit import audit
from briefing.model import Document
from briefing.reports.audit_findings import AuditFinding
from tests.audit.documents import document

MODELS = document(
    """# Four small models, measured

We ran four models on the same machine. Every run took one night, and we repeated the runs of Orrin Small twice. \
Veldt 3 was asked 40 questions by hand, too. The first release of Tamsin had 11 layers.

| Model | Params | ARC | GSM8K (8-shot) | Latency (ms) | Layers |
|---|---|---|---|---|---|
| Veldt 3 | 8B | 61.4 | 52.7 | 48 | 32 |
| Orrin Small | 3B | 55.0 | 38.9 | 21 | 24 |
| Orrin Large | 27B | 70.3 | 74.1 | 130 | 46 |
| Tamsin | 13B | 64.8 | 57.2 | 75 | 40 |

The first row is the oldest model, and the last was trained on texts of the law.
""",
    "models.md",
)
MILLS = document(
    """# Die Mühlen im Tal

Im Tal stehen noch vier Mühlen. Die Obermühle hat zudem 3 Boote.

| Mühle | Höhe (m) | Räder | Besucher |
|---|---|---|---|
| Obermühle | 14 | 2 | 8.310 |
| Talmühle | 11 | 4 | 12.950 |
| Hofmühle | 19 | 3 | 640 |
| Neumühle | 9 | 5 | 2.075 |
""",
    "muehlen.md",
)
BUDGET = document(
    """# What the museum spent

The museum closes its books in June. In 2032 it hired two guards.

| | 2031 | 2032 | 2033 |
|---|---|---|---|
| Rent ($ million) | 4.1 | 4.4 | 4.9 |
| Wages ($ million) | 7.2 | 8.8 | 9.3 |
| Visitors | 81,200 | 77,950 | 90,410 |
""",
    "museum.md",
)
CHESS = document(
    """# Open de Valmorin : le classement final

Le tournoi s'est joué en neuf rondes. Anouk Ferrand a mené pendant 4 rondes.

| Pos. | Joueur | Points | Victoires | Nulles |
|---|---|---|---|---|
| 1 | Anouk Ferrand | 7,5 | 6 | 3 |
| 2 | Bastien Roy | 7 | 7 | 0 |
| 3 | Carine Lhomme | 6,5 | 5 | 3 |
| 4 | Didier Roy | 6 | 4 | 4 |
| 5 | Elsa Quint | 4,5 | 3 | 3 |
""",
    "echecs.md",
)

STANDS = [
    (MODELS, "Tamsin scores 64.8 on ARC and 57.2 on GSM8K."),
    (MODELS, "Tamsin scores about 65% on ARC."),
    (MODELS, "Orrin Large reaches 70.3 on ARC, 8.9 points more than Veldt 3."),
    (MODELS, "Veldt 3 has 32 layers, 8 fewer than Tamsin."),
    (MODELS, "Veldt 3 has 8 layers fewer than Tamsin."),
    (MODELS, "Orrin Small and Orrin Large have 24 and 46 layers."),
    (MODELS, "Together, the two Orrin models have 70 layers."),
    (MODELS, "Veldt 3 and Tamsin score 61.4 and 64.8 on ARC, respectively."),
    (MODELS, "On GSM8K and ARC, Tamsin scores 57.2 and 64.8."),
    (MODELS, "Orrin Large has a latency of 130 ms, 82 ms more than Veldt 3."),
    (MODELS, "Orrin Large has a latency of 0.13 s."),
    (MODELS, "The first release of Tamsin had 11 layers."),
    (MODELS, "Tamsin had 11 layers when it was first released."),
    (MODELS, "Orrin scores 55.0 on ARC with the small model."),
    (MODELS, "Orrin Large has more than 45 layers."),
    (MODELS, "Orrin Large has more than 30 layers."),
    (MODELS, "Three models have fewer than the 46 layers of Orrin Large."),
    (MODELS, "The models behind Orrin Large have 40 layers at most."),
    (MODELS, "The 27B parameters of Orrin Large fill 46 layers."),
    (MODELS, "Veldt 3, with 32 layers, was asked 40 questions by hand."),
    (MILLS, "Die Talmühle zählte 12.950 Besucher und hat 4 Räder."),
    (MILLS, "Die Talmühle zählte rund 13.000 Besucher."),
    (MILLS, "Die Hofmühle ist mit einer Höhe von 19 m die höchste."),
    (MILLS, "Neumühle und Talmühle haben zusammen neun Räder."),
    (MILLS, "Die Neumühle hat mit fünf Rädern eines mehr als die Talmühle."),
    (BUDGET, "In 2032, wages were $8.8 million and rent $4.4 million."),
    (BUDGET, "Wages rose from $7.2 million in 2031 to $9.3 million in 2033."),
    (BUDGET, "The museum had 77,950 visitors in 2032 and 90,410 visitors in 2033."),
    (BUDGET, "In 2033 the museum had 12,460 visitors more than in 2032."),
    (CHESS, "Bastien Roy a remporté sept victoires, une de plus qu'Anouk Ferrand."),
    (CHESS, "Bastien Roy termine avec 7 points et 7 victoires."),
    (CHESS, "Carine Lhomme termine avec un point de moins que Ferrand."),
    (CHESS, "Roy compte 4 victoires, et l'autre Roy 7 victoires."),
]  # fmt: skip

# source, sentence, what the message holds
FALLS = [
    (MODELS, "Tamsin scores 70.3 on ARC.", "“64.8” here, in the row “Tamsin” under “ARC”, not “70.3”"),
    (MODELS, "On ARC, Orrin Large scores 64.8% on ARC.", "“70.3” here"),
    (MODELS, "With an ARC score of 61.4, Tamsin comes out well.", "“64.8” here"),
    (MODELS, "Tamsin has 46 layers.", "“40” here, in the row “Tamsin” under “Layers”, not “46”"),
    (MODELS, "Orrin Small has a latency of 48 ms.", "“21 ms” here"),
    (MODELS, "Tamsin reaches 38.9 on GSM8K.", "“57.2” here"),
    (MODELS, "The model Orrin Large has fewer than 38 layers.", "“46” here"),
    (MILLS, "Die Talmühle zählte 8.310 Besucher.", "“12.950” here, in the row “Talmühle” under “Besucher”"),
    (MILLS, "Die Neumühle hat vier Räder.", "“5” here"),
    (MILLS, "Die Hofmühle hat eine Höhe von 14 m.", "“19 m” here"),
    (BUDGET, "In 2032, wages were $7.2 million.", "“8.8 million $” here, in the row “Wages ($ million)” under “2032”"),
    (BUDGET, "The museum had 90,410 visitors in 2032.", "“77,950” here"),
    (CHESS, "Ferrand termine avec sept victoires.", "“6” here, in the row “Anouk Ferrand” under “Victoires”"),
    (CHESS, "Elsa Quint compte 3 victoires et 4 nulles.", "“3” here, in the row “Elsa Quint” under “Nulles”"),
    (CHESS, "Bastien Roy finit le tournoi avec 6,5 points.", "“7” here"),
]  # fmt: skip


def found(source: Document, sentence: str) -> list[AuditFinding]:
    text = f"# {source.blocks[0].text}\n\n{sentence}\n"
    made = audit(document(text, "summary.md"), [source])
    return [each for each in made.findings if each.severity in ("error", "warning")]


@pytest.mark.parametrize(("source", "sentence"), STANDS)
def test_a_number_that_the_table_has_or_that_is_made_of_it_is_not_accused(source: Document, sentence: str) -> None:
    assert [each.message for each in found(source, sentence)] == []


@pytest.mark.parametrize(("source", "sentence", "shown"), FALLS)
def test_a_number_that_the_table_has_otherwise_is_told_with_its_row(
    source: Document, sentence: str, shown: str
) -> None:
    findings = found(source, sentence)
    assert [each.kind for each in findings] == ["number"]
    assert shown in findings[0].message
    assert findings[0].passage is not None
