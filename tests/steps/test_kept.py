"""A source that is the same to the byte is read once; what changed in any way is read again."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import NotAnArticle
from briefing.model import Document, Origin, Page
from briefing.steps.extract import extract
from briefing.steps.kept import extracted
from briefing.store import Store
from tests.commands.run_briefing import briefing, environment
from tests.steps.kilns import write_project

TEXT = "# Kilns\n\nOkafor counts 312 firings. A [shorter hold](https://example.org/hold) saved 9% of the energy.\n"
PAGE = Page("kilns", "sources/kilns.md", Origin.FILE, TEXT.encode(), "text/markdown", path="sources/kilns.md")
LOADS = (
    "import sys; from briefing.cli import main; main(['run', '--quiet', 'sources/kilns.yaml']);"
    "print('markdown_it' in sys.modules)"
)


def kept(project: Path) -> list[Path]:
    return [path for path in (project / ".briefing" / "documents").rglob("*") if path.is_file()]


@pytest.fixture
def store(project: Path) -> Store:
    return Store(project)


def test_a_document_comes_back_as_it_was_read(project: Path, store: Store) -> None:
    read = extract(PAGE, "en")
    assert [extracted(PAGE, "en", store) for _ in range(2)] == [read, read]
    assert len(kept(project)) == 1


def test_a_run_that_finds_all_sources_as_they_were_loads_no_reader(project: Path) -> None:
    write_project(project)
    assert briefing(project, "run", "--quiet", "sources/kilns.yaml").returncode == 0
    command = [sys.executable, "-c", LOADS]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_why_it_is_no_live_page_is_told_as_of_now(store: Store) -> None:
    extracted(replace(PAGE, reason="no route to the host"), "en", store)
    assert extracted(replace(PAGE, reason="it answered 503"), "en", store).reason == "it answered 503"


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, content=TEXT.replace("312", "313").encode()),
        replace(PAGE, media_type="text/plain"),
        replace(PAGE, origin=Origin.FALLBACK, notes=("A fallback was read.",)),
        replace(PAGE, path="sources/other.md"),
    ],
)
def test_a_page_that_differs_is_read_again_and_takes_its_place(project: Path, store: Store, other: Page) -> None:
    extracted(PAGE, "en", store)
    assert extracted(other, "en", store) == extract(other, "en")
    assert len(kept(project)) == 1


def test_by_another_language_it_is_another_document(store: Store) -> None:
    assert [extracted(PAGE, tongue, store).language for tongue in ("de", "en", "de")] == ["de", "en", "de"]


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def altered(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"312", b"999"))


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [cut_short, altered, empty])
def test_what_is_damaged_is_read_again(project: Path, store: Store, harm: Callable[[Path], None]) -> None:
    read = extracted(PAGE, "en", store)
    (path,) = kept(project)
    whole = path.read_bytes()
    harm(path)
    assert extracted(PAGE, "en", store) == read
    assert path.read_bytes() == whole


def test_what_was_kept_of_other_records_is_read_again(store: Store) -> None:
    """As a version before may have kept it, whose files are of the same size and time."""
    read = extracted(PAGE, "en", store)
    header, _ = found(store)
    store.put("documents", KEY, header, b"\x81\xa4text\x01")
    assert extracted(PAGE, "en", store) == read


KEY = "kilns sources/kilns.md en"


def found(store: Store) -> tuple[dict[str, object], bytes]:
    entry = store.get("documents", KEY)
    assert entry is not None
    return entry


def test_what_cannot_be_kept_is_read_each_time(project: Path, store: Store) -> None:
    (project / ".briefing").write_text("no folder", encoding="utf-8")
    assert [extracted(PAGE, "en", store) for _ in range(2)] == [extract(PAGE, "en")] * 2


def test_where_the_project_is_not_on_this_machine_nothing_is_kept(tmp_path: Path) -> None:
    """As on a worker of a cluster that reads an address."""
    assert extracted(PAGE, "en", Store(tmp_path / "elsewhere")) == extract(PAGE, "en")
    assert not (tmp_path / "elsewhere").exists()


def test_what_is_no_article_is_told_each_time(project: Path, store: Store) -> None:
    bare = replace(PAGE, content=b"# Kilns\n")
    for _ in range(2):
        with pytest.raises(NotAnArticle):
            extracted(bare, "en", store)
    assert kept(project) == []


def test_a_document_is_kept_whole(store: Store) -> None:
    """Field by field, with links, sentences and lines."""
    extracted(PAGE, "en", store)
    again = extracted(PAGE, "en", store)
    assert type(again) is Document
    assert again.blocks[1].links[0].url == "https://example.org/hold"
    assert [again.blocks[1].text[s.start : s.end] for s in again.blocks[1].sentences] == [
        "Okafor counts 312 firings.",
        "A shorter hold saved 9% of the energy.",
    ]
