"""The disk: full, at every page of it that may be the last; folders that nobody may write to. For root too.

Root may write everywhere, so a process is tried that has given its rights away. A disk that is really full is a small
one in memory, which only the process that fills it sees: `unshare` makes it, without any rights on most systems.
"""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BriefingError, OutputError
from briefing.manifest import load_manifest
from briefing.outputs import Outputs, write_all
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from briefing.store import Store
from tests.commands.run_briefing import environment
from tests.faults.apart import APART
from tests.faults.dying import run_starved
from tests.faults.misbehaving import Misbehaving, question
from tests.faults.seeds import amount
from tests.faults.year import FILES, outputs, project, report
from tests.servers.model_server import ModelServer

PAGE = os.sysconf("SC_PAGE_SIZE")
NOTES, NEWS = report(months=(1, 2)), report(seed=2, months=(1, 2))
NOBODY = 65_534
ROOT = Path(__file__).parents[2]


def versions(pages: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Two versions of outputs, so many pages of the disk each."""
    old, new = ({name: (word + name).encode().ljust(pages * PAGE, b".") for name in FILES} for word in ("old ", "new "))
    return old, new


def seen(folder: Path) -> dict[str, bytes | None]:
    return {name: Outputs(folder).read(name) for name in FILES}


# ── A full disk ─────────────────────────────────────────────────────────────────────────────────────────────────


def _left(place: Path, pages: int) -> Path:
    """Fill the disk that the place is on, but for so many pages. Returns what fills it."""
    ballast = place / "ballast"
    about = os.statvfs(place)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(PAGE, (about.f_bavail - pages) * PAGE))
    assert os.statvfs(place).f_bavail == pages
    return ballast


def _no_space(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno == errno.ENOSPC


def _outputs_on_a_full_disk(place: Path) -> None:
    """Outputs are the old version until all of the new one has room."""
    old, new = versions(pages=3)
    failed = 0
    for pages in range(16):
        write_all(place / "town", old)
        ballast = _left(place, pages)
        try:
            write_all(place / "town", new)
        except OutputError as error:
            assert _no_space(error.__cause__)
            assert seen(place / "town") == old
            assert sorted(path.name for path in (place / "town").iterdir()) == sorted(old)
            failed += 1
        else:
            assert seen(place / "town") == new
        ballast.unlink()
    assert failed == 9  # three files of three pages each, beside those that stand
    write_all(place / "town", new)
    assert seen(place / "town") == new


def _a_cache_on_a_full_disk(place: Path) -> None:
    """An entry is there or is not; a cache that is full is no reason to fail."""
    store, kept = Store(place), 0
    for pages in range(8):
        ballast = _left(place, pages)
        store.put("replies", str(pages), {}, b"x" * 2 * PAGE)
        found = store.get("replies", str(pages))
        assert found in (None, ({}, b"x" * 2 * PAGE))
        kept += found is not None
        ballast.unlink()
        store.put("replies", str(pages), {}, b"x" * 2 * PAGE)
        assert store.get("replies", str(pages)) is not None
    assert 0 < kept < 8


def _a_run_on_a_full_disk(place: Path) -> None:
    """A run ends with all of its outputs, or with exit 2 and those that were there; the next has room again."""
    path = project(place, NOTES)
    run(load_manifest(path), RunOptions(), {})
    before = outputs(place)
    project(place, NEWS)
    codes = []
    for pages in amount((0, 2, 6, 30), range(0, 31, 2)):
        ballast = _left(place, pages)
        codes.append(_code(path))
        assert (codes[-1] == 2) == (outputs(place) == before)
        ballast.unlink()
    assert codes[0] == 2
    assert codes[-1] == 0
    for notes in (NOTES, NEWS):
        run(load_manifest(project(place / "roomy", notes)), RunOptions(), {})
    assert outputs(place) == outputs(place / "roomy") != {}


def _code(path: Path, **options: Any) -> int:
    try:
        run(load_manifest(path), RunOptions(**options), {})
    except BriefingError as error:
        print(error)
        return error.exit_code
    return 0


_ON_A_SMALL_DISK = 'mount -t tmpfs -o size=2m none "$1" && exec "$2" -m tests.faults.test_disk "$1" "$3"'
_TRIED = {each.__name__: each for each in (_outputs_on_a_full_disk, _a_cache_on_a_full_disk, _a_run_on_a_full_disk)}


@pytest.mark.parametrize("tried", _TRIED)
def test_a_disk_that_is_really_full(tmp_path: Path, tried: str) -> None:
    private = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    call = ["unshare", "--mount", *private, "sh", "-c"]
    if shutil.which("unshare") is None or not _works([*call, 'mount -t tmpfs none "$0"', str(tmp_path)]):
        pytest.skip("this system lets nobody make a small disk; test_a_file_that_cannot_grow stands in")
    done = subprocess.run(
        [*call, _ON_A_SMALL_DISK, "sh", str(tmp_path), sys.executable, tried],
        cwd=ROOT, env=environment(PYTHONDONTWRITEBYTECODE="1"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No space left on device" in done.stdout or tried != "_a_run_on_a_full_disk"


def _works(call: list[str]) -> bool:
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def test_a_file_that_cannot_grow(tmp_path: Path) -> None:
    """What RLIMIT_FSIZE and quotas do, on every system: replies that fitted in are kept, and not asked for again."""
    path = project(tmp_path, NOTES)
    with ModelServer(Misbehaving(0, share=0)) as server:
        options: dict[str, Any] = {"base_url": server.base_url, "model": "scripted", "jobs": 1}
        run(load_manifest(path), RunOptions(**options), {})
        before = outputs(tmp_path)
        project(tmp_path, NEWS)
        assert run_starved(4_000, path, **options) == 2
        assert outputs(tmp_path) == before
        asked = {question(request) for request in server.requests}
        server.requests.clear()
        run(load_manifest(path), RunOptions(**options), {})
        assert asked.isdisjoint(map(question, server.requests))
    assert outputs(tmp_path) != before


# ── A read-only folder ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that anybody reaches: those that pytest makes are for their owner alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        for path in Path(folder).rglob("*"):
            if path.is_dir():
                path.chmod(0o755)


def _without_rights(place: str, back: Connection) -> None:
    """Run once as it is, and again where it may not write. Tells both codes, whether the outputs stand, a message."""
    root = Path(place)
    path = project(root, NOTES)
    codes = [_code(path)]
    before = outputs(root)
    project(root, NEWS)
    for folder in (root / "outputs/town", root / "outputs", root / ".briefing", root):
        folder.chmod(0o555)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    try:
        (root / "outputs/town/more").touch()
        codes.append(-1)  # it may write after all: nothing was tried
    except PermissionError:
        codes.append(_code(path))
    try:
        write_all(root / "outputs/town", dict.fromkeys(FILES, b"new"))
        said = ""
    except OutputError as error:
        said = f"{error.what}. {error.hint}"
    back.send((codes, outputs(root) == before, said))


def test_a_read_only_folder(place: Path) -> None:
    here, there = APART.Pipe()
    process = APART.Process(target=_without_rights, args=(str(place), there))
    process.start()
    there.close()
    codes, as_before, said = here.recv()
    process.join()
    process.close()
    here.close()
    assert codes == [0, 2]
    assert as_before
    assert said.startswith(
        "the outputs could not be written (Permission denied). The previous outputs are as they were."
    )


if __name__ == "__main__":
    _TRIED[sys.argv[2]](Path(sys.argv[1]))
