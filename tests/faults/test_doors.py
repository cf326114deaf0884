"""Doors that anybody may push at: manifest, reply, HTML, Markdown, feed. Any input is read, or is one message.

Inputs are pieces of sound ones, cut, doubled and mixed with anything. FAULTS=long tries ten thousand of each.
"""

import json
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import codec
from briefing.errors import BriefingError
from briefing.manifest import load_manifest
from briefing.model import FieldSpec, Origin, Page
from briefing.pipeline import render, run
from briefing.renderers.table import RENDERERS
from briefing.steps.extract import extract
from briefing.steps.options import RunOptions
from briefing.style import load_style
from briefing.walk import slices_in
from briefing.writers.reply import Unreadable, answer, values
from tests.faults.seeds import amount, chance_of
from tests.faults.year import MANIFEST, project, report

LIMITS = settings(
    max_examples=amount(100, 10_000),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
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
