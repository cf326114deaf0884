"""Sources become documents in the manifest's order; what cannot be read is told with its line."""

from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.manifest import load_manifest
from briefing.model import Origin
from briefing.steps.gather import Gathered, gather
from briefing.steps.options import Event, RunOptions, silent
from briefing.store import Store

ARTICLE = "# The kilns\n\nIn March the third kiln was lit. It burned for nine days without a crack in the lining.\n"


def project(root: Path, sources: str, **files: str) -> Path:
    folder = root / "sources"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    path = folder / "kilns.yaml"
    path.write_text(f"sources:\n{sources}", encoding="utf-8")
    return path


def read(path: Path, *, keep_going: bool = False, events: list[Event] | None = None) -> Gathered:
    manifest = load_manifest(path)
    options = RunOptions(keep_going=keep_going)
    return gather(manifest, Store(Path(manifest.root)), options, events.append if events is not None else silent)


def test_documents_in_the_order_of_the_manifest_and_progress_for_each(tmp_path: Path) -> None:
    events: list[Event] = []
    names = [f"n{n}" for n in range(8)]
    path = project(tmp_path, "".join(f"  - path: {n}.md\n" for n in names), **dict.fromkeys(names, ARTICLE))
    found = read(path, events=events)
    assert [document.source for document in found.documents] == names
    assert {document.origin for document in found.documents} == {Origin.FILE}
    assert sorted(event.done for event in events) == list(range(1, 9))
    assert {(event.step, event.total) for event in events} == {("read", 8)}


def test_one_that_cannot_be_read_stops_the_run_at_its_line(tmp_path: Path) -> None:
    path = project(tmp_path, "  - path: here.md\n  - path: gone.md\n", here=ARTICLE)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert "kilns.yaml:3: " in caught.value.where


def test_keep_going_leaves_it_out_and_says_so(tmp_path: Path) -> None:
    path = project(tmp_path, "  - path: gone.md\n  - path: here.md\n", here=ARTICLE)
    found = read(path, keep_going=True)
    assert [document.source for document in found.documents] == ["here"]
    assert [(f.where, f.check, f.severity) for f in found.findings] == [("sources/gone", "source", "error")]
    assert len(found.failures) == 1


def test_keep_going_with_nothing_left_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(project(tmp_path, "  - path: gone.md\n  - path: away.md\n"), keep_going=True)
