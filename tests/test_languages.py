"""A briefing speaks the language of its sources: in each style, nothing of the page is left in English."""

import html
import re
from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.renderers.labels import load_labels
from briefing.steps.options import RunOptions
from briefing.style import load_style

GERMAN = """\
---
title: Ein Jahr in der Glashütte
author: Jonte Wackenhut
language: de
---

# Ein Jahr in der Glashütte

Dieser Bericht folgt der Glashütte durch die ersten Monate des Jahres 2031.
Er stellt für jeden Monat eine Neuerung vor und sagt, was aus ihr wurde.

## Januar 2031: der stille Ofen

Im Januar bekam die Hütte den [stillen Ofen](https://example.org/ofen) von Maren Olbrich.
Der stille Ofen braucht 11 Stunden, bis er 1200 Grad erreicht, und spart dabei ein Drittel des Gases.
Besonders wichtig ist die langsame Abkühlung, denn sie verhindert Risse in dicken Wänden.
Bis heute arbeitet jede zweite Werkstatt im Tal mit einem solchen Ofen.

## Februar 2031: das grüne Glas

Im Februar gelang das [grüne Glas](https://example.org/glas) aus alten Flaschen.
Aus 48 Proben blieben 5 übrig, die nicht sprangen.
Das grüne Glas zeigt, dass Abfall ein guter Rohstoff sein kann, wenn man ihn sorgfältig sortiert.

## Ausblick

Im nächsten Jahr will die Hütte den Ofen mit Holzgas heizen.
Offen bleibt, ob das grüne Glas auch draußen hält.
"""

KOREAN = """\
---
title: 유리 공방의 한 해
author: 한도윤
language: ko
---

# 유리 공방의 한 해

이 글은 2031년 첫 두 달 동안 유리 공방에서 있었던 일을 다룹니다.
달마다 새로운 시도를 하나씩 골라 그 결과를 살펴봅니다.

## 2031년 1월: 조용한 가마

1월에 공방은 윤서하가 만든 [조용한 가마](https://example.org/kiln)를 들여놓았습니다.
조용한 가마는 11시간에 걸쳐 1200도에 이르며 가스를 3분의 1이나 아낍니다.
천천히 식히는 과정이 특히 중요한데, 두꺼운 벽에 금이 가는 것을 막기 때문입니다.
지금은 골짜기의 공방 절반이 이런 가마를 씁니다.

## 2031년 2월: 초록 유리

2월에는 낡은 병으로 만든 [초록 유리](https://example.org/glass)가 성공했습니다.
시료 48개 가운데 5개만 깨지지 않고 남았습니다.
초록 유리는 버려진 것도 잘 고르면 좋은 재료가 된다는 점을 보여 줍니다.

## 앞으로

내년에 공방은 나무 가스로 가마를 데울 계획입니다.
초록 유리가 바깥에서도 견딜지는 아직 알 수 없습니다.
"""

ARABIC = """\
---
title: عام في مصنع الزجاج
author: نادر الحمصي
language: ar
---

# عام في مصنع الزجاج

يتابع هذا التقرير مصنع الزجاج خلال الشهرين الأولين من عام 2031.
ويعرض لكل شهر تجربة جديدة وما آلت إليه.

## يناير 2031: الفرن الهادئ

في يناير حصل المصنع على [الفرن الهادئ](https://example.org/furn) الذي صممته سلمى العطار.
يحتاج الفرن الهادئ إلى 11 ساعة ليبلغ 1200 درجة ويوفر ثلث الغاز.
والتبريد البطيء مهم جدا لأنه يمنع التشقق في الجدران السميكة.
واليوم تعمل نصف ورش الوادي بفرن كهذا.

## فبراير 2031: الزجاج الأخضر

في فبراير نجح [الزجاج الأخضر](https://example.org/zujaj) المصنوع من القوارير القديمة.
ومن بين 48 عينة بقيت 5 عينات لم تنكسر.
ويبين الزجاج الأخضر أن النفايات مادة جيدة إذا أحسن فرزها.

## ما يأتي

ينوي المصنع في العام القادم تسخين الفرن بغاز الخشب.
ويبقى السؤال هل يصمد الزجاج الأخضر في الهواء الطلق.
"""

SAMPLES = {"de": GERMAN, "ko": KOREAN, "ar": ARABIC}
MONTHS = {
    "de": ("Januar 2031", "Februar 2031"),
    "ko": ("2031년 1월", "2031년 2월"),
    "ar": ("يناير 2031", "فبراير 2031"),
}
STYLES = ("briefing", "commentary", "review")
# What is no language: names of files and of the source, addresses, markup of the page.
_NO_WORDS = re.compile(
    r"<style>.*?</style>|<script>.*?</script>|<details class=\"findings\">.*?</details>|<template.*?</template>"
    r"|<details>.*?</details>|<[^>]*>|\[\^[^\]]*\]|\]\([^)]*\)|https?:\S+|example\.org[^<\s]*",
    re.DOTALL,
)


def made(project: Path, language: str, style: str, more: str = "") -> dict[str, str]:
    """The files of a briefing of this sample, without what is no language."""
    (project / "sources" / "bericht.md").write_text(SAMPLES[language], encoding="utf-8")
    path = project / "sources" / "n.yaml"
    path.write_text(f"style: {style}\n{more}sources: [{{id: q, path: bericht.md}}]\n", encoding="utf-8")
    run(load_manifest(path), RunOptions(engine="extractive"), {})
    folder = project / "outputs" / "n"
    return {name: (folder / name).read_text(encoding="utf-8") for name in ("briefing.md", "briefing.html")}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", SAMPLES)
def test_nothing_of_the_page_is_english(project: Path, language: str, style: str) -> None:
    files = made(project, language, style)
    loaded = load_style(style, "")
    english = load_labels(loaded, "en")
    own = load_labels(loaded, language)
    assert own.field(loaded.label) in files["briefing.md"].split("\n")[2]
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in files["briefing.html"]
    left_out = own.left_out.partition("{")[0]
    for text in files.values():
        assert text.count(left_out) == (style != "briefing")  # said once, where anything is
        shown = html.unescape(_NO_WORDS.sub(" ", text))
        for month in MONTHS[language]:
            assert month in shown
        if language == "de":
            words = {label for label in english.model_dump(exclude={"fields"}).values() if label not in set(own.fields)}
            words |= {spec.label for spec in (*loaded.section, *loaded.overview)}
            words -= {*own.model_dump(exclude={"fields"}).values(), *own.fields.values()}
            assert [word for word in sorted(words) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown)] == []
        else:
            assert re.findall(r"[A-Za-z]{2,}", shown) == []


def test_the_manifest_has_the_last_word(project: Path) -> None:
    files = made(project, "de", "review", "language: ko\n")
    assert load_labels(load_style("review", ""), "ko").field("Key details") in files["briefing.md"]
    assert 'lang="de"' in files["briefing.html"]  # the words of the source


def test_anybody_adds_a_language(project: Path) -> None:
    own = project / "prompts" / "review"
    own.mkdir(parents=True)
    built_in = Path(load_style("review", "").folders[0])
    (own / "style.yaml").write_text((built_in / "style.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    labels = "languages:\n  eo:\n    sources: Fontoj\n    fields: {Key details: Ĉefaj donitaĵoj}\n"
    (own / "labels.yaml").write_text(labels, encoding="utf-8")
    load_style.cache_clear()
    files = made(project, "de", "review", "language: eo\n")
    assert "Fontoj" in files["briefing.md"]
    assert "### Ĉefaj donitaĵoj" in files["briefing.md"]
