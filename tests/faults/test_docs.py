"""The table of faults in docs/faults.md is what the tests hold. Update it with: python -m tests.faults.test_docs"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.faults.misbehaving import LASTING
from tests.faults.test_strangers import BOMBS, OUTSIDE
from tests.faults.test_web import SECONDS, WEB

PAGE = Path(__file__).parents[2] / "docs/faults.md"
_MARKS = "<!-- generated: faults -->\n", "<!-- end: faults -->"


def rows() -> Iterator[str]:
    yield "| fault | what happens |"
    yield "|---|---|"
    for name, lasting in LASTING.items():
        what = lasting.what.replace("|", "…» or «")
        ends = f"exit 4, «{what}…»" if lasting.what else "what is sound is taken, the rest is said in a finding"
        calls = f"{lasting.reply} calls for one reply" + f" or {lasting.run} in a row" * bool(lasting.run)
        yield f"| the model's server: {name} | overcome where it passes; where it lasts, after {calls}: {ends} |"
    for name, web in WEB.items():
        ends = "read rightly" if web.read else f"exit 3, «{web.refused}…»"
        yield f"| the web: {name} | {ends}, within {web.worked} s and {web.megabytes:_} MB |".replace("_", " ")
    for name in OUTSIDE:
        yield f"| a manifest: {name} | exit 3, nothing is read |"
    for name in BOMBS:
        yield f"| a manifest: {name} | exit 2 |"


def table() -> str:
    return "\n".join(rows()) + "\n"


def test_the_table_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert table() in text
    assert f"within {SECONDS} seconds" in text


def test_what_the_page_names_exists() -> None:
    root = PAGE.parents[1]
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE.read_text(encoding="utf-8"))
    assert named
    for file, test in named:
        assert f"def {test}" in (root / file).read_text(encoding="utf-8")


if __name__ == "__main__":
    before, rest = PAGE.read_text(encoding="utf-8").split(_MARKS[0])
    PAGE.write_text(before + _MARKS[0] + table() + _MARKS[1] + rest.partition(_MARKS[1])[2], encoding="utf-8")
