"""What changes in a source and is not its text changes nothing: no call of a model, the same bytes, with no cache."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing.fetchers.base import FetchOptions
from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.renderers.table import RENDERERS
from briefing.review import check
from briefing.steps.options import RunOptions
from tests.servers import honest
from tests.servers.model_server import ModelServer, completion
from tests.servers.site import Answer, Site
from tests.steps.kilns import NOTES, write_project

ARTICLE = """\
<h2>January 2031: the Cinder Kiln</h2>
<p>The <a href="https://example.org/cinder">Cinder Kiln</a> by Berg burns 9 kg of wood in a firing of six hours. It was
shown on 2 January 2031 to studios from 4 countries, which found it slow and very cheap to run.</p>
<p>Voss doubts that it will be built in towns, since its smoke is heavy for the first two hours.</p>
<h2>February 2031: a glaze of shells</h2>
<p>Okafor tried 11 glazes of ground shells, of which 3 held on stoneware. The <a href="https://example.org/shells">paper
on shells</a> gives all recipes, and says that shells of one beach may not be those of another.</p>
<p>“Nobody should fire shells indoors”, she writes, because they give off a gas that is worse than smoke.</p>
<h2>March 2031: a wheel without a motor</h2>
<p>Lindqvist's <a href="https://example.org/wheel">kick wheel</a> weighs 40 kg and turns for two minutes after one kick.
It costs less than a third of a wheel with a motor.</p>
<p>In practice it suits studios that throw large pots, according to Voss, and nobody who throws cups.</p>
"""
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Three months of kilns</title><meta name="author" content="Mira Voss"></head>
<body><header><a href="/">Kiln News</a></header>
<article><h1>Three months of kilns</h1>
<p>This article follows the kilns of one town through three months of 2031.</p>
{ARTICLE}</article>
<footer><p>© 2031 Kiln News. All rights are reserved, and all pots too.</p></footer></body></html>
"""
AD = (
    '<aside class="ad"><p>Buy the Ember 9 kiln today and save 40 percent on your first firing. '
    '<a href="https://ads.example/ember">Order now</a></p></aside>'
)
COMMENTS = (
    '<section id="comments" class="comments"><h2>2 comments</h2>'
    '<div class="comment"><p>I fired shells in April 2031 and nothing happened to me at all.</p></div>'
    '<div class="comment"><p>Great article, thank you for the recipes!</p></div></section>'
)
Edit = Callable[[str], str]
PAGES: dict[str, Edit] = {
    "an advertisement in the article": lambda page: page.replace("<h2>February", f"{AD}<h2>February"),
    "an advertisement beside it": lambda page: page.replace("<article>", f"{AD}<article>"),
    "comments of readers": lambda page: page.replace("</article>", f"</article>{COMMENTS}"),
    "a date in the footer": lambda page: page.replace("© 2031", "Page made on 3 April 2031 at 14:05. © 2031"),
    "a menu": lambda page: page.replace("</header>", '<nav><ul><li><a href="/a">About us</a></li></ul></nav></header>'),
    "classes and wrappers": lambda page: (
        page.replace("<p>", '<p class="t-1" style="margin:0">')
        .replace("<article>", '<main class="grid"><div id="post-17"><article data-x="1">')
        .replace("</article>", "</article></div></main>")
    ),
    "scripts and styles": lambda page: page.replace(
        "</head>", '<style>p { color: teal }</style><script>var n = "January 2031";</script></head>'
    ),
    "another mirror's white space": lambda page: re.sub(r"\s+", "\r\n\t ", page),
    "no white space between tags": lambda page: re.sub(r">\s+<(?!a )", "><", page),
    "comments in the markup": lambda page: page.replace("<p>", "<!-- 17:03 --><p>"),
    "entities": lambda page: page.replace("“", "&ldquo;").replace("”", "&#8221;").replace("'s", "&#39;s"),
    "a byte order mark": lambda page: "\ufeff" + page,
    "buttons to share it": lambda page: page.replace(
        "</h1>", '</h1><ul class="share"><li><a href="https://s.example/?u=1">Share</a></li></ul>'
    ),
    "related articles": lambda page: page.replace(
        "</article>",
        '</article><div class="related"><h3>Related</h3><ul><li><a href="/b">Kilns of 2030</a></li></ul></div>',
    ),
}
NOTES_EDITS: dict[str, Edit] = {
    "line ends": lambda notes: notes.replace("\n", "\r\n"),
    "a byte order mark": lambda notes: "\ufeff" + notes,
    "spaces at the ends of lines": lambda notes: re.sub(r"(?<=[a-z.])$", "  ", notes, flags=re.M).replace(
        "  \n#", "\n#"
    ),
    "more blank lines": lambda notes: notes.replace("\n\n## March", "\n\n\n\n## March"),
    "a comment": lambda notes: notes.replace("## February", "<!-- seen by B. -->\n\n## February"),
    "headings underlined": lambda notes: re.sub(r"^## (.*)$", r"\1\n-----", notes, flags=re.M),
    "lines broken elsewhere": lambda notes: notes.replace("kilns.\nIt appeared", "kilns. It\nappeared"),
}


@dataclass
class Studio:
    root: Path
    site: Site
    model: ModelServer

    def serve(self, page: str) -> None:
        html = Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        self.site.script("/kilns", html)

    def run(self) -> Outcome:
        """As on another machine: only what is committed is there."""
        shutil.rmtree(self.root / ".briefing", ignore_errors=True)
        fetch = FetchOptions(allow_hosts=frozenset({"127.0.0.1"}), wait=0.0, attempts=1)
        options = RunOptions(fetch=fetch, base_url=self.model.base_url, model="scripted")
        return run(load_manifest(self.root / "sources" / "kilns.yaml"), options, {})

    def files(self) -> dict[str, bytes]:
        return {name: (self.root / "outputs/kilns" / name).read_bytes() for name in ("briefing.json", *RENDERERS)}


@pytest.fixture
def studio(project: Path) -> Iterator[Studio]:
    with Site() as site, ModelServer(lambda request, _: completion(honest.answer(request))) as model:
        made = Studio(project, site, model)
        place = f"{{id: page, url: '{site.url('/kilns')}'}}"
        manifest = f"title: Kilns\nperiod: {{by: month, year: 2031}}\nsources: [{place}]\n"
        write_project(project, manifest=manifest)
        made.serve(PAGE)
        yield made


def changed_nothing(studio: Studio, edit: Callable[[], object]) -> None:
    assert studio.run().written
    calls, files = len(studio.model.requests), studio.files()
    edit()
    outcome = studio.run()
    assert (outcome.written, outcome.changed, len(studio.model.requests)) == ((), (), calls)
    assert studio.files() == files
    assert check(load_manifest(studio.root / "sources" / "kilns.yaml")).problems == ()


@pytest.mark.parametrize("name", PAGES)
def test_of_a_page_only_the_text_counts(studio: Studio, name: str) -> None:
    assert PAGES[name](PAGE) != PAGE
    changed_nothing(studio, lambda: studio.serve(PAGES[name](PAGE)))


@pytest.mark.parametrize("name", NOTES_EDITS)
def test_of_a_file_only_the_text_counts(studio: Studio, name: str) -> None:
    edited = NOTES_EDITS[name](NOTES)
    assert edited != NOTES
    write_project(studio.root)
    path = studio.root / "sources" / "report.md"
    changed_nothing(studio, lambda: path.write_bytes(edited.encode()))


def parts(studio: Studio) -> tuple[list[Any], list[Any]]:
    """The sections as they stand in briefing.json, and in briefing.md."""
    files = {name: raw.decode() for name, raw in studio.files().items()}
    pieces = re.split(r"^(?=## )", files["briefing.md"], flags=re.MULTILINE)
    return json.loads(files["briefing.json"])["sections"], [piece for piece in pieces if " 2031" in piece[:20]]


@pytest.mark.parametrize(
    ("number", "edit"), [(0, ("9 kg", "8 kg")), (1, ("Nobody", "No one")), (2, ("one kick.", "a kick."))]
)
def test_one_sentence_is_its_month_and_the_overview(studio: Studio, number: int, edit: tuple[str, str]) -> None:
    studio.run()
    studio.model.requests.clear()
    before = parts(studio)
    assert PAGE.count(edit[0]) == 1
    studio.serve(PAGE.replace(*edit))
    studio.run()
    asked = [re.findall(r'"reply_to" is "(.*?)"', r["messages"][-1]["content"])[-1] for r in studio.model.requests]
    month = f"2031-{number + 1:02}"
    assert asked in ([month], [month, "overview"])
    others = [n for n in range(3) if n != number]
    for old, new in zip(before, parts(studio), strict=True):
        assert [new[n] for n in others] == [old[n] for n in others]
