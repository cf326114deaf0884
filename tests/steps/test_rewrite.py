"""A section brought up to date by a model that answers badly, over real HTTP: what stands outlives every answer."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.manifest import load_manifest
from briefing.model import Field, Prose, Quote
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from briefing.walk import cited_by
from tests.servers import honest
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import NOTES, write_project

JANUARY = "It appeared on 4 January 2031."
ENERGY = "A shorter hold of 14 minutes saved 9% of the energy in the measured firings."
Reply = Callable[[dict[str, Any]], dict[str, Any]]


class Studio:
    """A project, and a model that is honest at first; then `reply` answers to what it is asked to revise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reply: Reply = honest.answer
        self.manifest = write_project(root)
        self.server = ModelServer(self._respond)

    def _respond(self, request: dict[str, Any], _: int) -> Answer:
        return completion(self.reply(request))

    def run(self, notes: str = NOTES, **options: Any) -> Outcome:
        (self.root / "sources" / "report.md").write_text(notes, encoding="utf-8")
        environment = {"OPENAI_BASE_URL": self.server.base_url, "BRIEFING_MODEL": "scripted"}
        return run(load_manifest(self.manifest), RunOptions(**options), environment)

    def asked(self) -> list[str]:
        """The ids of what the model was asked for since the last time."""
        asked = [re.findall(r'"reply_to" is "([^"]*)"', r["messages"][-1]["content"])[-1] for r in self.server.requests]
        self.server.requests.clear()
        return asked


@pytest.fixture
def studio(project: Path) -> Iterator[Studio]:
    made = Studio(project)
    with made.server:
        yield made


def answering(section: str, **fields: Any) -> Reply:
    """An answer to one section; to all others, that they stay as they are."""

    def reply(request: dict[str, Any]) -> dict[str, Any]:
        found = honest.answer(request)
        return {**found, **fields} if found["reply_to"] == section else found

    return reply


def january(outcome: Outcome) -> dict[str, Field]:
    return dict(outcome.briefing.sections[0].fields)


def words(field: Field) -> list[str]:
    assert isinstance(field, Prose)
    return [sentence.text for sentence in field.sentences]


ADDED = NOTES.replace(JANUARY, f"{JANUARY}\n\nBerg wrote the foreword.")
GARBAGE: list[dict[str, Any]] = [
    {"idea": [], "quote": [], "relevance": [], "others": [], "key": {}},
    {"idea": "x", "quote": "y", "relevance": 3, "others": {"link": 1}},
    {"idea": [99, -1, True], "quote": [99], "relevance": [[1]], "others": [99], "key": {"link": 99, "sentence": 99}},
    {"idea": [{"text": "It sold 5,000 copies.", "cites": [4]}], "quote": [4, 99], "relevance": [{"cites": [4]}]},
    {"idea": [{"text": "<b>Berg</b>", "cites": [4]}], "quote": [4, 1], "key": {"link": None, "sentence": None}},
]


@pytest.mark.parametrize("fields", GARBAGE)
def test_what_stands_outlives_a_bad_answer(studio: Studio, fields: dict[str, Any]) -> None:
    """Sentence [4] is new. Two answers are as bad as each other: the first, and the one that mends it."""
    before = studio.run()
    studio.reply = answering("2031-01", **fields)
    assert january(studio.run(ADDED)) == january(before)


def test_a_model_that_says_all_in_other_words_changes_nothing(studio: Studio) -> None:
    before = studio.run()
    (said,) = words(january(before)["idea"])

    def reply(request: dict[str, Any]) -> dict[str, Any]:
        found = honest.answer(request)
        text = request["messages"][-1]["content"]
        number = int(re.findall(r"\((?:cites) (\d+)\)", text)[0])
        return {**found, "idea": [{"text": f"In short: {said.lower()}", "cites": [number]}]}

    studio.reply = reply
    assert january(studio.run(ADDED)) == january(before)


def test_nothing_is_asked_where_text_only_moved_or_went_that_nobody_cites(studio: Studio) -> None:
    before = studio.run()
    cited = {piece.text for piece in before.briefing.evidence.values()}
    paragraph = next(p for p in NOTES.split("\n\n") if p.startswith("In practice"))
    moved = NOTES.replace(f"\n\n{paragraph}", "").replace("The [Ember 3]", f"{paragraph}\n\nThe [Ember 3]")
    studio.asked()
    after = studio.run(moved)
    assert "2031-03" in after.written
    assert studio.asked() == []
    assert after.briefing.sections[2].fields.keys() == before.briefing.sections[2].fields.keys()
    assert cited == {piece.text for piece in after.briefing.evidence.values()}


@pytest.mark.parametrize("edit", ["", "A shorter hold of 14 minutes saved 7% of the energy in the measured firings."])
def test_a_quote_never_outlives_its_sentence(studio: Studio, edit: str) -> None:
    studio.reply = lambda request: {**honest.answer(request), "quote": _number(request, ENERGY)}
    assert january(studio.run())["quote"].text == ENERGY  # type: ignore[union-attr]
    studio.reply = honest.answer  # leaves everything as it is
    after = studio.run(NOTES.replace(f"{ENERGY} ", f"{edit} "))
    quote = january(after).get("quote")
    assert (quote.text if isinstance(quote, Quote) else "") == edit
    assert ENERGY not in (after.folder / "briefing.md").read_text(encoding="utf-8")
    assert ENERGY not in (after.folder / "briefing.json").read_text(encoding="utf-8")


def _number(request: dict[str, Any], text: str) -> list[int] | None:
    found = re.findall(rf"^\[(\d+)\] {re.escape(text)}$", request["messages"][1]["content"], re.MULTILINE)
    return [int(found[0])] if found else None


def test_a_figure_that_changed_does_not_outlive_it_in_a_statement_that_is_kept(studio: Studio) -> None:
    claim = "The hold saves 9% of the energy."

    def first(request: dict[str, Any]) -> dict[str, Any]:
        number = _number(request, ENERGY)
        found = honest.answer(request)
        return {**found, "idea": [{"text": claim, "cites": number}]} if number and found.get("idea") else found

    studio.reply = first
    assert words(january(studio.run())["idea"]) == [claim]
    studio.reply = honest.answer
    after = studio.run(NOTES.replace("9%", "7%"))
    assert "9%" not in (after.folder / "briefing.md").read_text(encoding="utf-8").split("<details>")[0]
    assert any("9%" in f.message for f in after.briefing.findings if f.where == "2031-01/idea")


def test_a_section_that_is_too_long_to_revise_is_written_anew(studio: Studio) -> None:
    manifest = studio.manifest.read_text(encoding="utf-8")
    studio.manifest.write_text(f"{manifest}model: {{window: 9000, max_tokens: 1000}}\n", encoding="utf-8")
    long = "\n\n".join(f"Firing {n} was done on a {n}th night of the year, and cooled slowly." for n in range(320))
    grown = NOTES.replace(JANUARY, f"{JANUARY}\n\n{long}")
    before = studio.run(grown)
    assert any(f.check == "parts" for f in before.briefing.findings)
    after = studio.run(grown.replace("312 firings", "314 firings"))
    assert [f.severity for f in after.briefing.findings if f.check == "revise"] == ["info"]
    assert january(after)["quote"]


def test_findings_about_what_is_kept_stay_once(studio: Studio) -> None:
    two = [{"text": "It sold 5,000 copies.", "cites": [1]}, {"text": "Okafor counts firings.", "cites": [2]}]
    studio.reply = answering("2031-01", idea=two)
    before = studio.run()
    lacking = [f for f in before.briefing.findings if f.where == "2031-01/idea"]
    assert lacking
    studio.reply = honest.answer
    for notes in (ADDED, ADDED.replace("foreword", "afterword")):
        after = studio.run(notes)
        assert [f for f in after.briefing.findings if f.where == "2031-01/idea"] == lacking


def test_what_was_edited_or_taken_out_by_hand_is_mended(studio: Studio) -> None:
    before = studio.run()
    memory = before.folder / "briefing.json"
    value = json.loads(memory.read_bytes())
    del value["sections"][0]["fields"]["quote"]
    value["sections"][1]["fields"]["idea"]["sentences"][0]["text"] = "All is well."
    memory.write_text(json.dumps(value), encoding="utf-8")
    studio.asked()
    studio.reply = _written_as_asked
    after = studio.run()
    assert set(after.written) >= {"2031-01", "2031-02"}
    assert "2031-03" in after.reused
    assert "quote" in january(after)
    assert "All is well." not in memory.read_text(encoding="utf-8")
    assert studio.run().changed == ()


def _written_as_asked(request: dict[str, Any]) -> dict[str, Any]:
    """Fills quotes and ideas, also where it is asked to revise."""
    found = honest.answer(request)
    return {
        key: value or {"quote": [2], "idea": [{"text": "See.", "cites": [2]}]}.get(key) for key, value in found.items()
    }


def test_the_overview_keeps_what_stands_though_its_section_now_rests_on_something_else(studio: Studio) -> None:
    """The conclusions cite a sentence of January; January no longer does, but it stands in the source."""
    before = studio.run()
    held = before.briefing.overview.fields
    cited = cited_by([held])
    part = next(s for s in before.briefing.sections if cited & cited_by([s.fields]))
    bare = {key: field for key, field in part.fields.items() if not cited & cited_by([{key: field}])}
    thinner = replace(part, fields=bare, seals={key: seal for key, seal in part.seals.items() if key in bare})
    sections = tuple(thinner if s is part else s for s in before.briefing.sections)
    (before.folder / "briefing.json").write_bytes(codec.dump(replace(before.briefing, sections=sections)))
    after = studio.run()
    assert after.briefing.overview.fields == held
    assert after.written == ("overview",)
    assert studio.run().changed == ()
