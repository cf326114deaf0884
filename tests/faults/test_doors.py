"""Doors that anybody may push at: manifest, reply, HTML, Markdown, feed, PDF, briefing.json. Any input is read, or is
one message.

Inputs are pieces of sound ones, cut, doubled and mixed with anything. FAULTS=long tries ten thousand of each.
"""

import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import codec
from briefing.errors import BriefingError
from briefing.manifest import load_manifest
from briefing.model import FieldSpec, Origin, Page
from briefing.pipeline import render, run
from briefing.renderers.table import RENDERERS
from briefing.review import check
from briefing.steps.extract import extract
from briefing.steps.options import RunOptions
from briefing.style import load_style
from briefing.walk import slices_in
from briefing.writers.reply import Unreadable, answer, values
from tests.faults.seeds import amount, chance_of, limits
from tests.faults.year import MANIFEST, project, report
from tests.readers.pdf_pages import column, pdf

LIMITS = limits(100, 10_000)
SAMPLES = {
    "manifest": MANIFEST + "model: {name: m, budget: {tokens: 5, usd: 0.1}}\ncheck: {allow: info}\nlanguage: en-GB\n",
    "reply": '{"reply_to": "1", "idea": [{"text": "A b.", "cites": [1, "[2]"]}], "quote": [3], "key": {"link": 1}}',
    "html": "<html lang=en><head><title>T</title></head><body><article><h1>A</h1><p class=x>One <b>two</b> &amp; three."
    "</p><ul><li>4</ul><table><tr><td>5</table><pre>6</pre><math><mi>x</mi></math></article></body></html>",
    "md": "---\ntitle: T\n---\n# A\n\nOne **two** [three](http://a.org/b) and `four`[^1].\n\n- x\n  - y\n\n|a|b|\n|-|-|"
    "\n|1|2|\n\n```py\nz\n```\n\n> q\n\n<div>h</div>\n\n[^1]: note\n",
    "xml": "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel><title>T</title><item>"
    "<title>&a;</title><link>http://a.org</link><pubDate>Mon, 6 Jan 2031 10:00:00 GMT</pubDate><description>"
    "<![CDATA[<p>Text of it.</p>]]></description></item></channel></rss>",
}


def mangled(kind: str) -> st.SearchStrategy[str]:
    """The sample of this kind: pieces of it in any order, with anything in between."""
    sample = SAMPLES[kind]
    piece = st.tuples(st.integers(0, len(sample)), st.integers(1, 40)).map(lambda p: sample[p[0] : p[0] + p[1]])
    odd = st.sampled_from(["\0", "\u202e", "\ud800", "&#0;", "]]>", "<!--", "{{", "[" * 30, "*" * 20, "\r", "9" * 30])
    mixed = st.lists(st.one_of(piece, odd, st.text(max_size=8)), max_size=12).map("".join)
    spliced = st.tuples(st.integers(0, len(sample)), mixed).map(lambda p: sample[: p[0]] + p[1] + sample[p[0] :])
    return st.one_of(spliced, mixed)


@LIMITS
@given(mangled("manifest"))
def test_a_manifest(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder))
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            load_manifest(path)
        except BriefingError as error:
            assert error.what


@pytest.mark.parametrize("kind", ["html", "md", "xml"])
@LIMITS
@given(chance=st.randoms(use_true_random=False), data=st.data())
def test_a_page(kind: str, chance: random.Random, data: st.DataObject) -> None:
    text = data.draw(mangled(kind))
    content = text.encode(chance.choice(["utf-8", "utf-16", "cp1252"]), "replace")
    page = Page("s", f"https://a.org/x.{kind}", Origin.LIVE, content, charset=chance.choice(["", "utf-8", "koi8-r"]))
    try:
        document = extract(page)
    except BriefingError as error:
        assert error.what
        return
    for block in document.blocks:
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.sentences)
        assert "\0" not in block.text


PAPER = pdf([column(["Kilns of the town", "", "1 January", "The kiln was fired once.", "It cooled for a day."])] * 2)
TOKENS = (
    b"<<",
    b">>",
    b"[",
    b"]",
    b"0 R",
    b"2 0 R",
    b"/Kids",
    b"/Parent",
    b"(",
    b")",
    b"-1",
    b"9" * 20,
    b"\0",
    b"q",
    b"BT",
)


def spoiled(sound: bytes, chance: random.Random) -> bytes:
    """Cut, doubled, with bytes changed and pieces of its own grammar in between."""
    raw = bytearray(sound)
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(raw) + 1), chance.randint(0, 40)
        match chance.randrange(5):
            case 0:
                raw[at : at + size] = b""
            case 1:
                raw[at:at] = raw[at : at + size]
            case 2:
                raw[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                raw[at : at + chance.choice([0, 3, 8])] = chance.choice(TOKENS)
            case 4:
                raw = raw[: max(at, 8)]
    return bytes(raw)


@LIMITS
@given(chance=st.randoms(use_true_random=False))
def test_a_pdf(chance: random.Random) -> None:
    page = Page("s", "https://a.org/x.pdf", Origin.LIVE, spoiled(PAPER, chance), media_type="application/pdf")
    try:
        document = extract(page)
    except BriefingError as error:
        assert error.what
        return
    assert all(0 <= span.start < span.end <= len(each.text) for each in document.blocks for span in each.sentences)


_ASKED = [FieldSpec("idea", "prose", "I"), FieldSpec("quote", "quote", "Q"), FieldSpec("key", "reference", "K")]


@LIMITS
@given(mangled("reply"))
def test_a_reply(text: str) -> None:
    for read in (
        lambda: values(text, _ASKED, "1"),
        lambda: answer(text),
        lambda: answer(json.dumps({"choices": text})),
    ):
        try:
            read()
        except Unreadable as error:
            assert str(error)


ODD = (None, "", "x", -1, 10**30, 0.5, True, [], {}, [None], {"a": 1}, "\ud800", "\0", "\u202e<b>", "../../x")


def bent(value: Any, chance: random.Random) -> None:
    """One thing in it, however deep, is gone, another's, or something odd."""
    holders = [each for each in _holders(value) if each]
    holder = chance.choice(holders)
    key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    match chance.randrange(4):
        case 0:
            del holder[key]
        case 1:
            holder[key] = chance.choice(ODD)
        case 2:
            holder[key] = json.loads(json.dumps(chance.choice(holders)))
        case 3:
            other = chance.choice(holders)
            picked = chance.choice(list(other.values()) if isinstance(other, dict) else other)
            holder[key] = json.loads(json.dumps(picked))


def _holders(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def _said(raw: bytes) -> dict[str, Any]:
    """All but the findings, which say something of the making and nothing of the source."""
    return {key: value for key, value in json.loads(raw).items() if key != "findings"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of a project with a briefing."""
    path = project(tmp_path_factory.mktemp("made"), report(months=(1, 2)))
    run(load_manifest(path), RunOptions(), {})
    return path


@settings(LIMITS, max_examples=amount(40, 10_000))
@given(chance=st.randoms(use_true_random=False))
def test_a_briefing(made: Path, chance: random.Random) -> None:
    """As somebody may have spoiled it: a check tells what is wrong, and a run mends it, says why not, or leaves
    what the check goes on telling: that a statement is not carried, by the rules of today, by what it cites."""
    file = made.parents[1] / "outputs/town/briefing.json"
    sound, manifest = file.read_bytes(), load_manifest(made)
    try:
        if chance.random() < 0.2:
            file.write_bytes(spoiled(sound, chance))
        else:
            value = json.loads(sound)
            for _ in range(chance.randint(1, 3)):
                bent(value, chance)
            file.write_text(json.dumps(value), encoding="utf-8")
        assert check(manifest).problems or _said(file.read_bytes()) == _said(sound)
        try:
            run(manifest, RunOptions(), {})
        except BriefingError as error:
            assert error.what
        else:
            left = check(
                manifest
            ).problems  # a whole sentence under another citation, without its seal: told, not mended
            assert {(each.rule, each.severity) for each in left} <= {("carried", "warning")}
            assert all("--force" in each.hint for each in left)
    finally:
        for name, raw in render(codec.load(sound, ""), load_style("briefing", manifest.root), manifest).items():
            (file.parent / name).write_bytes(raw)


@settings(LIMITS, max_examples=amount(8, 2_000))
@given(st.integers(0, 10**9), mangled("md"))
def test_any_source_becomes_a_briefing_that_holds(seed: int, text: str) -> None:
    """Quotes are slices, printing and parsing is the identity, rendering never raises; or it is one message."""
    with tempfile.TemporaryDirectory() as folder:
        parts = report(months=(1, 2)).split("\n\n")
        parts.insert(chance_of(seed).randrange(len(parts)), text.replace("---", "-"))
        path = project(Path(folder))
        (path.parent / "report.md").write_bytes("\n\n".join(parts).encode("utf-8", "replace"))
        try:
            made = run(load_manifest(path), RunOptions(), {}).briefing
        except BriefingError as error:
            assert error.what
            return
        raw = codec.dump(made)
        assert codec.load(raw, "x") == made
        assert codec.dump(codec.load(raw, "x")) == raw
        for fields in (*(section.fields for section in made.sections), made.overview.fields):
            for cut, cite in (pair for field in fields.values() for pair in slices_in(field)):
                assert cut == made.evidence[cite.evidence].text[cite.start : cite.end]
        pages = render(made, load_style("briefing", folder), load_manifest(path))
        assert set(pages) == {"briefing.json", *RENDERERS}
