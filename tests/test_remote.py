"""Caches and outputs in an object store, over HTTP: two machines that share nothing else pay once."""

import errno
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from briefing.errors import ManifestError, OutputError
from briefing.outputs import Outputs
from briefing.remote import RemoteFolder, address_of, refuse_what_is_no_place
from briefing.store import Store
from tests.commands.run_briefing import briefing
from tests.servers.cluster import cluster
from tests.servers.cluster import missing as no_cluster
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.servers.object_store import BUCKET, missing, object_store
from tests.steps.kilns import NOTES, write_project

KILNS = "sources/kilns.yaml"
NOBODY = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}


def honest(request: dict[str, Any], _: int) -> Answer:
    return completion(answer(request))


# ── Any folder that fsspec reaches ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture(params=["memory", "folder"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"memory://{tmp_path.name}" if request.param == "memory" else f"{tmp_path}/shared"


def test_what_is_written_is_read(url: str) -> None:
    folder = RemoteFolder(url)
    assert folder.read("a/b") is None
    folder.write("a/b", b"1\n2")
    folder.write("a/b", b"3")
    assert folder.read("a/b") == b"3"
    folder.remove("a/b")
    assert folder.read("a/b") is None


def test_what_stands_in_a_folder_is_told(url: str) -> None:
    folder = RemoteFolder(url)
    assert folder.names("a") == []
    for name in ("a/b", "a/c/d", "ab/e"):
        folder.write(name, b"1")
    assert sorted(folder.names("a")) == ["b", "c"]
    assert folder.names("a/b") == []
    folder.remove("a/b")
    assert folder.names("a") == ["c"]


def test_what_is_tried_leaves_nothing(url: str) -> None:
    RemoteFolder(url).write("a", b"1")
    refuse_what_is_no_place(url)
    assert [name for name in _names(url, "") if "probe" in name] == []
    assert RemoteFolder(url).read("a") == b"1"


def test_the_cache_heals_itself(url: str) -> None:
    store = Store(Path("/nowhere"), url)
    store.put("pages", "k", {"etag": "x"}, b"body")
    assert Store(Path("/elsewhere"), url).get("pages", "k") == ({"etag": "x"}, b"body")
    name = next(n for n in _names(url) if n.startswith("pages/"))
    RemoteFolder(f"{url}/.briefing").write(name, b'{"sha256": "0"}\nbod')
    assert store.get("pages", "k") is None


def _names(url: str, below: str = "/.briefing") -> Iterator[str]:
    from fsspec.core import url_to_fs

    fs, root = url_to_fs(f"{url}{below}")
    for path in fs.find(root):
        yield path.removeprefix(root).lstrip("/")


def test_the_memory_is_replaced_last(url: str, tmp_path: Path) -> None:
    outputs = Outputs(tmp_path / "x", url)
    files = {"briefing.json": b"1", "briefing.md": b"2"}
    assert outputs.write_all(files) == ["briefing.json", "briefing.md"]
    assert outputs.write_all({**files, "briefing.md": b"3"}) == ["briefing.md"]
    assert (outputs.read("briefing.md"), outputs.read("gone")) == (b"3", None)


@pytest.mark.parametrize("url", ["nowhere://x", "s4://bucket"])
def test_what_is_no_place(url: str) -> None:
    with pytest.raises(ManifestError) as caught:
        refuse_what_is_no_place(url)
    assert caught.value.where == "--store"


@pytest.mark.parametrize("url", ["/proc/nope", "ftp://127.0.0.1:1/x", "http://127.0.0.1:1/x"])
def test_where_nothing_can_be_kept(url: str) -> None:
    with pytest.raises(ManifestError, match="nothing can be kept there") as caught:
        refuse_what_is_no_place(url)
    assert caught.value.where == url
    assert caught.value.hint


@pytest.mark.parametrize(
    ("given", "is_"),
    [
        ("s3://bucket/x", "s3://bucket/x"),
        ("memory://x", "memory://x"),
        ("simplecache::s3://bucket/x", "simplecache::s3://bucket/x"),
        ("/mnt/shared", "/mnt/shared"),
        ("shared", "HERE/shared"),
        ("./shared", "HERE/shared"),
        ("./s3:x", "HERE/s3:x"),
        ("file:///mnt/shared", "/mnt/shared"),
        ("file://shared", "HERE/shared"),
        ("~/shared", "HOME/shared"),
    ],
)
def test_a_store_is_the_same_from_any_folder(given: str, is_: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert address_of(given) == is_.replace("HERE", str(tmp_path)).replace("HOME", str(Path.home()))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "no place"),
        ("   ", "no place"),
        ("\t", "no place"),
        ("s3:/x", "no // after s3:"),
        ("ftp://ash:secret@quay.example/x", "a password in an address would stand in logs"),
        ("gs:x", "no // after gs:"),
    ],
)
def test_what_is_no_address(given: str, says: str, project: Path) -> None:
    write_project(project)
    done = briefing(project, "run", "-q", "--store", given, KILNS)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "--store" in done.stderr
    assert sorted(path.name for path in project.iterdir()) == ["sources"]


@pytest.mark.parametrize("store", ["/proc/nope", "FILE/x"])
def test_where_nothing_can_be_kept_nothing_is_paid_for(store: str, project: Path) -> None:
    write_project(project)
    (project / "file").write_text("x")
    with ModelServer(honest) as server:
        how = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(project, "run", "-q", "--store", store.replace("FILE", str(project / "file")), KILNS, **how)
        assert server.requests == []
    assert done.returncode == 2
    assert "nothing can be kept there" in done.stderr
    assert "paid for are kept" not in done.stderr


def test_a_file_that_cannot_be_written_whole_is_as_it_was(tmp_path: Path) -> None:
    """In a folder, where a file that is opened to be written is empty until it has been."""
    cut = """
import resource, signal, sys
from pathlib import Path
from briefing.errors import OutputError
from briefing.outputs import Outputs
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    Outputs(Path("x"), sys.argv[1]).write_all({"briefing.json": b"2" * 5000})
except OutputError:
    sys.exit(9)
"""
    outputs = Outputs(tmp_path / "x", f"{tmp_path}/shared")
    outputs.write_all({"briefing.json": b"1"})
    assert subprocess.run([sys.executable, "-c", cut, outputs.url], check=False).returncode == 9
    assert outputs.read("briefing.json") == b"1"
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["briefing.json"]


def test_a_folder_that_must_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"file/outputs/briefing\.md: cannot be read"):
        Outputs(tmp_path, f"{tmp_path}/file/outputs").write_all({"briefing.md": b"1"})


# ── A real object store ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    if missing():
        pytest.skip(missing())
    with pytest.MonkeyPatch.context() as own:
        own.setenv("MOTO_RECORDER_FILEPATH", str(tmp_path_factory.mktemp("moto") / "asked"))
        with object_store() as environment:
            yield environment


def test_two_machines_pay_once(project: Path, tmp_path_factory: pytest.TempPathFactory, keys: dict[str, str]) -> None:
    write_project(project)
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(project, other, dirs_exist_ok=True)
    with ModelServer(honest) as server:
        how = {**keys, "OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        store = f"{BUCKET}/two"
        first = briefing(project, "run", "--json", "--store", store, KILNS, **how)
        assert first.returncode == 0, first.stderr
        (facts,) = json.loads(first.stdout)
        assert facts["folder"] == f"{store}/outputs/kilns"
        assert len(server.requests) == 4
        again = briefing(other, "run", "-q", "--store", store, KILNS, **how)
        assert "nothing changed" in again.stdout
        assert len(server.requests) == 4
    for folder in (project, other):
        assert list(folder.rglob("briefing.*")) == []
        assert not (folder / ".briefing" / "replies").exists()
    assert "secret-of-the-store" not in first.stdout + first.stderr


def test_a_bucket_that_is_not_there(project: Path, keys: dict[str, str]) -> None:
    write_project(project)
    wrong = {**keys, **NOBODY}
    done = briefing(project, "run", "-q", "--store", f"{BUCKET}/x", KILNS, **wrong)
    assert done.returncode == 2
    assert "nothing can be kept there" in done.stderr
    assert "Traceback" not in done.stderr
    with ModelServer(honest) as server:
        how = {**keys, "OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(project, "run", "-q", "--store", "s3://nobucket/x", KILNS, **how)
        assert server.requests == []
    assert done.returncode == 2
    assert "s3://nobucket/x: nothing can be kept there (" in done.stderr
    assert "a bucket has to be there" in done.stderr


def test_a_store_is_tried_once_for_all_briefings(project: Path, keys: dict[str, str]) -> None:
    write_project(project)
    for name in ("a", "b", "c"):
        shutil.copy(project / KILNS, project / "sources" / f"{name}.yaml")
    recorder = f"{keys['AWS_ENDPOINT_URL']}/moto-api/recorder"
    _asked(f"{recorder}/start-recording", "POST")
    done = briefing(project, "run", "-q", "--jobs", "1", "--store", f"{BUCKET}/once", "sources/*.yaml", **keys)
    _asked(f"{recorder}/stop-recording", "POST")
    assert done.returncode == 0, done.stderr
    asked = [json.loads(line) for line in _asked(f"{recorder}/download-recording", "GET").splitlines()]
    tried = [each["method"] for each in asked if "/.probe-" in each["url"] and each["method"] != "HEAD"]
    assert tried == ["PUT", "GET", "DELETE"]
    assert len([each for each in asked if each["method"] == "PUT"]) > 12


def _asked(url: str, method: str) -> str:
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=10) as reply:
        return str(reply.read().decode())


@pytest.mark.cluster
@pytest.mark.skipif(bool(no_cluster()), reason=no_cluster() or "-")
def test_a_worker_that_cannot_keep_anything_pays_nothing(project: Path, keys: dict[str, str]) -> None:
    write_project(project)
    with ModelServer(honest) as server, cluster(workers=1, **{**keys, **NOBODY}) as at:
        how = {**keys, "OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(project, "run", "-q", "--store", f"{BUCKET}/k", "--executor", at.address, KILNS, **how)
        assert server.requests == []
    assert done.returncode == 2
    assert "nothing can be kept there" in done.stderr
    assert "So says the worker tcp://" in done.stderr
    assert "with its keys in its own environment" in done.stderr


@pytest.mark.cluster
@pytest.mark.skipif(bool(no_cluster()), reason=no_cluster() or "-")
def test_a_relative_store_is_one_place_for_all_workers(project: Path) -> None:
    write_project(project)
    with ModelServer(honest) as server, cluster(workers=1) as at:
        how = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(project, "run", "-q", "--store", "./rel", "--executor", at.address, KILNS, **how)
    assert done.returncode == 0, done.stderr
    assert len([path for path in (project / "rel/.briefing/replies").rglob("*") if path.is_file()]) == 4
    assert (project / "rel/outputs/kilns/briefing.md").is_file()


@pytest.mark.cluster
@pytest.mark.skipif(bool(no_cluster()), reason=no_cluster() or "-")
def test_no_worker_pays_for_what_another_has_done(project: Path, keys: dict[str, str]) -> None:
    months = "".join(
        f"\n## {name} 2031: kiln {n}\n\nThe [Kiln {n}](https://example.org/{n}) burned for {n} days in {name} 2031.\n"
        for n, name in enumerate(["April", "May", "June"], start=41)
    )
    head, mark, rest = NOTES.partition("\n## Outlook")
    write_project(project, head + months + mark + rest)
    with ModelServer(honest) as server:
        how = {**keys, "OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        for _ in range(2):  # two clusters, one after the other, of which none knows the other
            with cluster(workers=3, **keys) as running:
                done = briefing(
                    project, "run", "-q", "--store", f"{BUCKET}/cluster", "--executor", running.address, KILNS, **how
                )
                assert done.returncode == 0, done.stderr
        assert len(server.requests) == 7
    assert "nothing changed" in done.stdout


class Full(MemoryFileSystem):
    """A store with no room left."""

    protocol = "full"

    def pipe_file(self, path: str, value: bytes, **_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_store_that_is_full_is_said_to_be() -> None:
    register_implementation("full", Full, clobber=True)
    with pytest.raises(ManifestError, match="nothing can be kept there") as caught:
        refuse_what_is_no_place("full://x")
    assert caught.value.hint == "Free some space there, or name another place."
