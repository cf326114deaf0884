"""The table of ratios: rows come through a process and back, and a goal that is missed is shown as missed."""

import sys
from pathlib import Path

import pytest
from benchmarks.rows import Row, dump, load, measured
from benchmarks.table import BENCHMARKS, FOLDER, renewed, rows_of, summary, table

ROWS = [
    measured("a run", "the chain", 1.1, [1.3, 1.05, 1.07], "10.7 s"),
    measured("unchanged", "a first run", 0.05, [0.061, 0.062, 0.06]),
    measured("searching", "a peer", 100, [120.0, 150.0, 3140.0], sense="at least"),
    measured("reading", "a bare reader", 0.8, [0.5], sense="at least"),
    Row("a peer", "it", 1.0, beside="not installed: no such package"),
]
SHOWN = [
    "| a run | the chain | ≤ 1.10 × | 1.07 × (1.05 to 1.30) | yes, 3% to spare, and not in each run | 10.7 s |",
    "| unchanged | a first run | ≤ 5.0 % | 6.1 % (6.0 % to 6.2 %) | **no**, 22% off |  |",
    "| searching | a peer | ≥ 100 × | 150 × (120 to 3,140) | yes, 50% to spare |  |",
    "| reading | a bare reader | ≥ 0.80 × | 0.50 × | **no**, 38% off |  |",
    "| a peer | it | ≤ 1.00 × |  | **not measured** | not installed: no such package |",
]


def printing(tmp_path: Path, text: str) -> list[str]:
    script = tmp_path / "bench.py"
    script.write_text(f"import sys\nsys.stdout.write({text!r})\n", encoding="utf-8")
    return [sys.executable, str(script)]


def test_rows_pass_through_a_process(tmp_path: Path) -> None:
    assert rows_of("bench", printing(tmp_path, "| a table |\n" + dump(ROWS))) == [
        *ROWS[:4],
        Row("a peer", "it", 1.0, beside="not installed: no such package"),
    ]


@pytest.mark.parametrize(("row", "line"), list(zip(ROWS, SHOWN, strict=True)))
def test_a_row_is_shown_with_whether_it_holds(row: Row, line: str) -> None:
    assert table([row]).splitlines()[2] == line


def test_the_summary_counts_what_is_missed() -> None:
    assert summary(table(ROWS)) == "2 of 5 goals hold, 2 do not, 1 could not be measured."


def test_some_rows_are_renewed_and_the_others_left() -> None:
    now = measured("unchanged", "a first run", 0.05, [0.04, 0.04, 0.04])
    more = measured("start", "python", 3.0, [2.0])
    shown = renewed(f"`a command`:\n\n{table(ROWS)}\n{summary(table(ROWS))}\n", [now, more])
    assert shown.splitlines()[2:] == [
        SHOWN[0],
        *table([now]).splitlines()[2:],
        *SHOWN[2:],
        *table([more]).splitlines()[2:],
    ]
    assert summary(shown) == "4 of 6 goals hold, 1 do not, 1 could not be measured."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nothing", "it printed no row"),
        ('{"what": "x"}', "not a row"),
        ("{broken", "Expecting property name"),
        ('{"what": "x", "limit": "y", "goal": 1, "sense": "below"}', "the sense is 'below'"),
    ],
)
def test_what_is_no_row_is_told(tmp_path: Path, text: str, why: str) -> None:
    (row,) = rows_of("bench", printing(tmp_path, text))
    assert row.ratio is None and not row.holds and why in row.beside


def test_a_benchmark_that_fails_is_told_beside_its_rows() -> None:
    command = [sys.executable, "-c", "import sys; sys.stdout.write(sys.argv[1]); sys.exit('no disk')", dump(ROWS[:1])]
    first, second = rows_of("bench", command)
    assert first == ROWS[0]
    assert second.beside == "it ended with 1: no disk"


def test_a_benchmark_that_hangs_is_told() -> None:
    (row,) = rows_of("bench", [sys.executable, "-c", "import time; time.sleep(60)"], patience=0.3)
    assert row.beside == "it took more than 0.3 s"


def test_not_a_number_holds_nothing() -> None:
    assert not Row("x", "y", 1.0, "at most", float("nan")).holds


def test_the_lines_of_json_may_stand_among_others() -> None:
    assert load("hello\n" + dump(ROWS[:1]) + "bye") == ROWS[:1]


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_benchmark_is_there_and_gives_rows(name: str) -> None:
    assert '"--rows"' in (FOLDER / BENCHMARKS[name].file).read_text(encoding="utf-8")
