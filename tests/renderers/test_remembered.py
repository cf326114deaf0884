"""Pages are made again where anything that they are made of has changed, or they have, and only there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.outputs import Outputs
from briefing.renderers.remembered import made_of
from briefing.renderers.table import RENDERERS
from briefing.store import Store
from briefing.style import Style
from tests.commands.run_briefing import briefing, environment
from tests.steps.kilns import MANIFEST, write_project

RUN = ("run", "--quiet", "sources/kilns.yaml")
LOADS = f"import sys; from briefing.cli import main; main({list(RUN)!r}); print('jinja2' in sys.modules)"


def folder(project: Path) -> Path:
    return project / "outputs" / "kilns"


def made(project: Path, manifest: str = MANIFEST) -> dict[str, bytes]:
    write_project(project, manifest=manifest)
    assert briefing(project, *RUN).returncode == 0
    return {path.name: path.read_bytes() for path in folder(project).iterdir()}


def renders(project: Path) -> bool:
    """Whether a run loads what makes pages."""
    command = [sys.executable, "-c", LOADS]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1] == "True"


def edited(project: Path) -> None:
    page = folder(project) / "briefing.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>by hand</p>", encoding="utf-8")


def taken_away(project: Path) -> None:
    (folder(project) / "briefing.md").unlink()


def spoiled(project: Path) -> None:
    for path in (project / ".briefing").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])


def emptied(project: Path) -> None:
    shutil.rmtree(project / ".briefing")


def test_where_nothing_changed_no_page_is_made(project: Path) -> None:
    before = made(project)
    assert not renders(project)
    assert {path.name: path.read_bytes() for path in folder(project).iterdir()} == before


@pytest.mark.parametrize("harm", [edited, taken_away, spoiled, emptied])
def test_what_is_not_as_it_was_made_is_made_again(project: Path, harm: Callable[[Path], None]) -> None:
    before = made(project)
    harm(project)
    assert renders(project)
    assert {path.name: path.read_bytes() for path in folder(project).iterdir()} == before
    assert not renders(project)


def test_a_style_of_the_project_s_own_that_changes_changes_the_page(project: Path) -> None:
    own = project / "prompts" / "mine"
    own.mkdir(parents=True)
    (own / "style.yaml").write_text(
        "label: Notes\nguide: Notes.\nsection:\n  - {key: idea, kind: prose, label: Idea, guide: What is new.}\n"
        "overview: []\n",
        encoding="utf-8",
    )
    before = made(project, MANIFEST + "style: mine\n")
    (own / "style.yaml").write_text((own / "style.yaml").read_text().replace("label: Idea", "label: Thought"))
    assert briefing(project, *RUN).returncode == 0
    page = (folder(project) / "briefing.md").read_bytes()
    assert page != before["briefing.md"]
    assert b"Thought" in page


def key(tmp_path: Path, style: Style, memory: bytes = b"{}", base: str = "../..") -> str:
    return made_of(Store(tmp_path), memory, style, base).key


def test_what_pages_are_made_of_is_known_by_all_of_it(tmp_path: Path) -> None:
    style = Style("s", "S", "", (), (), (str(tmp_path / "s"),), "")
    (tmp_path / "s").mkdir()
    template = tmp_path / "s" / "page.html"
    template.write_text("a")
    first = key(tmp_path, style)
    assert first == key(tmp_path, style)
    keys = {first, key(tmp_path, style, b"[]"), key(tmp_path, style, base="..")}
    os.utime(template, ns=(1, 1))
    keys.add(key(tmp_path, style))
    template.write_text("ab")
    keys.add(key(tmp_path, style))
    (tmp_path / "s" / "more").mkdir()
    (tmp_path / "s" / "more" / "x").touch()
    keys.add(key(tmp_path, style))
    assert len(keys) == 6


def test_a_page_that_is_not_there_does_not_stand(tmp_path: Path) -> None:
    style = Style("s", "S", "", (), (), (), "")
    pages = made_of(Store(tmp_path), b"{}", style, "")
    outputs = Outputs(tmp_path / "outputs")
    assert pages.standing(outputs, tuple(RENDERERS)) is None
    pages.remember(dict.fromkeys(RENDERERS, b"page"))
    assert pages.standing(outputs, tuple(RENDERERS)) is None
    outputs.write_all(dict.fromkeys(RENDERERS, b"page"))
    assert pages.standing(outputs, tuple(RENDERERS)) == dict.fromkeys(RENDERERS, b"page")
