"""Every changed line of briefing.md is accounted for by an entry with a cause: also in the styles that have themes,
woven quotations, words and missing fields, by a model that takes up what is new."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.review import check
from briefing.steps.options import RunOptions
from tests.servers import eager
from tests.servers.model_server import ModelServer, completion
from tests.steps.repository import MANIFEST, chance_of, commit, difference, git, report, written
from tests.steps.test_compare import SOURCE_EDITS, claimed, kinds

CASES = [(style, 3, edit) for style in ("commentary", "review") for edit in SOURCE_EDITS]


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with ModelServer(lambda request, _: completion(eager.answer(request))) as server:
        yield server


def update(manifest: Path, source: Path, parts: list[list[str]], model: ModelServer) -> None:
    source.write_text(written(parts), encoding="utf-8")
    run(load_manifest(manifest), RunOptions(base_url=model.base_url, model="scripted"), {})


@pytest.mark.parametrize(("style", "seed", "edit"), CASES, ids=lambda each: getattr(each, "__name__", str(each)))
def test_of_every_style_every_line_has_a_cause(
    tmp_path: Path, model: ModelServer, style: str, seed: int, edit: Callable[..., object]
) -> None:
    chance = chance_of(f"{style} {edit.__name__} {seed}")
    parts = report(chance)
    source, manifest = tmp_path / "sources" / "report.md", tmp_path / "sources" / "town.yaml"
    source.parent.mkdir()
    (tmp_path / ".gitignore").write_text(".briefing/\n", encoding="utf-8")
    manifest.write_text(f"{MANIFEST}style: {style}\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    update(manifest, source, parts, model)
    commit(tmp_path)
    edit(parts, chance)
    update(manifest, source, parts, model)
    found = difference(manifest)
    claimed(found, tmp_path)
    assert all(kinds(entry) <= {"source", "section"} for entry in found.entries)
    assert check(load_manifest(manifest)).problems == ()
