"""The table of faults in docs/faults.md is what the tests hold. Update it with: python -m tests.faults.test_docs"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tests.faults import test_model, test_strangers, test_web
from tests.faults.misbehaving import LASTING
from tests.faults.test_strangers import BOMBS, OUTSIDE, SOURCES
from tests.faults.test_web import SECONDS, WEB

# Which test tries which rows: all of them, each by its name.
TRIED: dict[Callable[..., None], Collection[str]] = {
    test_model.test_a_fault_that_lasts: LASTING,
    test_web.test_the_web: WEB,
    test_strangers.test_nothing_outside_is_read: OUTSIDE,
    test_strangers.test_a_bomb_of_a_manifest: BOMBS,
}
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
    seconds, megabytes = SOURCES
    ends = f"within {seconds} s of the processor and {megabytes} MB"
    yield f"| a manifest: ten thousand sources | read, or exit 3 at the first that may not be, {ends} |"


def table() -> str:
    return "\n".join(rows()) + "\n"


def test_the_table_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert table() in text
    assert f"within {SECONDS} seconds" in text


def test_each_row_is_tried() -> None:
    for test, names in TRIED.items():
        marks = [mark for mark in test.pytestmark if mark.name == "parametrize"]  # type: ignore[attr-defined]
        assert any(set(mark.args[1]) == set(names) for mark in marks), test.__name__
        assert not [mark for mark in test.pytestmark if mark.name.startswith("skip")]  # type: ignore[attr-defined]


def test_what_the_page_names_exists_and_runs() -> None:
    root = PAGE.parents[1]
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE.read_text(encoding="utf-8"))
    assert {file for file, _ in named} >= {
        path.relative_to(root).as_posix() for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__)
    } - {"tests/faults/test_web.py"}  # whose rows are made above
    for file, test in named:
        found = re.search(
            rf"((?:^@.*\n(?:^ .*\n|^\).*\n)*)*)^def {test}\(", (root / file).read_text("utf-8"), re.MULTILINE
        )
        assert found, f"{file}::{test}"
        assert "mark.skip" not in found[1]


def test_each_row_names_its_test() -> None:
    held = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.count(" | ") == 2]
    assert [line for line in held if "`tests/" not in line and not line.startswith(("| fault ", "|---"))] == []


if __name__ == "__main__":
    before, rest = PAGE.read_text(encoding="utf-8").split(_MARKS[0])
    PAGE.write_text(before + _MARKS[0] + table() + _MARKS[1] + rest.partition(_MARKS[1])[2], encoding="utf-8")
