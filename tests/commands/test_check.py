"""`briefing check`: exit codes, formats, several manifests at once, and the sample that is committed."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing
from tests.rules.project import JSON, MANIFEST_FILE, MARKDOWN, OWN_WORDS, SOURCE, made, text, write

ROOT = Path(__file__).parents[2]
SAMPLE = "sources/raschka-2024.yaml"


@pytest.fixture
def committed(project: Path) -> Path:
    return made(project)


def test_the_committed_sample_passes_and_takes_no_time(tmp_path: Path) -> None:
    """As it is committed, and nothing beside it: twelve sections, whose pages are read from fallbacks."""
    for name in ("sources", "outputs", "prompts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    before = os.times()
    done = briefing(tmp_path, "check", SAMPLE)
    after = os.times()
    assert (done.returncode, done.stdout, done.stderr) == (0, "raschka-2024: nothing to mend\n", "")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent < 2.5  # seconds of work; 0.6 were measured, and 1.1 on a machine that was busy
    assert not (tmp_path / ".briefing").exists()


def test_a_problem_is_a_line_and_exit_code_1(committed: Path) -> None:
    write(committed, MARKDOWN, text(committed, MARKDOWN).replace("It appeared on 4", "It appeared on 5", 1))
    number = text(committed, MARKDOWN).split("\n").index("It appeared on 5 January 2031.[^2031-01-5b6bedda]") + 1
    done = briefing(committed, "check", MANIFEST_FILE)
    assert done.returncode == 1
    told, total = done.stdout.splitlines()
    assert told.startswith(f"{MARKDOWN}:{number}: error: The line has ")
    assert told.endswith("Make it anew: briefing run sources/kilns.yaml [rendered]")
    assert total == "kilns: 1 error"


def test_the_example_in_the_docs_is_real(committed: Path) -> None:
    write(committed, MARKDOWN, text(committed, MARKDOWN).replace("312 firings in all", "314 firings in all"))
    done = briefing(committed, "check", MANIFEST_FILE)
    assert f"```text\n{done.stdout}```\n" in (ROOT / "docs/check.md").read_text(encoding="utf-8")


def test_what_is_told_to_do_mends_it(committed: Path) -> None:
    write(committed, MARKDOWN, text(committed, MARKDOWN).replace("312 firings", "314 firings"))
    assert briefing(committed, "check", MANIFEST_FILE).returncode == 1
    assert briefing(committed, "run", "-q", MANIFEST_FILE).returncode == 0
    assert briefing(committed, "check", MANIFEST_FILE).returncode == 0


def test_a_broken_manifest_does_not_hide_the_others(committed: Path) -> None:
    write(committed, "sources/bad.yaml", "titel: x\nsources: [report.md]\n")
    write(committed, SOURCE, text(committed, SOURCE).replace("312 firings", "314 firings"))
    done = briefing(committed, "check", "sources/bad.yaml", MANIFEST_FILE, "sources/none.yaml")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "sources/bad.yaml:1: error: Unknown key 'titel' (did you mean 'title'?)." in done.stdout
    assert "briefing.json:" in done.stdout
    assert "“The Kiln Atlas by Okafor and Lindqvist measures 312 firings" in done.stdout
    assert "sources/none.yaml:1: error: Cannot be read" in done.stdout


def test_each_problem_of_a_manifest_has_its_line(committed: Path) -> None:
    write(committed, MANIFEST_FILE, "titel: x\nsources: [report.md]\nperiod: {by: year}\n")
    first, second, total = briefing(committed, "check", MANIFEST_FILE).stdout.splitlines()
    assert first.startswith("sources/kilns.yaml:1: error: Unknown key 'titel'")
    assert second.startswith("sources/kilns.yaml:3: error: Period.by: expected ")
    assert total == "sources/kilns.yaml: 2 errors"


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_what_is_edited_into_a_file_says_nothing_to_the_terminal(committed: Path, name: str) -> None:
    hostile = r"\u001b[2J\u202eCount\r\n::error::312\ud800 firings."
    write(committed, JSON, text(committed, JSON).replace(OWN_WORDS, hostile))
    done = briefing(committed, "check", "--format", name, MANIFEST_FILE)
    assert (done.returncode, done.stderr) == (1, "")
    assert not set("\x1b\u202e\r") & set(done.stdout)
    assert not any(line.startswith("::error::") for line in done.stdout.splitlines())


def test_a_style_that_is_not_there(committed: Path) -> None:
    write(committed, MANIFEST_FILE, text(committed, MANIFEST_FILE) + "style: poem\n")
    done = briefing(committed, "check", MANIFEST_FILE)
    assert done.returncode == 1
    assert "sources/kilns.yaml:6: error: There is no style 'poem'." in done.stdout


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_paths_are_those_of_the_repository(committed: Path, name: str) -> None:
    """Also where it is called from a folder of it."""
    (committed / ".git").mkdir()
    write(committed, MARKDOWN, text(committed, MARKDOWN).replace("312 firings", "314 firings"))
    done = briefing(committed / "sources", "check", "--format", name, "kilns.yaml")
    assert done.returncode == 1
    assert MARKDOWN in done.stdout
    assert str(committed) not in done.stdout.replace("briefing run ", "")


def test_before_the_first_run(committed: Path) -> None:
    shutil.rmtree(committed / "outputs")
    done = briefing(committed, "check", MANIFEST_FILE)
    assert done.returncode == 1
    assert (
        f"{JSON}:1: error: There is no briefing yet. Make it: briefing run sources/kilns.yaml [readable]" in done.stdout
    )


def test_without_a_manifest_all_are_checked(committed: Path) -> None:
    (committed / "sources" / "more").mkdir()
    write(committed, "sources/more/other.yml", "sources: [../report.md]\n")
    done = briefing(committed, "check")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "briefing" not in line] == [
        "kilns",
        "more/other",
    ]
    none = briefing(committed / "outputs", "check")
    assert none.returncode == 2
    assert "Name one: briefing check MANIFEST..." in none.stderr


def test_no_key_no_network_and_nothing_written(committed: Path) -> None:
    before = {path: path.read_bytes() for path in committed.rglob("*") if path.is_file()}
    done = briefing(committed, "check", "--format", "json", MANIFEST_FILE, OPENAI_API_KEY="", OPENAI_BASE_URL="")
    assert done.returncode == 0
    (told,) = json.loads(done.stdout)
    assert (told["name"], told["problems"], told["notes"]) == ("kilns", [], [])
    assert {path: path.read_bytes() for path in committed.rglob("*") if path.is_file()} == before


def test_what_stands_in_a_store_is_checked_there(committed: Path, tmp_path: Path) -> None:
    store = tmp_path / "shared"
    shutil.move(committed / "outputs", store / "outputs")
    assert briefing(committed, "check", MANIFEST_FILE).returncode == 1
    done = briefing(committed, "check", "--store", str(store), MANIFEST_FILE)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in store.iterdir()] == ["outputs"]
    page = store / MARKDOWN
    page.write_text(page.read_text("utf-8").replace("It appeared on 4", "It appeared on 5", 1), "utf-8")
    done = briefing(committed, "check", "--store", str(store), MANIFEST_FILE)
    assert done.returncode == 1
    assert done.stdout.startswith(f"shared/{MARKDOWN}:")
    assert f"briefing run {MANIFEST_FILE} --store {store}" in done.stdout


def test_a_place_in_a_store_is_an_address_for_programs(committed: Path) -> None:
    done = briefing(committed, "check", "--format", "sarif", "--store", "memory://shared/of ours", MANIFEST_FILE)
    (run,) = json.loads(done.stdout)["runs"]
    places = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert f"memory://shared/of%20ours/{JSON}" in places
