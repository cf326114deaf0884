"""Each rule: a table of statements that stand on their passage, and a table of statements that do not."""

import pytest

from briefing.checks.base import Check, Statement, missing
from briefing.checks.table import CHECKS, checks

RULES: dict[str, Check] = {check.name: check for check in checks()}

# rule, language, statement, passage
CARRIED = [
    ("numbers", "en", "It was trained on 15 trillion tokens.", "The set holds 15T tokens."),
    ("numbers", "en", "It was trained on 15T tokens.", "The set holds 15 trillion tokens."),
    ("numbers", "en", "Fourteen teams took part.", "There were 14 teams."),
    ("numbers", "en", "There were 21 teams.", "Twenty-one teams came."),
    ("numbers", "en", "It fell by 5%.", "It fell by 5 percent."),
    ("numbers", "en", "It cost 1,500 euros.", "The price was 1500 euros."),
    ("numbers", "en", "A 24-page report.", "The report has 24 pages."),
    ("numbers", "en", "One of the first.", "It was among the first."),
    ("numbers", "en", "It came out in 2024.", "Published 8 Jan 2024."),
    ("numbers", "en", "It rose from 2 to 3.", "It rose from 2–3."),
    ("numbers", "en", "About 1.7 billion parameters.", "1.7 B parameters"),
    ("numbers", "de", "Es waren 1.500 Läufe.", "1.500 Läufe wurden gezählt."),
    ("numbers", "ko", "2024년에 시작했다.", "2024년 1월에 시작했다."),
    ("numbers", "zh", "共有15万人。", "约15万人参加。"),
    ("dates", "en", "It appeared in January.", "Released on 8 Jan 2024."),
    ("dates", "en", "It appeared in July.", "2024-07-31: released"),
    ("dates", "en", "They may follow.", "Nothing is dated here."),
    ("dates", "de", "Im März erschien es.", "März 2024: erste Ausgabe"),
    ("dates", "fr", "En juillet, tout change.", "Juillet 2024"),
    ("dates", "ko", "7월에 바뀌었다.", "7월: 이직"),
    ("identifiers", "en", "The LLMs are small.", "An LLM is small."),
    ("identifiers", "en", "DPO replaces the reward model.", "With DPO-trained models there is none."),
    ("identifiers", "en", "It uses an MoE design.", "Mixture of Experts (MoE) models"),
    ("identifiers", "en", "The model is called Zephyr-7B.", "We call it Zephyr-7B."),
    ("identifiers", "en", "PPO/DPO are compared.", "PPO and DPO are compared."),
    ("identifiers", "en", "See 2401.04088 for it.", "arXiv:2401.04088"),
    ("identifiers", "en", "OpenAI’s model leads.", "OpenAI leads with its model."),
    ("identifiers", "en", "A 24-page text on plain words.", "nothing of the kind"),
    ("names", "en", "The work by Okafor and Lindqvist stands.", "Okafor and Lindqvist wrote it."),
    ("names", "en", "Explores a sparse design.", "A sparse design is shown."),
    ("names", "en", "It builds on Mixture of Experts.", "mixture-of-experts models"),
    ("names", "en", "Okafor’s team found it.", "The team of Okafor found it."),
    ("names", "en", "It was published in January.", "8 Jan 2024"),
    ("names", "de", "Die Untersuchung zeigt große Unterschiede.", "Man sieht, wie verschieden es ist."),
    ("names", "ko", "회사를 옮겼다.", "이직했다."),
    ("links", "en", "No address here, v1.2 and e.g. this.", "anything"),
    ("links", "en", "The host example.org serves it.", "It is on example.org now."),
    ("quotations", "en", "They call it “a small step” of note.", "It was a small step for them."),
    ("quotations", "de", "Er nennt es „den Anfang“.", "Es war den Anfang wert."),
    ("negation", "en", "It does not need a second model.", "A second model is no longer required."),
    ("negation", "en", "It is not widely used.", "Few people use it."),
    ("negation", "en", "It works.", "It works."),
    ("negation", "de", "Er kam nicht zur Sitzung.", "Er ist der Sitzung ferngeblieben."),
    ("negation", "de", "Er zahlte nicht pünktlich.", "Er zahlte zweimal zu spät."),
    ("negation", "fr", "Rien ne le confirme.", "Le retour reste à confirmer."),
    ("negation", "es", "El plan no está aprobado.", "El plan queda por aprobar."),
    ("negation", "ja", "窯が冷えたことは間違いない。", "窯は冷えた。"),
    ("negation", "ko", "데일리 회의는 지금 하지 않는다.", "데일리 회의는 지금은 안한다."),
    ("names", "en", "Neither Mixtral nor the kiln lasted.", "Mixtral and the kiln did not last."),
    ("support", "en", "Sparse expert models use less compute.", "Experts make sparse models cheap to compute."),
    ("support", "en", "It works.", "It works well."),
    ("numbers", "en", "It grew from 5% to 10%.", "It grew by 5-10%."),
    ("numbers", "en", "It costs $2 million to $3 million.", "It costs $2-3 million."),
    ("numbers", "en", "It is 8x faster.", "It is 8 times as fast."),
    ("numbers", "en", "Three hundred and twelve firings.", "312 firings"),
    ("numbers", "en", "It fell to -40 degrees.", "It fell to minus 40 degrees."),
    ("numbers", "en", "It is 99½ years old.", "It is 99½ years old now."),
    ("numbers", "en", "It appeared on 4 March 2024.", "03/04/2024"),
    ("identifiers", "en", "It takes 30ms with 2GB.", "It takes 30 ms with 2 GB."),
    ("identifiers", "en", "It takes 30 ms with 2 GB.", "It takes 30ms with 2GB."),
    ("identifiers", "en", "It came in mid-2021.", "It came in 2021."),
    ("identifiers", "en", "It needs 3.12.1 or newer.", "Version 3.12.1 is needed."),
    ("names", "en", "Moss fires it.", "It is fired by Moss."),
    ("names", "en", "MoEs by Voss’s studio.", "Voss has MoEs in her studio."),
    ("quotations", "de", "Er nennt es »den Anfang«.", "Es war den Anfang wert."),
    ("quotations", "en", "The kiln’s owners’ words stand.", "anything"),
    ("negation", "en", "It is not enough.", "It is insufficient."),
    ("negation", "en", "No second model is needed.", "It does not need a second model."),
    ("numbers", "de", "Vierzehn Teams kamen.", "Es kamen 14 Teams."),
    ("numbers", "de", "Es kamen 250 Teams.", "Es kamen zweihundertfünfzig Teams."),
    ("numbers", "de", "Es kostet 1.500 Euro.", "Der Preis: 1500 Euro."),
    ("numbers", "fr", "Quatorze équipes.", "14 équipes"),
    ("numbers", "fr", "97 équipes et 1 500 euros.", "quatre-vingt-dix-sept équipes, 1500 euros"),
    ("numbers", "es", "Son 32 equipos y 5000 millones.", "treinta y dos equipos, 5 mil millones"),
    ("numbers", "it", "Ventuno squadre.", "21 squadre"),
    ("numbers", "pt", "Vinte e uma equipes.", "21 equipes"),
    ("numbers", "nl", "Vierentwintig teams.", "24 teams"),
    ("numbers", "ko", "열네 팀이 왔다.", "14개 팀이 왔다."),
    ("numbers", "ja", "14人が来た。", "十四人が来た。"),
    ("numbers", "zh", "三百二十人参加。", "320人参加。"),
    ("numbers", "en", "It saw 10^6 tokens.", "It saw 1,000,000 tokens."),
    ("numbers", "en", "It saw 10⁶ tokens.", "It saw 1e6 tokens."),
    ("numbers", "en", "It rose by 5 to 10%.", "It rose by 5% to 10%."),
    ("numbers", "en", "It cost 1,500 euros.", "It cost 1'500 euros."),
    ("numbers", "de", "Es sind 5 Prozentpunkte.", "Um 5 Prozentpunkte mehr."),
    ("units", "en", "It ran 5 km.", "It was a 5-kilometre run."),
    ("units", "en", "It cost $5.", "It cost 5 dollars."),
    ("units", "en", "It took 30 ms.", "It took 30ms."),
    ("units", "en", "From 5 km to 10 km.", "From 5 to 10 km."),
    ("units", "en", "It took 30 ms.", "latency (ms): 30"),
    ("units", "en", "In the 1990s it began.", "It began in 1990."),
    ("units", "de", "Es kostet 3 Millionen Euro.", "Es kostet 3 Mio. Euro."),
    ("units", "ko", "5시간 걸렸다.", "다섯 시간이 걸렸다."),
    ("omissions", "en", "It can reduce pain in adults.", "It may reduce pain in adults."),
    ("omissions", "en", "It fails to reduce pain.", "It does not reduce pain."),
    ("omissions", "en", "Two authors failed to repeat the test.", "Two authors could not repeat the test."),
    ("omissions", "en", "It prevents cracks, and seldom fails.", "It does not prevent cracks always."),
    ("omissions", "de", "Er wollte der Sitzung fernbleiben.", "Er wollte zur Sitzung nicht kommen."),
    ("omissions", "fr", "Le retour reste à confirmer.", "Aucun relevé ne confirme le retour."),
    ("omissions", "en", "The kiln fires clay and glass.", "The kiln fires not only clay but glass."),
    ("omissions", "en", "The kiln scores 80 on the test.", "The kiln scores 80 on the test, maybe by luck, it may be."),
    ("omissions", "en", "It saves a maximum of 40% of fuel.", "It saves up to 40% of fuel."),
    ("omissions", "en", "Training is fast.", "Training is fast, but it does not fit one card."),
    ("negation", "en", "Training is fast but fits no card.", "Training is fast, but it does not fit one card."),
    ("omissions", "de", "Das Modell verbessert nichts.", "Das Modell verbessert die Werte nicht."),
    ("omissions", "ko", "모델은 성능을 개선하지 못한다.", "모델은 성능을 개선하지 않는다."),
    ("direction", "en", "Borel is slower than Arno on long texts.", "Arno is faster than Borel on long texts."),
    ("direction", "en", "Prices did not rise in May.", "Prices fell in May."),
    ("direction", "en", "Borel was beaten by Arno.", "Arno beats Borel."),
    ("direction", "en", "Arno beats Borel by far.", "Arno beats Borel."),
    ("direction", "de", "Die Preise stiegen im Mai.", "Im Mai stiegen die Preise."),
    ("identifiers", "en", "The EU adopted it.", "The European Union adopted it."),
    ("dates", "zh", "价格在7月上升。", "价格在七月上升。"),
    ("numbers", "fr", "Ils baissent de 12 pour cent.", "Ils baissent de 12 %."),
    ("quotations", "en", "Run `kiln start` first.", "Type kiln start and wait."),
    ("quotations", "en", "The kiln’s shelf, and the kilns’ price, of the ‘90s.", "nothing of the kind"),
    ("quotations", "en", "The kiln's shelf, and the kilns' price, of the '90s.", "nothing of the kind"),
    ("quotations", "en", "The shelf is 12″ deep and 30″ wide.", "nothing of the kind"),
    ("numbers", "en", "It holds ③ shelves.", "③ shelves are in it."),
    ("numbers", "en", "Five hundred firings were counted.", "They counted 500 firings."),
    ("units", "en", "It holds two dozen plates.", "It holds 24 plates."),
    ("units", "en", "It takes one day.", "It takes a day."),
    ("negation", "en", "Berg denied that the kiln leaks.", "Berg called it a myth that the kiln leaks."),
    ("direction", "en", "It fell from 9 to 5 and rose from 5 to 9.", "It rose from 5 to 9, and fell from 9 to 5."),
    ("direction", "en", "It went from $9 million to $5 million.", "The price fell from $9 million to $5 million."),
    ("direction", "en", "Voss said the survey is not wrong.", "Voss said the survey is right."),
    ("direction", "en", "Borel bought the kiln from Arno.", "Arno sold the kiln to Borel."),
    ("direction", "en", "In speed, Arno is faster than Borel.", "Borel makes fewer errors than Arno."),
    ("direction", "en", "Arno makes more errors in speech.", "Borel makes fewer errors in speech than Arno."),
    ("direction", "en", "Smoke troubles Borel more than Arno.", "Borel makes fewer errors than Arno."),
    ("negation", "en", "The kiln is not heated by default.", "The heating of the kiln is switched off."),
    ("negation", "en", "The team no longer uses gas.", "The team moved away from gas."),
]  # fmt: skip

UNCARRIED = [
    ("numbers", "en", "It was trained on 16 trillion tokens.", "The set holds 15T tokens.", "16 trillion"),
    ("numbers", "en", "It was trained on 15 billion tokens.", "The set holds 15 trillion tokens.", "15 billion"),
    ("numbers", "en", "It fell by 5%.", "It fell by 6%.", "5%"),
    ("numbers", "en", "It fell by 5%.", "It fell 5 times.", "5%"),
    ("numbers", "en", "It changed by -5 points.", "It changed by 5 points.", "-5"),
    ("numbers", "en", "Two domains were tested.", "Domains were tested.", "Two"),
    ("numbers", "en", "It came out in 2025.", "Published 8 Jan 2024.", "2025"),
    ("numbers", "en", "It costs 1.5 euros.", "It costs 15 euros.", "1.5"),
    ("numbers", "ko", "2025년에 시작했다.", "2024년에 시작했다.", "2025"),
    ("dates", "en", "It appeared in June.", "Released on 8 Jan 2024.", "June"),
    ("dates", "en", "It appeared in May.", "It may appear in January.", "May"),
    ("dates", "de", "Im März erschien es.", "Januar 2024", "März"),
    ("dates", "ko", "8월에 바뀌었다.", "7월: 이직", "8월"),
    ("identifiers", "en", "It beats GPT-4.", "It beats GPT-3.5.", "GPT-4"),
    ("identifiers", "en", "See 2401.02964v1 for it.", "arXiv:2401.04088", "2401.02964v1"),
    ("identifiers", "en", "OpenAI released it.", "Mistral released it.", "OpenAI"),
    ("identifiers", "en", "It runs on CUDA.", "It runs on GPUs.", "CUDA"),
    ("identifiers", "en", "Edit prepare_data.py first.", "Edit the script first.", "prepare_data.py"),
    ("names", "en", "The work by Okafor and Lindqvist stands.", "Okafor and Berg wrote it.", "Lindqvist"),
    ("names", "en", "Ada Lovelace proposes a design.", "A design is proposed.", "Ada"),
    ("names", "en", "Okafor argues for it.", "Somebody argues for it.", "Okafor"),
    ("names", "en", "Google released it.", "Mistral released it.", "Google"),
    ("names", "en", "It was led by Meta.", "It was led by Mistral.", "Meta"),
    ("names", "de", "Das Buch von Anna Seidel hilft.", "Das Buch hilft.", "Anna"),
    ("links", "en", "See https://evil.example/x for more.", "See the paper.", "https://evil.example/x"),
    ("links", "en", "It is on evil.com now.", "It is online.", "evil.com"),
    ("links", "en", "Write to a.b@c.org.", "Write to them.", "a.b@c.org"),
    ("quotations", "en", "They call it “a giant leap” of note.", "It was a small step.", "a giant leap"),
    ("quotations", "en", "They call it \"A small step\".", "It was a small step.", "A small step"),
    ("negation", "en", "It does not forget.", "It forgets what it knew.", "not"),
    ("negation", "de", "Es hilft nicht.", "Es hilft sehr.", "nicht"),
    ("negation", "ja", "町は費用を負担していない。", "町は費用を負担している。", "いない"),
    ("numbers", "en", "It is 8x faster.", "It is faster.", "8"),
    ("numbers", "en", "It came 21st.", "It came last.", "21"),
    ("numbers", "en", "40/99 of them.", "40 of them", "99"),
    ("numbers", "en", "It is 99½ years old.", "It is 99 years old.", "99½"),
    ("numbers", "en", "It fell by .99 points.", "It fell by 99 points.", ".99"),
    ("numbers", "ko", "정확도-99", "정확도", "99"),
    ("dates", "en", "It came in March.", "The value is 3.1415.", "March"),
    ("identifiers", "en", "It needs 2.1.3 or newer.", "Version 3.1.2 is needed.", "2.1.3"),
    ("names", "en", "Google built it.", "Somebody built it.", "Google"),
    ("names", "en", "Google may build it.", "Somebody may build it.", "Google"),
    ("names", "en", "It is from a large firm (Google).", "It is from a large firm.", "Google"),
    ("names", "en", "It is from one firm: Google.", "It is from one firm.", "Google"),
    ("names", "en", "Boeing trained it.", "Somebody trained it.", "Boeing"),
    ("names", "en", "It is by Adams.", "It is by Adam.", "Adams"),
    ("names", "en", "It was led by Mary.", "It went to Mars.", "Mary"),
    ("links", "en", "It is at evil.cz/login now.", "It is online.", "evil.cz/login"),
    ("links", "en", "Go to slack://evil now.", "Go now.", "slack://evil"),
    ("links", "en", "See https://example.org/a for it.", "See https://example.org/abc for it.", "https://example.org/a"),
    ("quotations", "en", "They call it 'a giant leap'.", "It was a small step.", "a giant leap"),
    ("quotations", "de", "Sie nennen es »einen Sprung«.", "Es war ein Schritt.", "einen Sprung"),
    ("quotations", "sv", "De kallar det ”ett språng”.", "Det var ett steg.", "ett språng"),
    ("quotations", "en", "They call it “a giant leap.", "It was a small step.", "a giant leap"),
    ("quotations", "en", "They speak of “art” here.", "It is a smart kiln.", "art"),
    ("negation", "en", "It did not work.", "The unique kiln of the university worked.", "not"),
    ("negation", "en", "No model worked.", "The model worked.", "No"),
    ("negation", "en", "It fails to work.", "It works.", "fails to"),
    ("support", "en", "They lied.", "The kiln is warm.", "They"),
    ("support", "en", "It works.", "Something else entirely.", "It"),
    ("support", "en", "Bees pollinate alpine meadows in summer.", "Expert models save compute.", "Bees"),
    ("numbers", "de", "Vierzehn Teams kamen.", "Es kamen 15 Teams.", "Vierzehn"),
    ("numbers", "de", "Es kostet 1,5 Euro.", "Es kostet 1.500 Euro.", "1,5"),
    ("numbers", "fr", "Quatorze équipes.", "Quinze équipes.", "Quatorze"),
    ("numbers", "es", "Son cuarenta equipos.", "Son catorce equipos.", "cuarenta"),
    ("numbers", "it", "Ventuno squadre.", "Ventidue squadre.", "Ventuno"),
    ("numbers", "pt", "Vinte e uma equipes.", "Vinte equipes.", "Vinte e uma"),
    ("numbers", "nl", "Vierentwintig teams.", "Veertien teams.", "Vierentwintig"),
    ("numbers", "ko", "열네 팀이 왔다.", "열세 팀이 왔다.", "열네"),
    ("numbers", "ja", "十四人が来た。", "十五人が来た。", "十四"),
    ("numbers", "zh", "三百二十人参加。", "230人参加。", "三百二十"),
    ("numbers", "en", "It saw 10^6 tokens.", "It saw 10^9 tokens.", "10^6"),
    ("numbers", "en", "It saw 10⁻⁶ of them.", "It saw 10⁶ of them.", "10⁻⁶"),
    ("numbers", "en", "It rose by 5 percentage points.", "It rose by 5 percent.", "5 percentage points"),
    ("numbers", "en", "It rose by 5 percent.", "It rose by 5 percentage points.", "5 percent"),
    ("units", "en", "It ran 5 km.", "It ran 5 miles.", "5 km"),
    ("units", "en", "It cost $5.", "It cost 5 euros.", "5"),
    ("units", "en", "It needs 5 GB.", "It needs 5 MB.", "5 GB"),
    ("units", "en", "It took 30 s.", "It took 30 ms.", "30 s"),
    ("units", "en", "It ran 5 km and 3 km.", "It ran 5 km and 3 miles.", "3 km"),
    ("units", "de", "Es dauert fünf Stunden.", "Es dauert fünf Minuten.", "fünf Stunden"),
    ("units", "ko", "5시간 걸렸다.", "5분 걸렸다.", "5시간"),
    ("units", "zh", "跑了5公里。", "跑了5英里。", "5公里"),
    ("omissions", "en", "It reduces pain in adults.", "It may reduce pain in adults.", "may"),
    ("omissions", "en", "The model improves accuracy.", "The model does not improve accuracy.", "not"),
    ("omissions", "en", "The kiln works with gas.", "The kiln works without gas.", "without"),
    ("omissions", "en", "The kiln prevents cracks.", "The kiln does not prevent cracks.", "not"),
    ("omissions", "en", "The team could repeat the test.", "The team could not repeat the test.", "not"),
    ("omissions", "de", "Der Ofen verhindert Risse.", "Der Ofen verhindert Risse nicht.", "nicht"),
    ("omissions", "ko", "데일리 회의를 지금 한다.", "데일리 회의를 지금 안한다.", "안"),
    ("omissions", "en", "It saves 40% of fuel.", "It saves up to 40% of fuel.", "up to"),
    ("omissions", "en", "The team released the weights.", "The team plans to release the weights.", "plans to"),
    ("omissions", "fr", "Le modèle améliore la précision.", "Le modèle pourrait améliorer la précision.", "pourrait"),
    ("omissions", "es", "El horno usa gas.", "El horno no usa gas.", "no"),
    ("omissions", "ko", "모델은 성능을 개선한다.", "모델은 성능을 개선하지 않는다.", "지 않"),
    ("negation", "en", "Training is not fast.", "Training is fast, but it does not fit one card.", "not"),
    ("direction", "en", "Borel beats Arno.", "Arno beats Borel.", "beats"),
    ("direction", "en", "Borel is faster than Arno.", "Arno is faster than Borel.", "than"),
    ("direction", "en", "Prices fell in May.", "Prices rose in May.", "fell"),
    ("direction", "en", "The kiln uses more gas than wood.", "The kiln uses less gas than wood.", "more"),
    ("direction", "en", "The kiln cools after the firing.", "The kiln cools before the firing.", "after"),
    ("direction", "de", "Die Preise sanken im Mai.", "Die Preise stiegen im Mai.", "sanken"),
    ("direction", "ko", "가격이 크게 감소했다.", "가격이 크게 증가했다.", "감소"),
    ("direction", "zh", "价格大幅下降。", "价格大幅上升。", "下降"),
    ("identifiers", "en", "The EU adopted it.", "The African Union adopted it.", "EU"),
    ("dates", "fr", "Cela parut en mai.", "Cela parut en mars.", "mai"),
    ("dates", "zh", "价格在八月上升。", "价格在7月上升。", "八月"),
    ("direction", "en", "The trial included children over 12.", "The trial included children under 12.", "over"),
    *(("quotations", "en", f"They call it {o}a revolution{c} of sorts.", "It is a kiln of sorts.", "a rev")
      for o, c in ("❝❞", "〝〞", "″″", "``", "´´", "⟪⟫", "⟨⟩", "＇＇", "‛’", "❛❜", "﹁﹂", "﹃﹄", "｢｣")),
    ("quotations", "en", "They call it ‘a revolution of sorts.", "It is a kiln of sorts.", "a rev"),
    ("quotations", "en", "They call it ‘the kiln’s revolution’ of sorts.", "It is a kiln of sorts.", "the kiln’s"),
    ("quotations", "en", "They call it 'the kiln's revolution' of sorts.", "It is a kiln of sorts.", "the kiln's"),
    *(("numbers", "en", f"It holds {n} shelves.", "It holds 3 shelves.", n)
      for n in ("㊱", "➈", "🄉", "〩〩", "፺፱", "九百", "Ⅻ", "𐄙")),
    ("numbers", "en", "It counts 3 hundred firings.", "It counts 3 firings.", "3 hundred"),
    ("units", "en", "It holds 3 dozen plates.", "It holds 3 plates.", "3 dozen"),
    ("omissions", "en", "The Ember 3 cracks plates.", "It is false that the Ember 3 cracks plates.", "false that"),
    ("omissions", "en", "The kiln leaks gas.", "Berg denied that the kiln leaks gas.", "denied that"),
    ("negation", "en", "It is a hoax that the kiln leaks gas.", "The kiln leaks gas.", "a hoax that"),
    ("direction", "en", "Berg said the survey was right.", "Berg said the survey was wrong.", "right"),
    ("direction", "en", "It went from 3,900 euros to 4,200.", "It fell from 4,200 euros to 3,900 euros.", "3,900"),
    ("direction", "de", "Der Preis ging von 5 auf 9 Euro.", "Der Preis sank von 9 auf 5 Euro.", "5"),
    ("direction", "en", "The hold wasted energy.", "The hold saved energy.", "wasted"),
    ("direction", "en", "The Ember is pricier than gas.", "The Ember is cheaper than gas.", "pricier"),
    ("direction", "en", "The fan is switched on by default.", "The fan is switched off by default.", "switched"),
    ("direction", "en", "Arno bought the kiln in May.", "Arno sold the kiln in May.", "bought"),
    ("direction", "en", "All of the shelves are fired.", "Only a fraction of the shelves are fired.", "All of"),
    ("direction", "en", "The easier glazes run.", "The harder glazes run.", "easier"),
    ("direction", "en", "The price of pine is high.", "The price of pine is low.", "high"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "language", "statement", "passage"), CARRIED)
def test_carried(rule: str, language: str, statement: str, passage: str) -> None:
    assert missing([RULES[rule]], Statement(statement, language, language), [passage]) == []


@pytest.mark.parametrize(("rule", "language", "statement", "passage", "fact"), UNCARRIED)
def test_not_carried(rule: str, language: str, statement: str, passage: str, fact: str) -> None:
    found = missing([RULES[rule]], Statement(statement, language, language), [passage])
    assert found
    assert found[0].fact.text.startswith(fact)


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_every_rule_has_both_tables(check: Check) -> None:
    assert any(row[0] == check.name for row in CARRIED)
    assert any(row[0] == check.name for row in UNCARRIED)
    assert check.explains
    assert check.hint


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
@pytest.mark.parametrize("row", CARRIED, ids=lambda row: row[2])
def test_a_sentence_carries_itself(check: Check, row: tuple[str, str, str, str]) -> None:
    assert missing([check], Statement(row[2], row[1], row[1]), [row[2]]) == []


def test_across_languages_only_what_has_no_language_is_asked() -> None:
    statement = Statement("The company moved to Seoul in 2024.", "en", "ko")
    found = missing(checks(), statement, ["2024년에 회사가 서울로 옮겼다."])
    assert [gap.check.name for gap in found] == ["names"]


def test_any_passage_may_carry() -> None:
    statement = Statement("DPO and PPO were compared on 5 tasks.")
    assert missing(checks(), statement, ["DPO was compared with others.", "PPO was compared on 5 tasks."]) == []


def test_a_passage_without_the_number_carries_no_unit_of_it() -> None:
    statement = Statement("A hold of 14 hours saves energy.")
    found = missing(checks(), statement, ["A hold of 14 minutes saves energy.", "The hold saves energy."])
    assert [gap.check.name for gap in found] == ["units"]


def test_each_rule_stands_in_the_table_by_its_name() -> None:
    assert [check.name for check in checks()] == list(CHECKS)
