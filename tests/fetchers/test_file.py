"""Files of the project, and attempts to read others."""

import os
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.file import inside, read_file
from briefing.model import Origin
from briefing.store import Store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "sources" / "notes").mkdir(parents=True)
    (root / "sources" / "notes" / "may.md").write_bytes(b"# May\r\n")
    (root / ".env").write_text("KEY=secret")
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("token")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "project-two").mkdir()
    (tmp_path / "project-two" / "a.md").write_text("other")
    return root


def test_reads_bytes_as_they_are(root: Path) -> None:
    page = read_file("may", "sources/notes/may.md", root, Store(root), FetchOptions())
    assert (page.source, page.origin, page.content) == ("may", Origin.FILE, b"# May\r\n")
    assert page.url == page.path == "sources/notes/may.md"
    assert (page.media_type, page.charset, page.notes) == ("", "", ())


@pytest.mark.parametrize("place", ["notes/may.md", "./notes/../notes/may.md", "../sources/notes/may.md"])
def test_relative_to_its_folder(root: Path, place: str) -> None:
    assert inside(place, root / "sources", root) == (root / "sources/notes/may.md").resolve()


def test_absolute_inside_the_project(root: Path) -> None:
    path = root / "sources/notes/may.md"
    assert inside(str(path), root / "sources", root) == path.resolve()


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("../../secret.txt", "outside the project"),
        ("../../project-two/a.md", "outside the project"),
        ("/etc/passwd", "outside the project"),
        ("notes/../../../secret.txt", "outside the project"),
        ("../.env", "hidden"),
        ("../.git/config", "hidden"),
        ("a\0b", "not a path"),
    ],
)
def test_refused(root: Path, place: str, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        inside(place, root / "sources", root)
    assert caught.value.where == place
    assert caught.value.hint


def test_links_are_followed_before_the_check(root: Path, tmp_path: Path) -> None:
    sources = root / "sources"
    (sources / "good.md").symlink_to(sources / "notes" / "may.md")
    (sources / "bad.md").symlink_to(tmp_path / "secret.txt")
    (sources / "hidden.md").symlink_to(root / ".env")
    (sources / "folder").symlink_to(tmp_path)
    (sources / "circle").symlink_to(sources / "circle")
    assert inside("good.md", sources, root) == (sources / "notes/may.md").resolve()
    for place in ("bad.md", "hidden.md", "folder/secret.txt", "circle"):
        with pytest.raises(SourceError):
            read_file("x", f"sources/{place}", root, Store(root), FetchOptions())


def test_a_project_behind_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    page = read_file("may", "sources/notes/may.md", tmp_path / "link", Store(root), FetchOptions())
    assert page.path == "sources/notes/may.md"


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("sources/june.md", "no such file"),
        ("sources", "is a folder"),
        ("sources/pipe", "not a regular file"),
        ("sources/notes/may.md/x", "cannot be read"),
        ("sources/" + "x" * 300, "cannot be read"),
    ],
)
def test_unreadable(root: Path, place: str, what: str) -> None:
    os.mkfifo(root / "sources" / "pipe")
    with pytest.raises(SourceError, match=what) as caught:
        read_file("x", place, root, Store(root), FetchOptions())
    assert (caught.value.where, bool(caught.value.hint)) == (place, True)


def test_size(root: Path) -> None:
    place = "sources/notes/may.md"
    assert read_file("x", place, root, Store(root), FetchOptions(max_bytes=7)).content == b"# May\r\n"
    with pytest.raises(SourceError, match="larger than 6 bytes"):
        read_file("x", place, root, Store(root), FetchOptions(max_bytes=6))
