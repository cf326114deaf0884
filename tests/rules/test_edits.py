"""Whoever edits a committed file by hand, at any line, fails the check and is told the line."""

import json
import random
import re
from pathlib import Path

import pytest

from tests.rules.project import HTML, JSON, MARKDOWN, found, made, text, write

LINE = re.compile(r'(?P<head>\s*(?:"(?:[^"\\]|\\.)*": )?)(?P<value>"(?:[^"\\]|\\.)*"|-?\d+)(?P<tail>,?)')
HASHES = re.compile(r'\s*"[0-9a-f ]+",?')
UNSHOWN = {"findings", "seals", "length", "fingerprint", "read", "writer"}
TRIALS = 60


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("edits"))


def told(root: Path, name: str) -> list[range]:
    """The lines of a file that problems name, at their place or in their words."""
    problems = [problem for problem in found(root).problems if problem.severity == "error"]
    named = [range(p.line, p.last + 1) for p in problems if p.file == str(root / name) and p.last - p.line < 20]
    return named + [range(int(n), int(n) + 1) for p in problems for n in re.findall(r"\(line (\d+)\)", p.message)]


def other(chance: random.Random, value: str) -> str:
    """A text with one character changed, put in, or taken out: a digit by another digit, a letter by another letter."""
    letters = "0123456789" if chance.random() < 0.3 else "abcdefghijklmnopqrstuvwxyz"
    while True:
        place = chance.randrange(len(value) + 1)
        kind = chance.choice(("change", "insert", "drop"))
        new = value[:place] + ("" if kind == "drop" else chance.choice(letters)) + value[place + (kind != "insert") :]
        if new != value:
            return new


def edited(chance: random.Random, line: str) -> str:
    """A line of briefing.json with another value, as JSON."""
    match = LINE.fullmatch(line)
    assert match
    value = json.loads(match["value"])
    changed = value + chance.choice((-1, 1, 7)) if isinstance(value, int) else other(chance, value)
    return f"{match['head']}{json.dumps(changed, ensure_ascii=False)}{match['tail']}"


def shown_lines(lines: list[str]) -> list[int]:
    """Lines of briefing.json with a value that a reader is shown or led by: not the hashes and lengths, by which a run
    knows what to do, nor findings and the writer, which are told where the pages show them."""
    chosen, path = [], [""]
    for number, line in enumerate(lines):
        if opened := re.fullmatch(r'\s*(?:"([^"]*)": )?[{\[]', line):
            path.append(opened[1] or path[-1])
        elif re.fullmatch(r"\s*[}\]],?", line):
            path.pop()
        elif LINE.fullmatch(line) and not UNSHOWN & {*path, line.split('"')[1]} and not HASHES.fullmatch(line):
            chosen.append(number)
    return chosen


@pytest.mark.parametrize("seed", range(TRIALS))
def test_an_edit_of_the_json_is_told_at_its_line(committed: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    before = text(committed, JSON)
    lines = before.split("\n")
    number = chance.choice(shown_lines(lines))
    lines[number] = edited(chance, lines[number])
    write(committed, JSON, "\n".join(lines))
    try:
        assert any(number + 1 in lines_told for lines_told in told(committed, JSON)), (number + 1, lines[number])
    finally:
        write(committed, JSON, before)


@pytest.mark.parametrize("name", [MARKDOWN, HTML])
@pytest.mark.parametrize("seed", range(TRIALS // 2))
def test_edits_of_a_page_are_told_at_their_lines(committed: Path, name: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    before = text(committed, name)
    lines = before.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    numbers = chance.sample(filled, chance.randint(1, 6))
    for number in numbers:
        lines[number] = other(chance, lines[number])
    write(committed, name, "\n".join(lines))
    try:
        named = told(committed, name)
        assert [n + 1 for n in numbers if not any(n + 1 in each for each in named)] == []
    finally:
        write(committed, name, before)


def test_any_edit_of_a_value_is_no_traceback_and_fails(committed: Path) -> None:
    """Any line of briefing.json that has a value, but the rule by which something was found: nobody is shown that."""
    chance = random.Random(7)  # noqa: S311 - no secret
    before = text(committed, JSON)
    lines = before.split("\n")
    valued = [n for n, line in enumerate(lines) if LINE.fullmatch(line) and '"check":' not in line]
    for number in chance.sample(valued, TRIALS):
        changed = [*lines[:number], edited(chance, lines[number]), *lines[number + 1 :]]
        write(committed, JSON, "\n".join(changed))
        assert found(committed).fails, changed[number]
    write(committed, JSON, before)


def test_many_edits_are_told_in_few_words(committed: Path) -> None:
    before = text(committed, MARKDOWN)
    write(committed, MARKDOWN, before.replace("e", "o"))
    problems = found(committed).problems
    write(committed, MARKDOWN, before)
    assert 10 < len(problems) < 15
    assert "more lines are not what briefing.json renders to, up to line" in problems[-1].message
