"""All that the writing of one briefing needs, gathered once. In: what pipeline.prepare found. Out: an Assignment."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from threading import Lock
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from briefing.executors.base import Executor
from briefing.executors.local import LocalExecutor
from briefing.model import (
    Briefing,
    Cite,
    Document,
    FieldSpec,
    Located,
    Manifest,
    ModelOptions,
    Overview,
    Plan,
    Reading,
    Section,
    SectionPlan,
)
from briefing.steps.choose import Choice
from briefing.steps.reading import index_blocks, section_reading
from briefing.steps.relink import Relinker, relinker
from briefing.steps.stale import changed_parts, overview_fingerprint, previous_sections, section_fingerprint
from briefing.style import Style, Template
from briefing.writers.base import Task, Writer

OVERVIEW = "overview"


class Piece(Struct, frozen=True):
    """A section or the overview, to be written. before: its last version, where it may be revised."""

    id: str
    reading: Reading
    specs: tuple[FieldSpec, ...]
    task: Callable[[Reading, bool, str], Task]  # of a reading, whether with a prompt, and of which part
    before: Section | Overview | None


class Assignment(Struct, frozen=True, dict=True):
    manifest: Manifest
    style: Style
    language: str
    documents: Mapping[str, Document]
    plan: Plan
    previous: Briefing | None
    choice: Choice
    force: bool
    executor: Executor
    _lock: Any = field(default_factory=Lock)  # Lock is no type before Python 3.13

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes what is not made anew there."""
        left = ("executor", "_lock")
        return _elsewhere, ({name: value for name, value in asdict(self).items() if name not in left},)

    @cached_property
    def _writer(self) -> Writer:
        return self.choice.make()

    @property
    def writer(self) -> Writer:
        """Made when it is first needed: it may want a key, or heavy imports."""
        with self._lock:
            return self._writer

    def close(self) -> None:
        """End what the writer holds open, where there is one."""
        if "_writer" in self.__dict__:
            self._writer.close()

    @property
    def window(self) -> ModelOptions:
        """What one call may hold, counted by the tables of the model that is asked. Of what a writer holds itself,
        nothing is known before it is made."""
        model, writer = self.manifest.model, self.__dict__.get("_writer")
        window = min(model.window, writer.window) if writer and writer.window else model.window
        return replace(model, name=self.choice.counted, window=window)

    @cached_property
    def blocks(self) -> Mapping[str, Located]:
        """The blocks of the sources, by evidence id."""
        return index_blocks(self.plan)

    @cached_property
    def relinker(self) -> Relinker:
        return relinker(self.previous, self.documents, self.blocks)

    @cached_property
    def before(self) -> Mapping[str, Section]:
        return previous_sections(self.previous)

    def section_fingerprint(self, section: SectionPlan) -> str:
        return section_fingerprint(section, self.style, self.language, self.choice.record, self.manifest.model)

    def overview_fingerprint(self) -> str:
        ids = [section.id for section in self.plan.sections]
        return overview_fingerprint(ids, self.style, self.language, self.choice.record, self.manifest.model)

    def section(self, section: SectionPlan) -> Piece:
        before = self._revisable(self.before.get(section.id), self.section_fingerprint(section))
        task = self._task("section.j2", section.id, section.title, self.style.section)
        return Piece(section.id, section_reading(section.blocks), self.style.section, task, before)

    def overview(self, reading: Reading, quoted: Collection[Cite] = ()) -> Piece:
        """quoted: what the sections quote."""
        before = self._revisable(self.previous.overview if self.previous else None, self.overview_fingerprint())
        task = self._task("overview.j2", OVERVIEW, self.manifest.title, self.style.overview, quoted)
        return Piece(OVERVIEW, reading, self.style.overview, task, before)

    def _task(
        self,
        template: Template,
        name: str,
        title: str,
        specs: tuple[FieldSpec, ...],
        quoted: Collection[Cite] = (),
    ) -> Callable[[Reading, bool, str], Task]:
        def task(reading: Reading, prompted: bool, part: str) -> Task:
            from briefing.steps.prompt import writing_task  # where something is stale, see update.py

            return writing_task(
                template,
                id=name,
                title=title,
                style=self.style,
                language=self.language,
                fields=specs,
                reading=reading,
                prompted=prompted,
                part=part,
                documents=self._read_in(reading),
                quoted=quoted,
            )

        return task

    def _revisable(self, before: Section | Overview | None, now: str) -> Section | Overview | None:
        """What other prompts asked for, or another writer wrote, is written anew."""
        if before is None or self.force or not before.fields:
            return None
        return before if set(changed_parts(before.fingerprint, now)) <= {"source"} else None

    def _read_in(self, reading: Reading) -> tuple[Document, ...]:
        """The documents that a reading is from."""
        return tuple(self.documents[name] for name in dict.fromkeys(p.located.source for p in reading.passages))


def _elsewhere(values: Mapping[str, Any]) -> Assignment:
    return Assignment(**values, executor=LocalExecutor())
