"""Problems in every format: what stands where, and that nothing in a text can break out of it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing.reports.problems import Checked, Problem
from briefing.reports.table import PROBLEM_REPORTS

ROOT = "/project"
RULES = {"seals": "nothing was edited by hand", "stale": "nothing is stale"}
CHECKED = [
    Checked(
        "kilns",
        f"{ROOT}/sources/kilns.yaml",
        (
            Problem(
                f"{ROOT}/outputs/kilns/briefing.json", 12, "seals", "“100 %, a:b” was edited.", "Restore it.", end=14
            ),
            Problem(f"{ROOT}/outputs/two words, 5%/briefing.md", 3, "stale", "One line\nand another.", "", "warning"),
            Problem("/elsewhere/a.yaml", 1, "stale", "It is far away.", "Bring it here."),
        ),
        ("page is not at hand: 5%",),
    ),
    Checked("ash", f"{ROOT}/sources/ash.yaml"),
]


def shown(path: str) -> str:
    return path.removeprefix(f"{ROOT}/")


def report(name: str, checked: list[Checked] | None = None) -> str:
    return PROBLEM_REPORTS[name](CHECKED if checked is None else checked, RULES, shown)


def test_text_has_a_line_for_each() -> None:
    assert report("text").split("\n") == [
        "outputs/kilns/briefing.json:12: error: “100 %, a:b” was edited. Restore it. [seals]",
        "outputs/two words, 5%/briefing.md:3: warning: One line and another. [stale]",
        "/elsewhere/a.yaml:1: error: It is far away. Bring it here. [stale]",
        "kilns: note: page is not at hand: 5%",
        "kilns: 2 errors, 1 warning",
        "ash: nothing to mend",
        "",
    ]


def test_json_has_stable_keys() -> None:
    first, second = json.loads(report("json"))
    assert (first["name"], first["manifest"], first["fails"]) == ("kilns", "sources/kilns.yaml", True)
    assert first["problems"][0] == {
        "file": "outputs/kilns/briefing.json",
        "line": 12,
        "end": 14,
        "rule": "seals",
        "severity": "error",
        "message": "“100 %, a:b” was edited.",
        "hint": "Restore it.",
    }
    assert first["notes"] == ["page is not at hand: 5%"]
    assert second == {"name": "ash", "manifest": "sources/ash.yaml", "fails": False, "problems": [], "notes": []}


def test_github_escapes_what_its_commands_are_made_of() -> None:
    first = "::error file=outputs/kilns/briefing.json,line=12,endLine=14,title=briefing%3A seals"
    second = "::warning file=outputs/two words%2C 5%25/briefing.md,line=3,endLine=3,title=briefing%3A stale"
    assert report("github").split("\n") == [
        f"{first}::“100 %25, a:b” was edited.%0ARestore it.",
        f"{second}::One line%0Aand another.",
        "::error file=/elsewhere/a.yaml,line=1,endLine=1,title=briefing%3A stale::It is far away.%0ABring it here.",
        "::notice title=briefing%3A kilns::page is not at hand: 5%25",
        "",
    ]


@pytest.mark.parametrize("forged", ["x\n::error::y", "x\r::stop-commands::y", "::add-mask::y", "%0A::error::y"])
def test_no_text_becomes_a_command_of_its_own(forged: str) -> None:
    problem = Problem(f"{ROOT}/{forged}", 1, "stale", forged, forged)
    lines = report("github", [Checked(forged, forged, (problem,), (forged,))]).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice"]


TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def many(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, **more}


# What of SARIF 2.1.0 (OASIS) is used here, closed: no key that the standard does not have.
LINE = {"type": "integer", "minimum": 1}
ARTIFACT = closed(["uri"], uri={"type": "string", "pattern": r"^[^\s\\,“]+$"}, uriBaseId={"const": "%SRCROOT%"})
PLACE = closed(
    ["artifactLocation"], artifactLocation=ARTIFACT, region=closed(["startLine"], startLine=LINE, endLine=LINE)
)
RESULT = closed(
    ["message", "ruleId", "locations"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=many(closed(["physicalLocation"], physicalLocation=PLACE), minItems=1),
)
DRIVER = closed(
    ["name", "rules"],
    name={"const": "briefing"},
    version={"type": "string"},
    rules=many(closed(["id", "shortDescription"], id={"type": "string"}, shortDescription=TEXT), uniqueItems=True),
)
INVOCATION = closed(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=many(closed(["message"], level=LEVEL, message=TEXT)),
)
RUN = closed(
    ["tool", "results"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=many(INVOCATION),
    results=many(RESULT),
)
SARIF = closed(
    ["version", "runs", "$schema"],
    version={"const": "2.1.0"},
    runs=many(RUN, minItems=1, maxItems=1),
    **{"$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"}},
)


@pytest.mark.parametrize("checked", [CHECKED, [], CHECKED[1:]], ids=["problems", "nothing", "clean"])
def test_sarif_is_what_the_standard_says(checked: list[Checked]) -> None:
    value = json.loads(report("sarif", checked))
    jsonschema.validate(value, SARIF)
    (run,) = value["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == sum(len(each.problems) for each in checked)


def test_sarif_has_paths_of_the_repository_as_addresses() -> None:
    (run,) = json.loads(report("sarif"))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["artifactLocation"] for place in places] == [
        {"uri": "outputs/kilns/briefing.json", "uriBaseId": "%SRCROOT%"},
        {"uri": "outputs/two%20words%2C%205%25/briefing.md", "uriBaseId": "%SRCROOT%"},
        {"uri": Path("/elsewhere/a.yaml").as_uri()},
    ]
    assert places[0]["region"] == {"startLine": 12, "endLine": 14}
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
