"""Quotations in Japanese, Korean, Chinese, Arabic, Hebrew, German and French: a table of those that stand, and a table
of those that do not, down to a single particle."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

TEXTS = {
    "ja": (
        "# 窯の一年\n\n陶工は一月に塩の窯を312回焚いた。\n窯は1,280度に達した。扉を早く開ける者は、二度と釉薬"
        "を見ることはない。「棚を二枚失ったが、後悔はしていない」と中村さんは言う。\n\n薪の窯は松だけで18時間"
        "燃える。灰だけでも釉薬になるかもしれない、と彼は書いた。窯が割れるわけではない。『炎の書』には古い窯"
        "の話がある。"
        "火が消えることも否定できない。"
    ),
    "ko": (
        "# 가마의 한 해\n\n도공들은 1월에 소금 가마를 312번 땠다. 가마는 1,280도에 이르렀다. 문을 너무 일찍 "
        "여는 사람은 유약을 다시 보지 못한다.\n\n나무 가마는 소나무만으로 18시간 탄다. 재만으로도 유약이 될 "
        "수 있다. 흙이 스스로 단단해진다고 볼 수 없다."
        " 불이 꺼질 가능성도 부정할 수 없다."
    ),
    "zh": (
        "# 窑的一年\n\n陶工一月份烧了312次盐窑。窑温达到1280度。“我们失去了两块棚板，但我们并不后悔，”王先生"
        "说。\n\n柴窑只用松木就能烧18个小时。"
    ),
    "ar": (
        "# سنة عند الأفران\n\nأشعل الفريق فرن الملح 312 مرة في يناير. من يفتح الباب مبكرا لن يرى الطلاء مرة "
        "أخرى.\n\nيحترق فرن الخشب 18 ساعة على الصنوبر وحده."
    ),
    "he": (
        "# שנה בכבשנים\n\nהצוות הדליק את כבשן המלח 312 פעמים בינואר. מי שפותח את הדלת מוקדם מדי לא יראה שוב "
        "את הזיגוג.\n\nכבשן העץ בוער 18 שעות על אורן בלבד."
    ),
    "de": (
        "# Ein Jahr an den Öfen\n\nDie Töpfer heizten den Salzofen im Januar. Wer die Tür zu früh öffnet, "
        "wird die Glasur nicht wiedersehen. Der Holzofen brennt 18 Stunden allein mit Kiefer. Den alten Ofen "
        "mögen die Töpfer nicht."
    ),
    "fr": (
        "# Un an aux fours\n\nCelui qui ouvre la porte trop tôt ne reverra pas l’émail. Le four à bois brûle "
        "18 heures avec du pin seul : c’est peu."
    ),
}

STANDS = [
    ("ja", "「薪の窯は松だけで18時間燃える。」"),
    ("ja", "『薪の窯は松だけで18時間燃える』とある。"),
    ("ja", "｢薪の窯は松だけで18時間燃える｣"),
    ("ja", "「窯は 1,280 度に達した」"),
    ("ja", "「窯は１，２８０度に達した」"),
    ("ja", "「塩の窯を312回焚いた。窯は1,280度に達した」"),
    ("ja", "「灰だけでも釉薬になるかもしれない」"),
    ("ja", "「窯が割れるわけではない」"),
    ("ja", "『炎の書』"),
    ("ko", "“나무 가마는 소나무만으로 18시간 탄다.”"),
    ("ko", "「나무 가마는 소나무만으로 18시간 탄다」"),
    ("ko", "‘나무 가마는 소나무만으로 18시간 탄다’"),
    ("ko", "“소나무만으로 18시간”"),
    ("zh", "“柴窑只用松木就能烧18个小时。”"),
    ("zh", "「柴窑只用松木就能烧 18 个小时」"),
    ("ar", "«يحترق فرن الخشب 18 ساعة على الصنوبر وحده»"),
    ("ar", "« يحترق فرن الخشب 18 ساعة على الصنوبر وحده »"),
    ("ar", "«يحترق فرن الخشب ١٨ ساعة على الصنوبر وحده»"),
    ("he", '"כבשן העץ בוער 18 שעות על אורן בלבד"'),
    ("he", "״כבשן העץ בוער 18 שעות על אורן בלבד״"),
    ("he", "„כבשן העץ בוער 18 שעות על אורן בלבד”"),
    ("de", "„Der Holzofen brennt 18 Stunden allein mit Kiefer.“"),
    ("de", "»Der Holzofen brennt 18 Stunden allein mit Kiefer«"),
    ("de", "›Der Holzofen brennt 18 Stunden‹"),
    ("de", "„Den alten Ofen mögen die Töpfer nicht“"),
    ("de", "Sie mögen „Den alten Ofen“ nicht."),
    ("fr", "« Le four à bois brûle 18 heures avec du pin seul : c’est peu. »"),
    ("fr", "«\u00a0Le four à bois brûle 18\u202fheures avec du pin seul\u202f: c'est peu\u00a0»"),
    ("fr", "« Le four à bois brûle 18 heures », dit-il, « avec du pin seul »."),
]

# language, document, what the message holds
FALLS = [
    ("ja", "「薪の窯が松だけで18時間燃える」", "“が” for “は”"),
    ("ja", "「薪の窯も松だけで18時間燃える」", "“も” for “は”"),
    ("ja", "「灰だけで釉薬になるかもしれない」", "left out without an ellipsis: “も”"),
    ("ja", "「棚を二枚失ったが、後悔していない」", "left out without an ellipsis: “は”"),
    ("ja", "「陶工は二月に塩の窯を312回焚いた」", "“二” for “一”"),
    ("ja", "「窯は１，２９０度に達した」", "1,290"),
    ("ja", "「灰だけでも釉薬になる」", "cut off before “かもしれない”"),
    ("ja", "「窯が割れる」と書いた。", "cut off before “わけではない”"),
    ("ja", "「火が消えることも否定」", "cut off before “できない”"),
    ("ko", "“불이 꺼질 가능성도 부정”", "cut off before “할 수 없다”"),
    ("ko", "“나무 가마가 소나무만으로 18시간 탄다”", "“가” for “는”"),
    ("ko", "“도공들이 1월에 소금 가마를 312번 땠다”", "“이” for “은”"),
    ("ko", "“재만으로 유약이 될 수 있다”", "left out without an ellipsis: “도”"),
    ("ko", "“흙이 스스로 단단해진다”", "cut off before “고 볼 수 없다”"),
    ("zh", "“柴窑只用松木能烧18个小时”", "left out without an ellipsis: “就”"),
    ("zh", "“柴窑只用松木就能烧80个小时”", "another number, “80” for “18”"),
    ("zh", "“我们失去了两块棚板，但我们后悔”", "“并不” is lost"),
    ("ar", "«يحترق فرن الخشب ٨١ ساعة على الصنوبر وحده»", "“81” for “18”"),
    ("ar", "«من يفتح الباب مبكرا سيرى الطلاء مرة أخرى»", "“سيرى” for “لن يرى”"),
    ("he", "״מי שפותח את הדלת מוקדם מדי יראה שוב את הזיגוג״", "“לא”"),
    ("he", "״כבשן העץ בוער 81 שעות על אורן בלבד״", "“81” for “18”"),
    ("de", "»Wer die Tür zu früh öffnet, wird die Glasur wiedersehen«", "“nicht” is lost"),
    ("de", "„Den alten Ofen mögen die Töpfer“", "cut off before “nicht”"),
    ("fr", "« Le four à bois brûle 81 heures avec du pin seul »", "“81” for “18”"),
    ("fr", "« Celui qui ouvre la porte trop tôt reverra l’émail »", "“ne” is lost"),
]


@pytest.mark.parametrize(("language", "text"), STANDS)
def test_stands(language: str, text: str) -> None:
    made = audit(document(f"# Notes\n\n{text}\n"), [document(TEXTS[language], "kilns.md")])
    assert {s.verdict for s in made.statements if s.kind == "quotation"} == {"stands"}
    assert {f.verdict for f in made.findings} <= {"folded"}


@pytest.mark.parametrize(("language", "text", "says"), FALLS)
def test_falls(language: str, text: str, says: str) -> None:
    made = audit(document(f"# Notes\n\n{text}\n"), [document(TEXTS[language], "kilns.md")])
    (found,) = [f for f in made.findings if f.kind == "quotation"]
    assert (found.verdict, found.severity) == ("altered", "error")
    assert says in found.message
