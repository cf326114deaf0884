"""What findings say in the language of a page: all of it, or English that is marked as English."""

import ast
import re
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

import briefing
from briefing.checks.base import Check
from briefing.checks.table import checks
from briefing.errors import ManifestError
from briefing.model import Briefing, Finding
from briefing.renderers.findings import load_sayings, translated
from briefing.renderers.html import render_html
from briefing.renderers.markdown import render_markdown
from briefing.steps.assemble import verified_by
from briefing.steps.judge import NO, PARTLY
from briefing.style import load_style
from tests.renderers.sample import arabic, german, tides
from tests.renderers.test_labels import BASE, LANGUAGES

MESSAGES = yaml.safe_load((BASE / "findings.yaml").read_text(encoding="utf-8"))["messages"]
OTHERS = [language for language in LANGUAGES if language != "en"]
PLACE = re.compile(r"\{(\w+)\}")
STYLE = load_style("briefing", "")
NOUNS = re.compile(
    r"(?<=^a )(?:sentence|heading)(?= has at most)|(?<=number is no )(?:figure|table|code)(?= of)"
)  # put in


def said(message: str, language: str) -> str:
    return translated(message, load_sayings((str(BASE),), language), language)


def texts_of_the_program() -> str:
    """All texts in its source, one a line."""
    files = sorted(Path(briefing.__file__).parent.rglob("*.py"))
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return "\n".join(str(node.value) for node in nodes if isinstance(node, ast.Constant))


def test_every_message_is_in_every_language_with_the_same_values() -> None:
    for english, shown in MESSAGES.items():
        assert list(shown) == OTHERS, english
        for language, text in shown.items():
            assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(english)), (language, english)


def test_every_message_is_one_that_the_program_still_says() -> None:
    source = texts_of_the_program()
    messages = {NOUNS.sub("{noun}", english) for english in MESSAGES}
    fragments = {part for english in messages for part in PLACE.split(english)[::2] if len(part) > 6}
    assert len(fragments) > 100
    assert [part for part in fragments if part.strip("“” .:%()") not in source] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_what_a_rule_finds_is_said(check: Check, language: str) -> None:
    for outcome in ("Left out", "Mended"):
        for subject in ("“40 %”", "it"):
            assert "Kelpie saves 40 %." in said(
                f"{outcome} “Kelpie saves 40 %.”: {subject} {check.explains}.", language
            )
    assert said(check.hint, language)
    assert said(check.name, language)


@pytest.mark.parametrize("language", OTHERS)
def test_what_the_judge_and_the_assembly_say_is_said(language: str) -> None:
    for verdict in (NO, PARTLY, f"{NO} (“forty”)", f"{PARTLY} (“forty”)"):
        assert said(f"Left out “A saves forty.”: {verdict}.", language)
        assert said(f"“A saves forty.”: {verdict}.", language)
    assert said(verified_by().message, language)


def test_several_things_wrong_are_joined_as_a_language_does() -> None:
    wrong = (
        "Left out “A 4 B.”: “4” is a number that what it cites does not carry; “B” is a name that what it cites does "
    )
    assert said(f"{wrong}not carry.", "ja") == "省略：「A 4 B.」：「4」は引用箇所にない数；「B」は引用箇所にない名前。"


@pytest.mark.parametrize(
    "message",
    [
        "Not read: the server said 404.",
        "Left out “A.”: it is of another kind.",
        "Left out “A.”: “4” is a number that what it cites does not carry; “B” is odd.",
        "Every statement was held against what it cites, by these rules: numbers, stars.",
        "",
    ],
)
def test_what_is_not_all_known_stays_as_it_is(message: str) -> None:
    assert said(message, "de") == ""


def found(briefing: Briefing) -> Briefing:
    number = "“40” is a number that what it cites does not carry"
    hint = "Copy the number from the cited sentence, cite the sentence that has it, or leave it out."
    known = Finding("2031-02/idea", "numbers", f"Left out “40 {{what}}”: {number}.", "warning", hint)
    strange = Finding("sources/a", "source", "Not read: the server said 404.", "error", "Ask again.")
    return replace(briefing, findings=(known, strange))


def test_a_german_page_says_them_in_german_and_marks_what_is_english() -> None:
    page = render_html(found(german()), STYLE, "..")
    assert '<span dir="auto">Ausgelassen: „40 {what}“: „40“ ist eine Zahl, die in dem Angeführten nicht steht.' in page
    assert "nicht steht. Zu übernehmen ist die Zahl des angeführten Satzes" in page
    assert '<span lang="en" dir="ltr">Not read: the server said 404. Ask again.</span>' in page
    assert '<span class="step"><a href="#2031-02" dir="auto">Januar 2031</a></span>' in page
    assert '<span class="step"><span dir="auto">Kerngedanke</span></span>' in page
    assert '<span class="step"><span dir="auto">Ein Jahr in der Meerenge</span></span>' in page


def test_a_hint_that_is_not_known_is_marked_by_itself() -> None:
    briefing = replace(
        german(), findings=(Finding("overview", "mend", "Left out: prose is plain text.", "info", "Ask."),)
    )
    page = render_html(briefing, STYLE, "..")
    assert (
        '<span dir="auto">Ausgelassen: Fließtext ist reiner Text.</span> <span lang="en" dir="ltr">Ask.</span>' in page
    )
    assert '<span class="step"><span dir="auto">Gezeitenkraft in der Markstraße</span></span>' in page


@pytest.mark.parametrize(
    ("style", "where", "steps"),
    [
        ("commentary", "overview/theme-2-text", ["Thema 2", "Text"]),
        ("commentary", "overview/assessment", ["Einschätzung"]),
        ("review", "2031-01/authors", ["Januar 2031", "Eckdaten", "Verfasser"]),
    ],
)
def test_a_field_of_a_group_is_named_after_its_group(style: str, where: str, steps: list[str]) -> None:
    about = replace(german(), findings=(Finding(where, "mend", "Left out: prose is plain text.", "info", ""),))
    page = render_html(about, load_style(style, ""), "..").partition('class="findings"')[2]
    named = re.findall(r'<span class="step">(.+?)</span>\n', page)
    assert [re.sub(r"<[^>]+>", "", step) for step in named] == steps


def test_an_arabic_file_says_them_in_arabic() -> None:
    file = render_markdown(found(arabic()), STYLE, "..")
    assert "- **تنبيه** 2031-02/idea: حُذف: «40 {what}»: «40»: عدد لا يرد في المستشهَد به." in file


def test_an_english_page_has_them_as_they_are() -> None:
    page = render_html(found(tides()), STYLE, "..")
    assert '<span dir="auto">Left out “40 {what}”: “40” is a number that what it cites does not carry. Copy' in page
    assert 'lang="en"' not in page.partition("<body")[2]


def test_a_language_without_a_catalogue_has_marked_english() -> None:
    page = render_html(replace(found(tides()), language="pt"), STYLE, "..")
    assert '<span lang="en" dir="ltr">Left out “40 {what}”' in page


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        ('{"{what}": {de: x}}', ":1: “{what}” has words around its braces"),
        ('{"a {n} {n}": {de: x}}', "no name in them twice"),
        ('{"a {n}": {de: "b {m}"}}', "has no {m}"),
        ('\n  "a {n}":\n    fr: "b {n}"\n    de: "b {m}"', ":4: “a {n}” has no {m}"),
    ],
)
def test_a_catalogue_that_cannot_be_filled_is_one_message(tmp_path: Path, messages: str, told: str) -> None:
    (tmp_path / "findings.yaml").write_text(f"messages: {messages}\n")
    with pytest.raises(ManifestError) as caught:
        load_sayings((str(tmp_path),), "de")
    assert told in str(caught.value)


def test_a_style_adds_its_own(tmp_path: Path) -> None:
    (tmp_path / "findings.yaml").write_text('messages: {"Left out: {what}.": {de: "Fort: {what}."}}\n')
    known = load_sayings((str(tmp_path), str(BASE)), "de")
    assert translated("Left out: prose is plain text.", known, "de") == "Fort: Fließtext ist reiner Text."
