"""Whole summaries of sources that are mostly tables: what people write of such, true and false."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

PHONES = """# Five phones of the spring, tested

We tested five phones for three weeks. All of them charge by cable, and two of them without. The Kestrel 5 has
grown by 4 mm since last year.

## Results

| Phone | Price ($) | Battery (h) | Weight (g) | Screen (in) | Score |
|---|---|---|---|---|---|
| Kestrel 5 | 799 | 14.5 | 188 | 6.1 | 87 |
| Kestrel 5 Plus | 899 | 17.0 | 214 | 6.7 | 88 |
| Moth One | 349 | 19.5 | 201 | 6.5 | 79 |
| Aria X | 1,099 | 13.0 | 226 | 6.8 | 91 |
| Finch Mini | 499 | 10.5 | 141 | 5.4 | 74 |

The Moth One is our choice for everybody who travels. It survived a fall of 2 metres. For $50 more, there is a
leather case for the Aria X.

| Phone | Photos | Video |
|---|---|---|
| Kestrel 5 | 84 | 86 |
| Moth One | 70 | 68 |
| Aria X | 93 | 90 |
"""
PHONES_STANDS = """
The Kestrel 5 costs $799 and weighs 188 grams.
With a battery that lasts 19.5 hours, the Moth One runs longest.
The Moth One has a battery life of 19.5 hours.
The Aria X, at a price of $1,099, is the most expensive of the five.
The Aria X has the highest score, 91 points.
The Aria X gets a score of 91 and scores 93 for its photos.
The Kestrel 5 Plus costs $100 more than the Kestrel 5.
The Kestrel 5 Plus weighs 26 grams more than the smaller Kestrel 5.
At 141 grams, the Finch Mini is by far the lightest phone.
The Finch Mini has the smallest screen, at 5.4 inches.
The Finch Mini, with its 5.4-inch screen, weighs 85 grams less than the Aria X.
The Moth One costs less than half as much as the Kestrel 5.
The Moth One costs $349, $150 less than the Finch Mini.
The two Kestrels score 87 and 88.
With a score of 79, the Moth One lies 12 points behind the Aria X.
The Moth One survived a fall of 2 metres.
A leather case for the Aria X costs $50 more.
The Kestrel 5 has grown by 4 mm since last year.
The Kestrel 5 has a battery life of fourteen and a half hours.
The price of the Aria X is about $1,100.
The Kestrel 5 lasts four hours longer than the Finch Mini.
Both the Kestrel 5 Plus and the Aria X weigh more than 200 grams.
In photos, the Aria X scores 93 and the Moth One 70.
The Kestrel 5 has a higher score than the Moth One but a shorter battery life.
Every phone costs more than $300.
"""
PHONES_FALLS = """
The Kestrel 5 has a price of $899.
The Moth One has a battery life of 14.5 hours.
The Aria X has a score of 87.
The Moth One has a higher score than the Kestrel 5.
The Finch Mini has the highest score.
The Moth One has a price of $499 and a score of 79.
With a score of 91, the Moth One is a surprise.
The Aria X scores 84 in photos.
The Aria X has a screen of 6.1 inches.
The Finch Mini has a weight of 226 g.
"""

FINANCE = """# Halden Ferries: the year in figures

Halden Ferries publishes its figures each March. Passenger numbers fell in the autumn because of storms. Revenue
grew by 8 % in the second half.

| (in million euros) | 2029 | 2030 | 2031 |
|---|---|---|---|
| Revenue | 412 | 388 | 431 |
| Operating profit | 37 | 12 | 44 |
| Net debt | 210 | 245 | 198 |
| Employees | 2,140 | 2,055 | 2,098 |
| Passengers (thousand) | 6,310 | 5,870 | 6,605 |

The board proposes a dividend of 1.20 euros a share. Net debt is to fall to 150 million euros by 2033.
"""
FINANCE_STANDS = """
Revenue reached 431 million euros in 2031, after 388 million the year before.
In 2030, operating profit fell to 12 million euros.
In 2030 revenue fell by 24 million euros.
Net debt stood at 198 million euros in 2031.
Net debt is to fall to 150 million euros by 2033.
The ferries carried 6.6 million passengers in 2031.
The company had 2,098 employees in 2031, 43 more than in 2030.
Operating profit rose from 12 million euros in 2030 to 44 million euros in 2031.
Employees numbered 2,140 in 2029.
Passengers in 2030 numbered 5.87 million.
Revenue grew by 11 % in 2031.
Revenue in the second half grew by 8 %.
In 2029, the company had revenue of 412 million euros and an operating profit of 37 million.
Revenue was higher in 2031 than in 2030.
The year 2031 has the highest revenue of the three.
Between 2029 and 2031, revenue rose by 19 million euros.
For 2031, a dividend of 1.20 euros a share is proposed.
"""
FINANCE_FALLS = """
Revenue was 412 million euros in 2031.
In 2030, net debt was 198 million euros.
Operating profit was 44 million euros in 2029.
The company had 2,098 employees in 2029.
In 2031, revenue was 388 million euros.
Net debt stood at 245 million euros in 2029.
"""

BENCH = """# Notes on the Sable models

The Sable team released two models in May. Sable-7B was trained on 2 trillion tokens, and Sable-34B on 5
trillion. Both have a context of 32k tokens. On our own exam of 200 questions, Sable-34B got 143 right.

**Table 1.** Accuracy on common benchmarks (%).

| Model | MMLU | HellaSwag | HumanEval | GSM8K | Average |
|---|---|---|---|---|---|
| Sable-7B | 62.1 | 81.0 | 30.5 | 46.2 | 55.0 |
| Sable-34B | 74.9 | 85.8 | 48.2 | 71.4 | 70.1 |
| Gannet 13B | 58.3 | 80.2 | 24.4 | 33.9 | 49.2 |
| Gannet 70B | 71.7 | 86.5 | 39.6 | 66.1 | 66.0 |
| Lyre-Instruct | 66.0 | 79.5 | 52.4 | 61.7 | 64.9 |

Lyre-Instruct is much better at code than its size lets one expect. After more training, Sable-7B gained 3.1
points on MMLU.

**Table 2.** Perplexity on books (lower is better).

| Model | PPL | Tokens/s |
|---|---|---|
| Sable-7B | 6.12 | 110 |
| Sable-34B | 4.87 | 31 |
| Gannet 70B | 4.95 | 14 |
"""
BENCH_STANDS = """
Sable-34B scores 74.9 on MMLU, 3.2 points ahead of Gannet 70B.
On MMLU, Sable-34B reaches 74.9 %, and Gannet 70B 71.7 %.
Sable-7B was trained on 2 trillion tokens.
Lyre-Instruct reaches 52.4 on HumanEval, more than any other model.
Lyre-Instruct has the highest HumanEval score.
Gannet 70B has the highest HellaSwag score.
Sable-34B beats Gannet 70B on MMLU, HumanEval and GSM8K but not on HellaSwag.
On GSM8K, Sable-7B scores 46.2, well above the 33.9 of Gannet 13B.
With 62.1 on MMLU, Sable-7B outperforms the larger Gannet 13B, which scores 58.3.
After more training, Sable-7B gained 3.1 points on MMLU.
Sable-34B has a perplexity of 4.87, a bit lower than the 4.95 of Gannet 70B.
Sable-34B writes 31 tokens/s, more than twice as many as Gannet 70B.
Sable-7B scores nearly twice as much on GSM8K as on HumanEval, no: 46.2 against 30.5.
The average of Sable-34B is 70.1.
On average, Gannet 13B scores 49.2 and Lyre-Instruct 64.9.
Sable-34B got 143 of 200 questions right.
The MMLU score of Gannet 70B is 71.7.
Gannet 70B scores 66.1 on GSM8K and 39.6 on HumanEval.
From 7B to 34B, Sable improves by 12.8 points on MMLU.
Sable-34B improves on Sable-7B by 25.2 points on GSM8K.
On HellaSwag, all models score between 79.5 and 86.5.
MMLU and GSM8K scores of Sable-34B are 74.9 and 71.4.
Sable-34B scores around 75% on MMLU and just over 71% on GSM8K.
The 34B model of Sable scores 48.2 on HumanEval.
The smaller Sable model, Sable-7B, generates 110 tokens per second.
Gannet 13B comes last on MMLU with 58.3.
"""
BENCH_FALLS = """
Sable-34B scores 71.7 on MMLU.
Sable-7B scores 58.3 on MMLU and 46.2 on GSM8K.
Gannet 70B reaches 48.2 on HumanEval.
Lyre-Instruct reaches 61.7 on HumanEval.
On GSM8K, Gannet 13B scores 46.2.
The MMLU score of Gannet 70B is 74.9.
Sable-34B has the highest HellaSwag score.
Gannet 70B has a higher HumanEval score than Lyre-Instruct.
With a GSM8K score of 33.9, Sable-34B disappoints.
Gannet 70B achieves a PPL of 6.12.
Sable-34B scores 85.8 on MMLU.
"""

CITIES = """# Die größten Städte am Fluss

Am Fluss liegen sieben Städte. Die Zählung war 2032. Morbach wuchs seit 2022 um 4.000 Einwohner.

| Rang | Stadt | Einwohner | Fläche (km²) | Brücken |
|---|---|---|---|---|
| 1 | Altenried | 214.300 | 142 | 9 |
| 2 | Morbach | 187.650 | 98 | 11 |
| 3 | Sankt Velten | 96.400 | 77 | 4 |
| 4 | Oberlau | 51.200 | 60 | 3 |
| 5 | Tannfurt | 18.900 | 41 | 2 |
"""
CITIES_STANDS = """
Altenried hat 214.300 Einwohner und neun Brücken.
Morbach hat mit elf Brücken zwei mehr als Altenried.
Sankt Velten hat rund 96.000 Einwohner.
Oberlau liegt mit 51.200 Einwohnern auf Platz 4.
Tannfurt ist mit 18.900 Einwohnern die kleinste Stadt.
Morbach wuchs seit 2022 um 4.000 Einwohner.
Altenried hat mehr Einwohner als Morbach, aber weniger Brücken.
Morbach hat die meisten Brücken.
Altenried und Morbach haben zusammen 20 Brücken.
In Sankt Velten gibt es vier Brücken, in Oberlau drei.
Die Fläche von Oberlau beträgt 60 km².
Morbach hat gut 187.000 Einwohner.
Oberlau hat mehr als 50.000 Einwohner.
Sankt Velten liegt auf dem dritten Platz.
"""
CITIES_FALLS = """
Altenried hat elf Brücken.
Morbach hat 214.300 Einwohner.
Oberlau liegt auf Platz 3.
Morbach hat mehr Einwohner als Altenried.
Tannfurt hat vier Brücken.
Die Fläche von Oberlau beträgt 77 km².
Altenried hat die meisten Brücken.
"""

FOOT = """# La ligue des vallées : bilan

Huit clubs ont joué quatorze journées. Au match aller, Pierreval avait marqué 6 buts contre Lassy.

| Rang | Club | Points | Victoires | Défaites | Buts |
|---|---|---|---|---|---|
| 1 | FC Pierreval | 31 | 10 | 3 | 35 |
| 2 | AS Lassy | 29 | 9 | 3 | 28 |
| 3 | Racing Orbeau | 22 | 6 | 4 | 30 |
| 4 | Stade Milon | 15 | 4 | 7 | 17 |
"""
FOOT_STANDS = """
Le FC Pierreval termine premier avec 31 points.
Pierreval a gagné dix matchs et marqué 35 buts.
L'AS Lassy compte deux points de moins que Pierreval.
Racing Orbeau a marqué 30 buts, deux de plus que Lassy.
Le Stade Milon a subi sept défaites.
Au match aller, Pierreval avait marqué 6 buts contre Lassy.
Lassy et Pierreval n'ont subi que trois défaites chacun.
Racing Orbeau finit troisième, derrière Lassy.
Lassy a plus de points que Racing Orbeau mais moins de buts.
Le Racing Orbeau totalise 22 points, soit neuf de moins que Pierreval.
Stade Milon, 15 points, est loin derrière.
"""
FOOT_FALLS = """
L'AS Lassy termine avec 31 points.
Le Stade Milon compte neuf victoires.
Racing Orbeau a subi sept défaites.
Racing Orbeau finit deuxième.
Pierreval a marqué 28 buts.
Stade Milon a plus de points que Racing Orbeau.
"""

WEATHER = """# A year at the weather station of Torhamn

The station stands 14 m above the sea. In July a storm took the roof off the shed; on the 9th alone, 41 mm of
rain fell. Last July was drier, with 22 mm of rain.

| Month | Mean temperature (°C) | Rain (mm) | Days of frost | Highest gust (km/h) |
|---|---|---|---|---|
| January | -1.4 | 38 | 21 | 88 |
| February | -0.9 | 31 | 19 | 94 |
| March | 2.2 | 29 | 14 | 79 |
| April | 6.3 | 33 | 6 | 71 |
| May | 11.0 | 27 | 0 | 66 |
| June | 15.1 | 44 | 0 | 70 |
| July | 17.4 | 97 | 0 | 112 |
| Total | | 299 | 60 | |
"""
WEATHER_STANDS = """
July brought 97 mm of rain, more than any other month.
In July of the previous year, there were 22 mm of rain.
January had 21 days of frost, two more than February.
There were 60 days of frost in total.
The mean temperature in January was -1.4 °C.
The mean temperature was below zero in January and February.
In April, there were only 6 days of frost.
The highest gust of the year, 112 km/h, was measured in July.
The highest gust in March was 79 km/h.
From March to April, the mean temperature rose by 4.1 degrees.
January and February together brought 69 mm of rain.
Rain in May was scarce, with 27 mm.
In February, gusts reached 94 km/h.
It rained least in May.
In June there were 44 mm of rain, and the mean temperature was 15.1 °C.
"""
WEATHER_FALLS = """
In January, there were 19 days of frost.
In May, there were 44 mm of rain.
The mean temperature in June was 17.4 °C.
The highest gust in April was 94 km/h.
"""

SHOTS = """# Comparing tutors

We compare three tutor models with a baseline. Each was asked 500 questions in maths and 300 in law. The
baseline answered 118 of the maths questions. In an earlier version of this table, Quill-2 had 71.3 in law; this
was a typing error.

| Model | Shots | Maths | Law | Cost per 1M tokens |
|---|---|---|---|---|
| Baseline | 0 | 23.6 | 31.0 | $0.10 |
| Quill-2 | 0 | 58.2 | 61.3 | $1.50 |
| Quill-2 | 5 | 63.9 | 66.0 | $1.50 |
| Quill-2 Pro | 0 | 71.1 | 70.4 | $6.00 |
| Quill-2 Pro | 5 | 74.8 | 72.9 | $6.00 |
| Tern 70B | 5 | 66.5 | 73.7 | $0.90 |

Human experts reach 82 in maths and 79 in law.
"""
SHOTS_STANDS = """
With five shots, Quill-2 scores 63.9 in maths.
Without shots, Quill-2 scores 58.2 in maths and 61.3 in law.
Quill-2 Pro scores 74.8 in maths with five examples.
Quill-2 Pro costs $6.00 per million tokens, four times as much as Quill-2.
Tern 70B has a law score of 73.7, ahead of Quill-2 Pro.
Tern 70B reaches 73.7 in law at a cost of $0.90.
Human experts score 82 in maths and 79 in law, so Quill-2 Pro is 7.2 points short.
The baseline reaches 23.6 in maths and 31.0 in law.
The baseline answered 118 of 500 maths questions.
In an earlier version of the table, Quill-2 had a law score of 71.3.
Five shots add 5.7 points in maths to Quill-2.
Tern 70B has the highest law score.
Even Quill-2 Pro stays below the 82 of human experts in maths.
Tern 70B gets 66.5 in maths, which is better than Quill-2 but worse than Quill-2 Pro.
Quill-2 Pro in maths: 71.1 without examples, 74.8 with five.
At $1.50, Quill-2 is cheaper than Quill-2 Pro.
"""
SHOTS_FALLS = """
Tern 70B scores 72.9 in law.
The baseline reaches 31.0 in maths.
Quill-2 Pro scores 66.5 in maths.
Tern 70B has a maths score of 73.7.
Tern 70B has the highest maths score.
"""

CICLISMO = """# Volta das Serras: resultado final

A volta teve oito etapas e 1.124 km. Na quinta etapa, Rui Telhado ganhou 40 segundos. No ano passado, Rui
Telhado somou 51 pontos.

| Pos. | Ciclista | Equipa | Pontos | Vitórias | Etapas na frente |
|---|---|---|---|---|---|
| 1 | Inês Carvalhal | Norte | 88 | 3 | 5 |
| 2 | Rui Telhado | Sul | 79 | 2 | 2 |
| 3 | Marta Quina | Norte | 64 | 1 | 1 |
| 4 | Abel Quina | Ilhas | 60 | 2 | 0 |
"""
CICLISMO_STANDS = """
Inês Carvalhal venceu a volta com 88 pontos e três vitórias.
Rui Telhado ficou em segundo lugar, a nove pontos de Carvalhal.
Marta Quina ficou em terceiro, à frente de Abel Quina.
Abel Quina venceu duas etapas, tantas quanto Rui Telhado.
Na quinta etapa, Rui Telhado ganhou 40 segundos.
No ano passado, Rui Telhado somou 51 pontos.
Marta Quina, com 64 pontos, ficou quatro pontos à frente de Abel Quina.
Os dois Quina somaram 124 pontos.
Carvalhal terminou em primeiro lugar.
Abel Quina terminou em quarto, com 60 pontos.
Carvalhal tem mais vitórias do que Telhado.
"""
CICLISMO_FALLS = """
Rui Telhado terminou com 88 pontos.
Marta Quina ficou em segundo lugar.
Inês Carvalhal conquistou duas vitórias.
Abel Quina ficou à frente de Marta Quina.
Marta Quina tem mais vitórias do que Abel Quina.
"""

SETS = [
    (WEATHER, WEATHER_STANDS, WEATHER_FALLS),
    (SHOTS, SHOTS_STANDS, SHOTS_FALLS),
    (CICLISMO, CICLISMO_STANDS, CICLISMO_FALLS),
    (PHONES, PHONES_STANDS, PHONES_FALLS),
    (FINANCE, FINANCE_STANDS, FINANCE_FALLS),
    (BENCH, BENCH_STANDS, BENCH_FALLS),
    (CITIES, CITIES_STANDS, CITIES_FALLS),
    (FOOT, FOOT_STANDS, FOOT_FALLS),
]


@pytest.mark.parametrize(("source", "stands", "falls"), SETS)
def test_of_a_summary_of_tables_what_is_false_is_told_and_nothing_else(source: str, stands: str, falls: str) -> None:
    true, false = stands.strip().splitlines(), falls.strip().splitlines()
    text = "\n\n".join([source.splitlines()[0], *true, *false])
    made = audit(document(text, "summary.md"), [document(source, "source.md")])
    told = {each.statement for each in made.findings if each.severity in ("error", "warning")}
    assert [each for each in true if each in told] == []
    assert [each for each in false if each not in told] == []
