"""For any edit of the source, and any answer of a model to the revision: what must hold of the result."""

import copy
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import ModelError
from briefing.manifest import load_manifest
from briefing.model import Briefing, Overview, Prose, Section
from briefing.pipeline import Outcome, assign, load_previous, run
from briefing.renderers.table import RENDERERS
from briefing.review import check
from briefing.steps.choose import choose
from briefing.steps.gather import gather
from briefing.steps.options import RunOptions, silent
from briefing.steps.sound import is_sound
from briefing.store import Store
from briefing.style import load_style
from briefing.walk import slices_in
from tests.faults.seeds import limits
from tests.servers import honest
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.repository import MANIFEST, MONTHS, chance_of, report, sentence, written

Parts = list[list[str]]
FILES = ("briefing.json", *RENDERERS)


# ── Edits of the source ─────────────────────────────────────────────────────────────────────────────────────────


def _paragraphs(parts: Parts) -> list[int]:
    return [n for n, part in enumerate(parts) if n > 1 and not part[0].startswith("#")]


def _figure(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts))
    k = chance.randrange(len(parts[n]))
    parts[n][k] = re.sub(r"\d+", lambda match: str(int(match[0]) + 100), parts[n][k], count=1)


def _reword(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts))
    parts[n][0] = f"In the end, {parts[n][0][:-1]}, as far as is known."


def _drop(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts))
    del parts[n][chance.randrange(len(parts[n]))]
    parts[:] = [part for part in parts if part]


def _add(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts))
    parts[n].insert(chance.randint(0, len(parts[n])), sentence(chance))


def _move(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts))
    part = parts.pop(n)
    parts.insert(chance.randint(2, len(parts)), part)


def _repeat(parts: Parts, chance: random.Random) -> None:
    n, m = chance.choice(_paragraphs(parts)), chance.choice(_paragraphs(parts))
    parts[m].append(chance.choice(parts[n]))


def _join(parts: Parts, chance: random.Random) -> None:
    n = chance.choice(_paragraphs(parts)[:-1])
    if not parts[n + 1 :][:1] or parts[n + 1][0].startswith("#"):
        return
    parts[n] += parts.pop(n + 1)


def _month(parts: Parts, chance: random.Random) -> None:
    end = next((n for n, part in enumerate(parts) if part[0] == "## Outlook"), len(parts))
    extra = report(chance, 5)
    start = next(n for n, part in enumerate(extra) if part[0].startswith(f"## {MONTHS[4]}"))
    parts[end:end] = extra[start:-2]


def _no_month(parts: Parts, chance: random.Random) -> None:
    heads = [n for n, part in enumerate(parts) if part[0].startswith("## ")]
    if len(heads) > 2:
        n = chance.randrange(len(heads) - 1)
        del parts[heads[n] : heads[n + 1]]


def _relink(parts: Parts, _: random.Random) -> None:
    for part in parts:
        part[0] = re.sub(r"\(https://example.org/(\w+)\)", r"(https://example.org/\1-2)", part[0])


EDITS: tuple[Callable[[Parts, random.Random], None], ...] = (
    _figure, _reword, _drop, _add, _move, _repeat, _join, _month, _no_month, _relink,
)  # fmt: skip


# ── Answers of a model ──────────────────────────────────────────────────────────────────────────────────────────

numbers = st.one_of(st.integers(-1, 30), st.sampled_from(["3", "[2]", "L1", True, None]))
claims = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["", "Voss says so.", "It saved 77% of all.", "[3] Looms.", "1"]),
        "cites": st.lists(numbers, max_size=3),
    }
)
anything = st.recursive(
    st.one_of(numbers, claims, st.text(max_size=8)),
    lambda each: st.one_of(
        st.lists(each, max_size=4), st.dictionaries(st.sampled_from(["link", "sentence", "text", "cites"]), each)
    ),
    max_leaves=8,
)
answers = st.dictionaries(
    st.sampled_from(["idea", "quote", "key", "relevance", "others", "conclusions", "outlook", "overall"]), anything
)


@dataclass
class Scripted:
    """Honest at first; then it answers what it is asked to revise with `fields`, where they are of the right form."""

    fields: dict[str, Any] = field(default_factory=dict)

    def __call__(self, request: dict[str, Any], _: int) -> Answer:
        found = honest.answer(request)
        return completion({key: self.fields.get(key, value) for key, value in found.items()})


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[ModelServer, Scripted]]:
    script = Scripted()
    with ModelServer(script) as made:
        yield made, script


class Project:
    def __init__(self, root: Path, parts: Parts, url: str = "") -> None:
        self.root = root
        self.environment = {"OPENAI_BASE_URL": url, "BRIEFING_MODEL": "scripted"} if url else {}
        (root / "sources").mkdir()
        self.manifest = root / "sources" / "town.yaml"
        self.manifest.write_text(MANIFEST, encoding="utf-8")
        self.write(parts)

    def write(self, parts: Parts) -> None:
        self.text = written(parts)
        (self.root / "sources" / "report.md").write_text(self.text, encoding="utf-8")

    def run(self) -> Outcome:
        return run(load_manifest(self.manifest), RunOptions(), self.environment)

    def files(self) -> dict[str, bytes]:
        return {name: (self.root / "outputs" / "town" / name).read_bytes() for name in FILES}


# ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────────


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text).split())


def holds(project: Project, before: Briefing, after: Outcome) -> None:
    briefing = after.briefing
    page = _plain(project.text)
    for fields in (*(s.fields for s in briefing.sections), briefing.overview.fields):
        for each in fields.values():
            for text, cite in slices_in(each):
                assert text in page
                assert text == briefing.evidence[cite.evidence].text[cite.start : cite.end]
            for cited in each.sentences if isinstance(each, Prose) else ():
                assert cited.cites
    for piece in briefing.evidence.values():
        assert piece.text in page
    _checks_out(project, briefing)
    _others_are_untouched(before, briefing, after.written)


def _checks_out(project: Project, briefing: Briefing) -> None:
    """What is taken over from a committed briefing would be taken over from this one."""
    manifest = load_manifest(project.manifest)
    store, options = Store(project.root), RunOptions()
    choice = choose(manifest, options, project.environment, load_previous(manifest), store, silent)
    documents = gather(manifest, store, options, silent).documents
    job = assign(manifest, load_style("briefing", manifest.root), briefing, choice, documents, options)
    parts: tuple[Section | Overview, ...] = (*briefing.sections, briefing.overview)
    for part in parts:
        assert is_sound(part.fields, part.seals, briefing.evidence, job.blocks)


def _others_are_untouched(before: Briefing, now: Briefing, wrote: tuple[str, ...]) -> None:
    old = {section.id: section for section in before.sections}
    for section in now.sections:
        if section.id in old and section.read == old[section.id].read:
            assert section.id not in wrote
            assert _words(section) == _words(old[section.id])


def _words(section: Section) -> dict[str, str]:
    """Without lines, which may be those of a later place in the file."""
    parts = {"title": section.title, "fingerprint": section.fingerprint, "sentences": section.sentences}
    return {key: re.sub(r"#L\d+", "", str(value)) for key, value in {**parts, **section.fields}.items()}


def settles(project: Project) -> None:
    files = project.files()
    again = project.run()
    assert again.written == ()
    assert again.changed == ()
    assert project.files() == files
    assert check(load_manifest(project.manifest)).problems == ()


edits = st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)
seeds = st.integers(0, 10_000)


def _edited(parts: Parts, chosen: list[Callable[[Parts, random.Random], None]], seed: int) -> Parts:
    parts, chance = copy.deepcopy(parts), chance_of(seed)
    for edit in chosen:
        if len(_paragraphs(parts)) > 2:
            edit(parts, chance)
    return parts


@limits(15, 500)
@given(seeds, edits)
def test_any_edit_with_the_embedded_writer(seed: int, chosen: list[Callable[[Parts, random.Random], None]]) -> None:
    parts = report(chance_of(seed))
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder), parts)
        before = project.run().briefing
        project.write(_edited(parts, chosen, seed))
        holds(project, before, project.run())
        settles(project)


@limits(25, 1_000)
@given(seed=seeds, chosen=edits, fields=answers)
@example(seed=0, chosen=[_figure], fields=dict.fromkeys(("idea", "quote", "key", "relevance", "others"), 0))
def test_any_edit_and_any_answer(
    server: tuple[ModelServer, Scripted],
    seed: int,
    chosen: list[Callable[[Parts, random.Random], None]],
    fields: dict[str, Any],
) -> None:
    model, script = server
    parts = report(chance_of(seed))
    with tempfile.TemporaryDirectory() as folder:
        script.fields = {}
        project = Project(Path(folder), parts, model.base_url)
        before, files = project.run().briefing, project.files()
        script.fields = fields
        project.write(_edited(parts, chosen, seed))
        try:
            after = project.run()
        except ModelError as error:
            assert "no field of the shape asked for" in error.what
            assert project.files() == files
        else:
            holds(project, before, after)
            settles(project)
