"""The JSON for programs: its keys are those of docs/diff.md."""

import json
import re
from pathlib import Path
from typing import Any

from briefing.reports.diff_json import as_json
from tests.reports.differences import REWORDED, difference, part

PAGE = Path(__file__).parents[2] / "docs/diff.md"


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_the_keys_are_stable_and_described() -> None:
    value = json.loads(as_json(difference(part(REWORDED))))
    assert list(value) == ["name", "title", "base", "commit", "new", "lines", "parts"]
    (described,) = re.findall(r"<!-- keys -->\n(.*?)<!-- end -->", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert _keys(value) == set(re.findall(r"^\| `(\w+)`", described, re.MULTILINE))


def test_a_change_says_all_of_itself() -> None:
    (found,) = json.loads(as_json(difference(part(REWORDED))))["parts"][0]["entries"]
    assert found == {
        "kind": "reworded",
        "noun": "sentence",
        "field": "idea",
        "label": "Main idea",
        "before": "The Atlas saw 312.",
        "after": "The Atlas saw 319.",
        "count": 1,
        "lines": 0,
        "causes": [
            {
                "kind": "source",
                "note": "",
                "sections": [],
                "changes": [
                    {
                        "part": "report",
                        "kind": "reworded",
                        "before": "It took 312 firings.",
                        "after": "It took 319 firings.",
                    }
                ],
            }
        ],
    }
