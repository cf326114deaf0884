"""Each rule: a table of edits that it tells, with the line, and a table of edits that are none of its business."""

from pathlib import Path

import pytest

from briefing.rules.table import RULES
from tests.rules.project import (
    HTML,
    JSON,
    MANIFEST_FILE,
    MARKDOWN,
    OWN_WORDS,
    SOURCE,
    found,
    made,
    of,
    text,
    write,
)

QUOTED = "The Kiln Atlas by Okafor and Lindqvist measures 312 firings of electric kilns."
QUOTE = f'"text": "{QUOTED}"'
AT_QUOTE = '"quote": {\n          "cite": {\n            "end": 78,'
ALL = slice(None)  # of a file: the whole text
EVIDENCE = "report/3d39698dba4d"

# rule, file, what is replaced there, by what, file and text of the line that is told (after the edit), words told
FAILING = [
    ("readable", JSON, '"schema": 1,', '"schema": 9,', JSON, '"schema": 9', "it has schema 9"),
    ("readable", JSON, '"schema": 1,', '"schema" 1,', JSON, '"schema" 1', "This is no JSON"),
    ("readable", JSON, ALL, "", JSON, "", "This is no JSON"),
    ("readable", JSON, ALL, "[]", JSON, "[]", "is not a briefing"),
    ("readable", JSON, '"kind": "quote"', '"kind": "poem"', JSON, '"quote": {', "unknown kind of field 'poem'"),
    ("readable", JSON, '"origin": "file"', '"origin": "hearsay"', JSON, '    {\n      "author"', "origin"),
    (
        "readable",
        JSON,
        '  "findings": [\n',
        '<<<<<<< ours\n  "findings": [\n=======\n>>>>>>> theirs\n',
        JSON,
        "<<<<<<< ours",
        "A merge that was not finished",
    ),
    (
        "readable",
        MARKDOWN,
        "**Quote**\n",
        "<<<<<<< ours\n=======\n>>>>>>> theirs\n",
        MARKDOWN,
        "<<<<<<< ours",
        "A merge",
    ),
    ("readable", HTML, ALL, None, HTML, "", "The file is missing."),
    (
        "canonical",
        JSON,
        '  "language": "en",\n  "name": "kilns",',
        '  "name": "kilns",\n  "language": "en",',
        JSON,
        '"name": "kilns"',
        'should be “"language": "en",”',
    ),
    ("canonical", JSON, '"name": "kilns"', '"name":  "kilns"', JSON, '"name":  "kilns"', "should be"),
    ("canonical", JSON, "\n}\n", "\n}\n   \n", JSON, "   \n", "the end of the file"),
    ("canonical", JSON, '"name": "kilns"', '"mood": 1,\n  "name": "kilns"', JSON, '"mood": 1', "should be"),
    (
        "rendered",
        MARKDOWN,
        "It appeared on 4 January 2031.",
        "It appeared on 5 January 2031.",
        MARKDOWN,
        "It appeared on 5",
        "where briefing.json renders “It appeared on 4 January",
    ),
    (
        "rendered",
        MARKDOWN,
        "https://example.org/atlas",
        "https://example.com/atlas",
        MARKDOWN,
        "example.com",
        "example.org/atlas",
    ),
    ("rendered", MARKDOWN, "report.md?plain=1#L14", "report.md?plain=1#L15", MARKDOWN, "#L15", "#L14"),
    ("rendered", MARKDOWN, "**Quote**\n\n", "", MARKDOWN, "> The Kiln Atlas", "missing before this one"),
    (
        "rendered",
        MARKDOWN,
        "**Quote**\n",
        "**Quote**\nAnd more.\n",
        MARKDOWN,
        "And more.",
        "is not in what briefing.json renders to",
    ),
    ("rendered", MARKDOWN, "**Quote**\n", "**Quote** \n", MARKDOWN, "**Quote** \n", "white space"),
    (
        "rendered",
        HTML,
        "<title>Kilns in 2031",
        "<title>Kilns in 2032",
        HTML,
        "<title>Kilns in 2032",
        "<title>Kilns in 2031",
    ),
    (
        "slices",
        JSON,
        QUOTE,
        QUOTE.replace("312", "314"),
        JSON,
        QUOTE.replace("312", "314"),
        "314 firings of electric kilns.” is not what it cites: “",
    ),
    (
        "slices",
        JSON,
        AT_QUOTE,
        AT_QUOTE.replace("78", "77"),
        JSON,
        '"end": 77,',
        "electric kilns.” is not what it cites: “",
    ),
    ("slices", JSON, '"end": 78,', '"end": 978,', JSON, '"end": 978,', "cites characters 0 to 978"),
    (
        "slices",
        JSON,
        '"text": "Kiln Atlas"',
        '"text": "Klin Atlas"',
        JSON,
        '"text": "Klin Atlas"',
        "“Klin Atlas” is not what it cites",
    ),
    (
        "evidence",
        JSON,
        "312 firings of electric kilns. It",
        "314 firings of electric kilns. It",
        JSON,
        "314 firings of electric kilns. It",
        f"is not the text that the id {EVIDENCE}",
    ),
    (
        "evidence",
        JSON,
        f'"{EVIDENCE}": {{',
        '"report/000000000000": {',
        JSON,
        '"report/000000000000": {',
        "Nothing cites report/000000000000",
    ),
    (
        "evidence",
        JSON,
        f'"evidence": "{EVIDENCE}"',
        '"evidence": "report/1"',
        JSON,
        '"evidence": "report/1"',
        "cites report/1, which is not among the evidence",
    ),
    ("evidence", JSON, '"source": "report"', '"source": "rumour"', JSON, '"source": "rumour"', "The source rumour"),
    (
        "seals",
        JSON,
        OWN_WORDS,
        OWN_WORDS.replace("count", "counted"),
        JSON,
        OWN_WORDS.replace("count", "counted"),
        "was edited by hand",
    ),
    (
        "seals",
        JSON,
        '"url": "https://example.org/atlas"',
        '"url": "https://example.com/atlas"',
        JSON,
        "example.com/atlas",
        "“Kiln Atlas” was edited by hand",
    ),
    (
        "seals",
        JSON,
        '"title": "January 2031: the Kiln Atlas"',
        '"title": "January 2031: the Atlas"',
        JSON,
        '"title": "January 2031: the Atlas"',
        "The title “January 2031: the Atlas”",
    ),
    (
        "seals",
        JSON,
        '"(title)": ',
        '"poem": "0",\n        "(title)": ',
        JSON,
        '"poem": "0"',
        "the field poem was taken out by hand",
    ),
    (
        "carried",
        JSON,
        OWN_WORDS,
        OWN_WORDS.replace("312", "999"),
        JSON,
        OWN_WORDS.replace("312", "999"),
        "is a number that what it cites does not carry",
    ),
    ("carried", JSON, OWN_WORDS, OWN_WORDS.replace("Lindqvist", "Hinton"), JSON, "Hinton", "is a name that"),
    (
        "links",
        JSON,
        "https://example.org/atlas",
        "javascript:alert(1)",
        JSON,
        "javascript:",
        "“javascript:alert(1)” may not be linked",
    ),
    ("links", JSON, '"url": "sources/report.md#L13"', '"url": "/etc/passwd"', JSON, "/etc/passwd", "may not be linked"),
    (
        "links",
        JSON,
        '"url": "sources/report.md#L13"',
        '"url": "../other/report.md"',
        JSON,
        "../other",
        "may not be linked",
    ),
    (
        "links",
        JSON,
        '"url": "sources/report.md"',
        '"url": "file:///etc/passwd"',
        JSON,
        "file:///etc",
        "may not be linked",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "title: Kilns in 2031",
        "title: Kilns of 2031",
        JSON,
        '"title": "Kilns in 2031"',
        "by the manifest “Kilns of 2031”",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "title: Kilns in 2031\n",
        "",
        JSON,
        '"title": "Kilns in 2031"',
        "by the manifest “A year of kilns”",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "by: month",
        "by: quarter",
        JSON,
        '"period"',
        "The period is month 2031, and by the manifest quarter 2031.",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "sources:",
        "language: de\nsources:",
        JSON,
        '"language": "en",\n  "name"',
        "The language is “en”",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "id: report",
        "id: notes",
        JSON,
        '"sources": [',
        "The source notes of the manifest is not in the briefing.",
    ),
    (
        "manifest",
        MANIFEST_FILE,
        "id: report",
        "id: notes",
        JSON,
        '    {\n      "author"',
        "The source report is not in the manifest.",
    ),
    ("manifest", JSON, '"name": "kilns"', '"name": "klins"', JSON, '"name": "klins"', "by the manifest “kilns”"),
    (
        "manifest",
        JSON,
        '"url": "sources/report.md"',
        '"url": "sources/rapport.md"',
        JSON,
        "rapport.md",
        "by the manifest the file sources/report.md",
    ),
    (
        "sources",
        JSON,
        '"author": "Mira Voss"',
        '"author": "Vera Moss"',
        JSON,
        "Vera Moss",
        "The author of report is “Vera Moss”, and in the source “Mira Voss”",
    ),
    (
        "sources",
        JSON,
        '        "March 2031: the Ember 3"\n',
        '        "March 2031: the Ember 4"\n',
        JSON,
        '"March 2031: the Ember 4"\n',
        "other headings: “A year of kilns › March 2031: the Ember 3”",
    ),
    (
        "stale",
        SOURCE,
        "312 firings",
        "314 firings",
        JSON,
        '    {\n      "fields"',
        "Section 2031-01 is stale: its source has changed. In report: “The Kiln Atlas",
    ),
    (
        "stale",
        SOURCE,
        "It appeared on 4 January 2031.\n",
        "",
        JSON,
        '    {\n      "fields"',
        "“It appeared on 4 January 2031.” is gone",
    ),
    (
        "stale",
        SOURCE,
        "It appeared on 4",
        "It is heavy.\nIt appeared on 4",
        JSON,
        '    {\n      "fields"',
        "“It is heavy.” is new",
    ),
    (
        "stale",
        SOURCE,
        "## January 2031",
        "## May 2031",
        JSON,
        '"id": "2031-01"',
        "Section 2031-01 is no longer in the sources.",
    ),
    (
        "stale",
        SOURCE,
        "## January 2031",
        "## May 2031",
        JSON,
        '"sections": [',
        "Section 2031-05 (May 2031: the Kiln Atlas) is not written yet.",
    ),
    (
        "stale",
        SOURCE,
        ALL,
        None,
        MANIFEST_FILE,
        "- id: report",
        "The source report cannot be read: report.md: there is no such file.",
    ),
    (
        "stale",
        MANIFEST_FILE,
        "sources:",
        "model: {temperature: 1}\nsources:",
        JSON,
        '    {\n      "fields"',
        "the model or its temperature has changed",
    ),
    (
        "stale",
        MANIFEST_FILE,
        "sources:",
        "model: {name: another}\nsources:",
        JSON,
        '"overview": {',
        "The overview is stale: the model or its temperature has changed.",
    ),
    (
        "stale",
        MANIFEST_FILE,
        "sources:",
        "language: de\nsources:",
        JSON,
        '    {\n      "fields"',
        "its prompts, its style or its language have changed",
    ),
    (
        "findings",
        JSON,
        '"severity": "info",\n      "where": "2031-01/others"',
        '"severity": "error",\n      "where": "2031-01/others"',
        JSON,
        '"severity": "error"',
        "2031-01/others: The item",
    ),
    (
        "findings",
        MANIFEST_FILE,
        "sources:",
        "check: {allow: info}\nsources:",
        JSON,
        '"severity": "warning"',
        "Left out",
    ),
]

# rule, file, what is replaced there, by what: nothing that this rule would tell
CLEAN = [
    ("readable", MARKDOWN, "**Quote**", "======="),
    ("readable", JSON, '"title": "January 2031: the Kiln Atlas"', '"title": "<<<<<<< January"'),
    ("canonical", JSON, OWN_WORDS, "Something else."),
    ("canonical", MARKDOWN, "**Quote**", "**Quotation**"),
    ("rendered", SOURCE, "312 firings", "314 firings"),
    ("rendered", JSON, '  "language": "en",\n  "name": "kilns",', '  "name": "kilns",\n  "language": "en",'),
    ("slices", JSON, OWN_WORDS, "Something else."),
    ("slices", MARKDOWN, "312 firings", "314 firings"),
    ("evidence", JSON, OWN_WORDS, "Something else."),
    ("evidence", JSON, "sources/report.md#L13", "sources/report.md#L99"),
    ("seals", JSON, QUOTE, QUOTE.replace("312", "314")),  # told by slices
    ("seals", SOURCE, "312 firings", "314 firings"),
    ("carried", JSON, OWN_WORDS, "Firings are counted: 312."),
    ("carried", JSON, QUOTE, QUOTE.replace("312", "999")),
    ("carried", JSON, OWN_WORDS, "Voss counts 312 firings."),  # the author of the source needs no citation
    ("links", JSON, "https://example.org/atlas", "mailto:voss@example.org"),
    ("links", JSON, "https://example.org/atlas", "http://example.org/"),
    ("links", JSON, "sources/report.md#L13", "sources/2031/another report.md#page=2"),
    ("manifest", MANIFEST_FILE, "title: Kilns in 2031", "title: 'Kilns in 2031'"),
    ("manifest", MANIFEST_FILE, "path: report.md", "path: ../sources/report.md"),
    ("manifest", SOURCE, "312 firings", "314 firings"),
    ("sources", SOURCE, "312 firings", "314 firings"),
    ("sources", MARKDOWN, "Mira Voss", "Vera Moss"),
    ("stale", SOURCE, "## January 2031", "\n\n## January 2031"),
    ("stale", SOURCE, "Only 5 of the recipes", "Only  5 of\nthe recipes"),
    ("stale", MARKDOWN, "312 firings", "314 firings"),
    ("stale", JSON, OWN_WORDS, "Something else."),  # told by seals
    (
        "findings",
        JSON,
        '"severity": "info",\n      "where": "2031-01/others"',
        '"severity": "warning",\n      "where": "2031-01/others"',
    ),
    ("findings", MANIFEST_FILE, "sources:", "check: {allow: error}\nsources:"),
]


def edit(root: Path, name: str, old: str | slice, new: str | None) -> None:
    """None: the file is taken away."""
    if new is None:
        (root / name).unlink()
        return
    before = text(root, name)
    if isinstance(old, str):
        assert old in before
        new = before.replace(old, new, 1)
    write(root, name, new)


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    return made(tmp_path)


def test_nothing_to_mend(committed: Path) -> None:
    assert found(committed).problems == ()
    assert found(committed).notes == ()


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "file", "line", "says"), FAILING, ids=[f"{r[0]}-{n}" for n, r in enumerate(FAILING)]
)
def test_is_told_at_its_line(
    committed: Path, rule: str, name: str, old: str | slice, new: str | None, file: str, line: str, says: str
) -> None:
    edit(committed, name, old, new)
    after = text(committed, file) if (committed / file).exists() else ""
    place = after.index(line)
    number = after.count("\n", 0, place + len(line) - len(line.lstrip("\n"))) + 1
    told = of(found(committed), rule)
    assert any(
        p.file == str(committed / file) and p.line <= number <= p.last and p.last - p.line < 20 and says in p.message
        for p in told
    ), told
    assert all(problem.hint for problem in told)


@pytest.mark.parametrize(("rule", "name", "old", "new"), CLEAN, ids=[f"{r[0]}-{n}" for n, r in enumerate(CLEAN)])
def test_is_none_of_its_business(committed: Path, rule: str, name: str, old: str, new: str) -> None:
    edit(committed, name, old, new)
    assert of(found(committed), rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_both_tables(rule: object) -> None:
    name = getattr(rule, "name", "")
    assert any(row[0] == name for row in FAILING)
    assert any(row[0] == name for row in CLEAN)
    assert getattr(rule, "asks", "")
    assert getattr(rule, "helps", "")
