"""A model in the process: real weights, and what is said where there are none."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest
from msgspec.structs import replace

from briefing.errors import ManifestError, ModelError
from briefing.manifest import load_manifest
from briefing.model import Manifest, ModelOptions, Reading
from briefing.pipeline import run
from briefing.review import dry_run
from briefing.steps.options import RunOptions
from briefing.store import Store
from briefing.writers.base import Message, Task
from briefing.writers.commons import Commons
from briefing.writers.local import LocalWriter
from briefing.writers.options import WriterOptions
from tests.commands.run_briefing import briefing
from tests.servers.small_model import missing, weights
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.test_pipeline import hold

pytestmark = [pytest.mark.model, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]
JANUARY = NOTES[: NOTES.index("## February")]


@pytest.fixture(autouse=True)
def one_core() -> Iterator[None]:
    """Beside other tests, threads on the cores that those have wait for each other: five times the processor time."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    yield
    os.sched_setaffinity(0, cores)


STYLE = """\
label: Note
guide: A note in a sentence.
section: [{key: quote, kind: quote, label: Quote, most: 1, guide: One sentence that stands alone.}]
overview: []
"""


def project_with(root: Path, **model: str) -> Manifest:
    """A style with one field: what a model writes is not the point here, and each field takes it seconds."""
    (root / "prompts" / "note").mkdir(parents=True, exist_ok=True)
    (root / "prompts" / "note" / "style.yaml").write_text(STYLE, encoding="utf-8")
    named = "".join(f", {key}: {value}" for key, value in model.items())
    manifest = f"{MANIFEST}style: note\nmodel: {{max_tokens: 80{named}}}\n"
    return load_manifest(write_project(root, JANUARY, manifest))


def test_a_run_one_that_finds_all_fresh_and_one_without_the_model(project: Path) -> None:
    manifest = project_with(project)
    options = RunOptions(engine="local", model=str(weights()), timeout=900.0, pace=0.01)
    first = run(manifest, options, {})
    hold(first.briefing, JANUARY)
    assert (first.briefing.writer.engine, first.briefing.writer.model) == ("local", weights().name)
    assert first.usage.calls >= 1
    assert first.usage.usd == 0
    shutil.rmtree(project / "outputs" / "kilns")
    done = briefing(project, "run", "-q", "--engine", "local", "--model", str(weights()), manifest.path)
    assert (done.returncode, done.stderr) == (0, "")  # its server ends with it
    assert f"1 section written by {weights().name}" in done.stdout
    assert "0 calls, 0 tokens, $0" in done.stdout  # what was written before is kept
    moved = project / "other" / weights().name
    moved.parent.mkdir()
    moved.symlink_to(weights())
    again = run(manifest, replace(options, model=str(moved)), {})  # the same model at another place
    assert (again.written, again.changed) == ((), ())
    kept = run(manifest, RunOptions(), {})  # no model at hand: fresh sections need none
    assert kept.changed == ()
    report = project / "sources" / "report.md"
    report.write_text(JANUARY.replace("312 firings", "313 firings"), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        run(manifest, RunOptions(), {})
    assert "--engine local --model FILE.gguf" in caught.value.hint


def test_its_window_is_that_of_the_model(tmp_path: Path) -> None:
    writer = LocalWriter(WriterOptions(ModelOptions(name=str(weights())), Store(tmp_path)))
    try:
        assert writer.window == 8192
        assert writer.model == weights().name
    finally:
        writer.close()


def test_many_briefings_load_it_once(tmp_path: Path) -> None:
    """And one that is done takes it from none of the others; when all are, it is gone."""
    commons = Commons()
    options = WriterOptions(ModelOptions(name=str(weights())), Store(tmp_path), commons=commons)
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(LocalWriter, [options, options])
    address = commons.loaded(str(weights().resolve()), lambda: pytest.fail("it was loaded twice")).address
    first.close()
    assert httpx2.get(f"{address}/health", trust_env=False).status_code == 200
    second.close()
    gc.collect()
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{address}/health", trust_env=False)


def test_while_it_writes_that_is_told(project: Path) -> None:
    class Impatient(LocalWriter):
        every = 0.05

    told: list[str] = []
    model = ModelOptions(name=str(weights()), max_tokens=20)
    writer = Impatient(WriterOptions(model, Store(project), say=told.append))
    task = Task("2031-01", "", "en", (), Reading(()), (Message("user", "Tell of kilns. " * 100),), None)
    try:
        with suppress(ModelError):  # whatever it makes of that
            writer.draft(task)
    finally:
        writer.close()
    assert any(line.startswith("no reply of the model in this process for ") for line in told)


@pytest.mark.parametrize(("given", "policy"), [({}, "PASSIVE"), ({"OMP_WAIT_POLICY": "ACTIVE"}, "ACTIVE")])
def test_its_threads_give_way_to_others(given: dict[str, str], policy: str) -> None:
    """As the library says that it has understood it, where it is one of OpenMP; what somebody has set stays."""
    load = "import sys; from pathlib import Path; from briefing.writers.local import _serve; _serve(Path(sys.argv[1]))"
    own = {**os.environ, "OMP_DISPLAY_ENV": "TRUE", **given}
    done = subprocess.run(
        [sys.executable, "-c", load, str(weights())], env=own, capture_output=True, text=True, timeout=60, check=True
    )
    if "OPENMP DISPLAY ENVIRONMENT" not in done.stderr:
        pytest.skip("llama.cpp has threads of its own here")
    assert f"OMP_WAIT_POLICY = '{policy}'" in done.stderr


def test_the_dry_run_loads_nothing_and_costs_nothing(project: Path) -> None:
    estimate = dry_run(project_with(project), RunOptions(engine="local", model=str(weights())), {})
    assert (estimate.calls, estimate.usd) == (1, 0.0)


@pytest.mark.parametrize("name", ["", "gone.gguf", "notes.txt", "."])
def test_what_is_no_file_of_weights_is_refused_before_anything_is_read(project: Path, name: str) -> None:
    manifest = project_with(project)
    (project / "sources" / "report.md").unlink()
    with pytest.raises(ManifestError) as caught:
        run(manifest, RunOptions(engine="local", model=name), {})
    assert "--model FILE.gguf" in caught.value.hint


def test_a_manifest_cannot_name_the_file(project: Path) -> None:
    with pytest.raises(ManifestError, match="no file is named"):
        run(project_with(project, name=str(weights())), RunOptions(engine="local"), {})


def test_a_file_that_is_no_model(project: Path) -> None:
    (project / "broken.gguf").write_bytes(b"GGUF and then nothing")
    with pytest.raises(ModelError) as caught:
        run(project_with(project), RunOptions(engine="local", model=str(project / "broken.gguf")), {})
    assert caught.value.exit_code == 4
    assert not (project / "outputs" / "kilns" / "briefing.json").exists()
