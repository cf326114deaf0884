"""Two clones that share no cache bring different months up to date, and their branches are merged, in real git."""

import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.renderers.table import RENDERERS
from briefing.review import check
from briefing.steps.options import RunOptions
from tests.servers import eager
from tests.servers.model_server import ModelServer, completion
from tests.steps.repository import MONTHS, chance_of, commit, git, report, sentence, written

PAGE = "briefing.md"
FILES = ("report", "notes")
MANIFEST = """\
title: Workshops in 2031
period: {by: month, year: 2031}
sources:
  - {id: report, path: report.md}
  - {id: notes, path: notes.md}
"""
ATTRIBUTES = "outputs/**/briefing.html merge=union\n"
OVERVIEW = "overview"
Parts = list[list[str]]


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with ModelServer(lambda request, _: completion(eager.answer(request))) as server:
        yield server


# ── What somebody does in a clone ───────────────────────────────────────────────────────────────────────────────


@dataclass
class Clone:
    """model: None for the embedded writer."""

    root: Path
    model: ModelServer | None

    @property
    def manifest(self) -> Path:
        return self.root / "sources" / "town.yaml"

    def run(self) -> tuple[Outcome, list[str]]:
        """What came of it, and the ids of the parts that a model was asked for."""
        environment = {"OPENAI_BASE_URL": self.model.base_url, "BRIEFING_MODEL": "scripted"} if self.model else {}
        outcome = run(load_manifest(self.manifest), RunOptions(), environment)
        requests = [*self.model.requests] if self.model else []
        if self.model:
            self.model.requests.clear()
        return outcome, [re.findall(r'"reply_to" is "([^"]*)"', r["messages"][-1]["content"])[-1] for r in requests]

    def clone(self, name: str) -> "Clone":
        git(self.root.parent, "clone", "-q", str(self.root), name)
        return Clone(self.root.parent / name, self.model)

    def text(self, name: str = "briefing.json") -> str:
        return (self.root / "outputs" / "town" / name).read_text(encoding="utf-8")

    def files(self) -> dict[str, str]:
        return {name: self.text(name) for name in ("briefing.json", *RENDERERS)}


def write(clone: Clone, sources: dict[str, Parts]) -> None:
    for name, parts in sources.items():
        (clone.root / "sources" / f"{name}.md").write_text(written(parts), encoding="utf-8")


def committed(root: Path, sources: dict[str, Parts], model: ModelServer | None) -> Clone:
    (root / "sources").mkdir(parents=True)
    (root / ".gitignore").write_text(".briefing/\n", encoding="utf-8")
    (root / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    (root / "sources" / "town.yaml").write_text(MANIFEST, encoding="utf-8")
    made = Clone(root, model)
    write(made, sources)
    git(root, "init", "-q", "-b", "main")
    made.run()
    commit(root)
    return made


# ── Edits of one month of one source ────────────────────────────────────────────────────────────────────────────


def _figure(month: Parts, chance: random.Random) -> None:
    part = chance.choice(month)
    part[0] = re.sub(r"\d+", lambda match: str(int(match[0]) + 100), part[0], count=1)


def _reword(month: Parts, chance: random.Random) -> None:
    part = chance.choice(month[1:])
    part[0] = f"In the end, {part[0][:-1]}, as far as is known."


def _withdraw(month: Parts, chance: random.Random) -> None:
    month.remove(chance.choice(month[1:-1]))  # the last one stands beside what the other branch may add


def _add(month: Parts, chance: random.Random) -> None:
    month.insert(chance.randint(1, len(month)), [sentence(chance)])


def _relink(month: Parts, _: random.Random) -> None:
    month[0][0] = month[0][0].replace(")", "-2)")


EDITS: tuple[Callable[[Parts, random.Random], None], ...] = (_figure, _reword, _withdraw, _add, _relink)


def edited(parts: Parts, month: str, chance: random.Random) -> Parts:
    """The report with some edits of one month; where it has no such month, with it."""
    heads = [n for n, part in enumerate(parts) if part[0].startswith("## ")]
    start = next((n for n in heads if parts[n][0].startswith(f"## {month}")), None)
    if start is None:
        whole = report(chance, len(MONTHS))
        first = next(n for n, part in enumerate(whole) if part[0].startswith(f"## {month}"))
        return [*parts[: heads[-1]], *whole[first:-2], *parts[heads[-1] :]]
    inside = [list(part) for part in parts[start + 1 : heads[heads.index(start) + 1]]]
    for edit in chance.sample(EDITS, chance.randint(1, 3)):
        edit(inside, chance)
    return [*parts[: start + 1], *inside, *parts[heads[heads.index(start) + 1] :]]


# ── What is looked at ───────────────────────────────────────────────────────────────────────────────────────────


def sections(clone: Clone) -> dict[str, object]:
    return {each["id"]: each for each in json.loads(clone.text())["sections"]}


def pages(text: str) -> dict[str, str]:
    """The parts of briefing.md that are about a month."""
    parts = (part.split(" ", 2) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:])
    return {number(part[0]): part[-1] for part in parts if part[0] in MONTHS}


def number(month: str) -> str:
    return f"2031-{MONTHS.index(month) + 1:02}"


def fork(base: Clone, who: str, month: str, chance: random.Random, sources: dict[str, Parts]) -> Clone:
    """A clone in which one month was brought up to date, with no call for another, and no change of another."""
    clone, name = base.clone(who), chance.choice(FILES)
    write(clone, {name: edited(sources[name], month, chance)})
    _, asked = clone.run()
    assert len(asked) <= 2
    assert set(asked) <= {number(month), OVERVIEW}
    for before, now in ((sections(base), sections(clone)), (pages(base.text(PAGE)), pages(clone.text(PAGE)))):
        assert {each for each in before | now if now.get(each) != before.get(each)} <= {number(month)}
    commit(clone.root)
    return clone


def merge(clone: Clone, branch: str, *how: str) -> bool:
    """Whether git could merge it."""
    git(clone.root, "fetch", "-q", str(clone.root.parent / branch), f"main:{branch}")
    try:
        git(clone.root, "merge", "-q", "-m", "merge", *how, branch)
    except subprocess.CalledProcessError as error:
        assert "CONFLICT" in error.stdout
        return False
    return True


def conflicts(text: str, head: str) -> set[str]:
    """The heads that stand above the marks of conflicts."""
    found, above = set(), ""
    for line in text.splitlines():
        above = line if re.match(head, line) else above
        found |= {above} if line.startswith("<<<<<<< ") else set()
    return found


def brought_up_to_date(clone: Clone) -> tuple[Outcome, list[str]]:
    """What a run does, which is what a check told of; after it there is nothing to do."""
    checked = check(load_manifest(clone.manifest))
    outcome, asked = clone.run()
    assert checked.fails == bool(outcome.changed)
    assert check(load_manifest(clone.manifest)).problems == ()
    files = clone.files()
    again, nothing = clone.run()
    assert (again.changed, again.written, nothing) == ((), (), [])
    assert clone.files() == files
    return outcome, asked


@pytest.mark.parametrize("seed", range(10))
def test_different_months(tmp_path: Path, model: ModelServer, seed: int) -> None:
    chance = chance_of(f"merge {seed}")
    sources = {name: report(chance) for name in FILES}
    base = committed(tmp_path / "base", sources, None if seed % 3 == 2 else model)
    one, other = chance.sample(MONTHS, 2)
    mira, berg = fork(base, "mira", one, chance, sources), fork(base, "berg", other, chance, sources)
    for how in ((), ("-X", ("ours", "theirs")[seed % 2])):
        merged = mira.clone("merged" + "".join(how))
        clean = merge(merged, "berg", *how)
        if not clean:
            assert conflicts(merged.text(), r'  "') == {f'  "{OVERVIEW}": {{'}
            assert not any(month in head for month in MONTHS for head in conflicts(merged.text(PAGE), "## "))
        outcome, asked = brought_up_to_date(merged)
        assert asked in ([], [OVERVIEW])
        assert not clean or OVERVIEW in outcome.written or set(outcome.changed) <= {"briefing.html"}
        told, page = sections(merged), pages(merged.text(PAGE))
        for clone, month in ((mira, one), (berg, other)):
            assert told[number(month)] == sections(clone)[number(month)]
            assert page[number(month)] == pages(clone.text(PAGE))[number(month)]


def test_marks_in_a_source_are_no_text_of_it(tmp_path: Path) -> None:
    """Both branches write another figure into one sentence: nothing is made from it until somebody has settled it."""
    sources = {name: report(chance_of("one sentence")) for name in FILES}
    base = committed(tmp_path / "base", sources, None)
    said = base.text(PAGE)
    first = next(text for part in sources["report"] for text in part if re.search(r"\d", text) and text in said)
    clones = [base.clone(who) for who in ("mira", "berg")]
    for clone, figure in zip(clones, ("4001", "4002"), strict=True):
        path = clone.root / "sources" / "report.md"
        corrected = path.read_text(encoding="utf-8").replace(first, re.sub(r"\d+", figure, first))
        path.write_text(corrected, encoding="utf-8")
        clone.run()
        commit(clone.root)
    merged = clones[0]
    assert not merge(merged, "berg")
    left = merged.files()
    with pytest.raises(SourceError, match="a merge that was not finished left its marks in this file") as told:
        merged.run()
    assert told.value.where.endswith("town.yaml:4: sources/report.md")
    assert merged.files() == left
    assert check(load_manifest(merged.manifest)).fails
    git(merged.root, "checkout", "--theirs", "sources/report.md")
    git(merged.root, "add", "sources/report.md")
    outcome, _ = brought_up_to_date(merged)
    assert outcome.written
    assert "4002" in merged.text(PAGE)
    assert "4001" not in merged.text(PAGE)
