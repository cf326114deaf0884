"""What every test gets: no network but loopback, no home, no keys. And in which order, and on how many processes."""

import importlib
import ipaddress
import itertools
import os
import pkgutil
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

import briefing

_HERE = Path(__file__).parent
_NUMBERS = itertools.count()
_COUNTED = pytest.StashKey[bool]()
_LONG = ("model", "cluster", "browser")  # marks of files that take long
# What goes over lines again and again that others have gone over: by a file, a folder or a test. To count lines doubles
# the time of a test; nothing is hidden by leaving these out, since what only they go over is missing from the count.
_AGAIN = (
    "audit/test_arithmetic.py",
    "audit/test_cells.py",
    "audit/test_citations.py",
    "audit/test_contraries.py",
    "audit/test_courses.py",
    "audit/test_imprint.py",
    "audit/test_leftovers.py",
    "audit/test_names.py",
    "audit/test_other_forms.py",
    "audit/test_owners.py",
    "audit/test_quotations_of_other_scripts.py",
    "audit/test_scan.py",
    "audit/test_scope.py",
    "audit/test_slots.py",
    "audit/test_standings.py",
    "checks/test_rules.py",
    "commands/test_check.py",
    "faults/",
    "readers/test_charset.py",
    "readers/test_front_matter.py::test_it_can_do_no_harm",
    "readers/test_html_bounds.py",
    "readers/test_markdown.py::test_no_nesting_breaks_or_stalls_it",
    "renderers/test_findings.py",
    "renderers/test_html.py",
    "renderers/test_labels.py",
    "renderers/test_markdown.py",
    "renderers/test_view.py",
    "reports/test_audit_reports.py",
    "rules/test_edits.py",
    "rules/test_edits_of_styles.py",
    "rules/test_lines.py",
    "rules/test_resealed.py",
    "rules/test_rules.py::test_is_none_of_its_business",
    "rules/test_writers.py",
    "steps/test_changes.py",
    "steps/test_claims.py",
    "steps/test_compare.py::test_a_change_of_the_source_is_the_cause",
    "steps/test_compare.py::test_lines_of_a_template_of_ones_own_are_claimed_too",
    "steps/test_compare.py::test_of_many_changes_in_a_section_each_has_its_own",
    "steps/test_compare.py::test_several_changes_of_the_source_at_once",
    "steps/test_compare.py::test_two_causes_are_kept_apart",
    "steps/test_compare.py::test_what_was_edited_by_hand_and_is_put_right_says_so",
    "steps/test_judge.py",
    "steps/test_prompt.py",
    "steps/test_rewrite.py",
    "steps/test_update.py",
    "steps/test_write.py",
    "test_benchmark_audit.py",
    "test_benchmark_scale.py",
    "test_languages.py",
    "test_layout.py",
    "test_merges.py",
    "test_pipeline.py",
    "test_revision_properties.py",
    "test_styles.py::test_a_style_is_written_checked_and_kept",
    "test_styles.py::test_of_a_liar_nothing_is_printed",
    "test_unchanged.py",
    "writers/test_batch.py::test_sections_then_the_overview_and_no_call_at_full_price",
    "writers/test_batch_door.py",
    "writers/test_breaker.py",
    "writers/test_extractive.py::test_many_sections_at_once_take_the_memory_of_one",
    "writers/test_extractive_addressed.py",
    "writers/test_extractive_cues.py",
    "writers/test_extractive_standing.py",
    "writers/test_openai.py::test_a_server_that_is_dead_is_given_up_by_all_together",
)


def pytest_configure() -> None:
    """Hundreds of processes are started: none has to compile what the one before has compiled."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> Generator[None, object, object]:
    """Lines are counted as the program is loaded, and then in the tests themselves: to collect them, to make what they
    are given and to report them takes half the time without."""
    of_many = "PYTEST_XDIST_WORKER" in os.environ
    if of_many and (counter := _counter(session.config)):
        counter.pause()  # pytest-cov starts one more in each process, under which this one would count on
    made = yield
    if counter := _counter(session.config):
        if of_many or not session.config.getoption("numprocesses", None):
            for found in pkgutil.walk_packages(briefing.__path__, "briefing."):
                importlib.import_module(found.name)
        counter.pause()
    return made


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    counter = _counter(item.config)
    if counter is None or not item.stash[_COUNTED]:
        return (yield)
    counter.resume()
    try:
        return (yield)
    finally:
        counter.pause()


def _counter(config: pytest.Config) -> Any:
    """What counts lines, or None."""
    return getattr(config.pluginmanager.getplugin("_cov"), "cov_controller", None)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait, for servers, browsers, processes and time limits."""
    return 1 + (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no process is at the last one alone."""
    long = {item.path for item in items if any(map(item.get_closest_marker, _LONG))}
    items.sort(key=lambda item: item.path not in long)
    for item in items:
        place = f"{item.path.relative_to(_HERE).as_posix()}::{item.name}"
        again = place.startswith(_AGAIN) or is_hypothesis_test(item.function)  # type: ignore[attr-defined]
        item.stash[_COUNTED] = item.path not in long and not again


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def sealed(monkeypatch: pytest.MonkeyPatch, homes: Path) -> Iterator[None]:
    """Nothing leaves this machine, and nothing of the user's is read or written."""
    home = homes / str(next(_NUMBERS))
    home.mkdir()
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
