"""What every test gets: no network but loopback, no home, no keys. And in which order, and on how many processes."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

_HERE = Path(__file__).parent
_LONG = ("model", "cluster", "browser")  # marks of files that take long
# What goes over lines again and again that others have gone over. To count lines doubles the time of a test; nothing is
# hidden by leaving these out, since what only they go over is missing from the count.
_AGAIN = (
    "audit/test_cells.py",
    "audit/test_contraries.py",
    "audit/test_names.py",
    "audit/test_other_forms.py",
    "audit/test_slots.py",
    "checks/test_rules.py",
    "faults/",
    "readers/test_html_bounds.py",
    "renderers/test_findings.py",
    "renderers/test_html.py",
    "renderers/test_markdown.py",
    "renderers/test_view.py",
    "rules/test_edits.py",
    "rules/test_edits_of_styles.py",
    "rules/test_writers.py",
    "steps/test_changes.py",
    "steps/test_claims.py",
    "steps/test_rewrite.py",
    "test_benchmark_scale.py",
    "test_languages.py",
    "test_merges.py",
    "test_pipeline.py",
    "test_revision_properties.py",
    "test_unchanged.py",
    "writers/test_batch_door.py",
    "writers/test_extractive_cues.py",
)


def pytest_configure() -> None:
    """Hundreds of processes are started: none has to compile what the one before has compiled."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers() -> int:
    """Half of the time is waiting: for servers, browsers, processes and time limits."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no process is at the last one alone."""
    long = {item.path for item in items if any(map(item.get_closest_marker, _LONG))}
    items.sort(key=lambda item: item.path not in long)
    for item in items:
        again = item.path.relative_to(_HERE).as_posix().startswith(_AGAIN)
        if item.path in long or again or is_hypothesis_test(item.function):  # type: ignore[attr-defined]
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(autouse=True)
def sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing leaves this machine, and nothing of the user's is read or written."""
    home = tmp_path_factory.mktemp("home")
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "BRIEFING_MODEL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    genuine = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0]  # type: ignore[index]
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise AssertionError(f"a test tried to reach {host}")
        genuine(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project folder with sources/."""
    (tmp_path / "sources").mkdir()
    return tmp_path


# A busy machine is slow, and that is no finding. What a test sets itself holds all the same.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
