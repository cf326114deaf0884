"""Whatever a writer says and however the source changes, what a run commits passes the check."""

from pathlib import Path
from typing import Any

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.review import check
from briefing.steps.options import RunOptions
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import NOTES, write_project
from tests.test_pipeline import LIES

CHANGES = [
    NOTES.replace("312 firings", "314 firings"),
    NOTES.replace("312 firings", "314 firings").replace("It appeared on 4 January 2031.\n", ""),
    "\n\n" + NOTES.replace("## February 2031: ash glazes", "## May 2031: ash glazes"),
    NOTES.replace("# A year of kilns", "# A quarter of kilns").replace("Mira Voss", "Mira Moss"),
    NOTES,
]


@pytest.mark.parametrize("lie", sorted(LIES.keys() - {"wrong shapes"}))  # of which a run makes nothing
def test_of_a_model_that_lies(project: Path, lie: str) -> None:
    def respond(request: dict[str, Any], _: int) -> Answer:
        truth = answer(request)
        return completion(truth | {key: value for key, value in LIES[lie].items() if key in truth})

    manifest = load_manifest(write_project(project))
    with ModelServer(respond) as server:
        run(manifest, RunOptions(base_url=server.base_url, model="scripted", pace=0.01), {})
    assert check(manifest).problems == ()


@pytest.mark.parametrize("engine", ["openai", "extractive"])
def test_of_one_update_after_the_other(project: Path, engine: str) -> None:
    manifest = load_manifest(write_project(project))
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        options = RunOptions(engine=engine, base_url=server.base_url, model="scripted", pace=0.01)
        run(manifest, options, {})
        for notes in CHANGES:
            write_project(project, notes)
            assert check(manifest).fails
            run(manifest, options, {})
            assert check(manifest).problems == ()
