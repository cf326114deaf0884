"""Whoever edits a file of a commentary or a review by hand is told the line: themes, words, and quotations in
a sentence as well."""

import random
from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.rules.project import JSON, MARKDOWN, found, text, write
from tests.rules.test_edits import edited, other, shown_lines
from tests.servers.honest import answer
from tests.servers.model_server import ModelServer, completion
from tests.steps.kilns import MANIFEST, write_project

LONGEST = 40  # lines of an item that is told as a whole: a sentence with the words that are woven into it
TRIALS = 25


@pytest.fixture(scope="module", params=["commentary", "review"])
def committed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    path = write_project(root, manifest=f"{MANIFEST}style: {request.param}\n")
    with ModelServer(lambda asked, _: completion(answer(asked))) as server:
        run(load_manifest(path), RunOptions(base_url=server.base_url, model="scripted"), {})
    return root


def is_told(root: Path, name: str, line: int) -> bool:
    problems = [problem for problem in found(root).problems if problem.severity == "error"]
    return any(f"(line {line})" in problem.message for problem in problems) or any(
        problem.file == str(root / name) and problem.line <= line <= problem.last < problem.line + LONGEST
        for problem in problems
    )


def test_an_edit_of_the_json_is_told(committed: Path) -> None:
    assert found(committed).problems == ()
    before, chance = text(committed, JSON), random.Random(3)  # noqa: S311 - no secret
    lines = before.split("\n")
    for number in chance.sample(shown_lines(lines), TRIALS):
        changed = edited(chance, lines[number])
        write(committed, JSON, "\n".join([*lines[:number], changed, *lines[number + 1 :]]))
        assert is_told(committed, JSON, number + 1), (number + 1, changed)
    write(committed, JSON, before)


def test_an_edit_of_the_markdown_is_told(committed: Path) -> None:
    before, chance = text(committed, MARKDOWN), random.Random(4)  # noqa: S311 - no secret
    lines = before.split("\n")
    for number in chance.sample([n for n, line in enumerate(lines) if line.strip()], TRIALS):
        changed = other(chance, lines[number])
        write(committed, MARKDOWN, "\n".join([*lines[:number], changed, *lines[number + 1 :]]))
        assert is_told(committed, MARKDOWN, number + 1), (number + 1, changed)
    write(committed, MARKDOWN, before)
