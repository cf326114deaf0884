"""Strangers' input: sources that speak to the machine or carry markup, manifests that reach out or swell; the key."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import codec
from briefing.errors import BriefingError, ManifestError, ModelError, SourceError
from briefing.manifest import load_manifest
from briefing.model import Briefing
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.browser import chromium
from tests.commands.run_briefing import briefing, command, environment
from tests.faults.injections import INJECTIONS, MARK, MARKUP, PLACES
from tests.faults.seeds import amount
from tests.faults.year import outputs, project, report
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion, failure

MONTHS = (1, 2)
KEY = "sk-secret-of-the-house-0123456789"


def poisoned(*texts: str) -> str:
    parts = report(months=MONTHS).split("\n\n")
    return "\n\n".join([*parts[:3], *texts, *parts[3:]]) + "\n"


def printed(made: Briefing) -> str:
    fields = [f for part in (*made.sections, made.overview) for f in part.fields.values()]
    return json.dumps([codec.field_json(field) for field in fields], ensure_ascii=False)


@pytest.mark.parametrize("injection", INJECTIONS)
def test_an_injection_is_not_chosen(tmp_path: Path, injection: str) -> None:
    made = run(load_manifest(project(tmp_path, poisoned(injection))), RunOptions(), {}).briefing
    assert MARK not in printed(made)


@pytest.mark.parametrize("place", PLACES)
def test_an_injection_is_not_chosen_wherever_it_stands(tmp_path: Path, place: str) -> None:
    for number, injection in enumerate(INJECTIONS[:: amount(9, 1)]):
        text = PLACES[place].format(injection)
        made = run(load_manifest(project(tmp_path / str(number), poisoned(text))), RunOptions(), {}).briefing
        assert MARK not in printed(made)


def obedient(injection: str) -> Callable[[dict[str, Any], int], Answer]:
    """A model that does what it is told by a source: it quotes the sentence, says it after it, and names it for that;
    where it is not shown the sentence, it says it all the same, and names another."""

    def obey(request: dict[str, Any], _: int) -> Answer:
        fields = answer(request)
        shown = [int(n) for n, text in _SHOWN.findall(request["messages"][1]["content"]) if MARK in text]
        cites = shown or [1]
        for key, value in fields.items():
            if value and isinstance(value, list) and isinstance(value[0], dict) and "text" in value[0]:
                said = [f"The {MARK} kiln won the great prize.", injection, f"The {MARK} kiln is the best kiln of all."]
                fields[key] = [{**value[0], "text": text, "cites": cites, "quotes": []} for text in said]
            elif shown and key in ("quote", "key_item"):
                fields[key] = cites if key == "quote" else {"sentence": cites[0], "link": None}
        return completion(fields)

    return obey


_SHOWN = re.compile(r"^\[(\d+)(?: \w+)?\] (.*)$", re.MULTILINE)


@pytest.mark.parametrize("injection", INJECTIONS)
def test_what_an_obedient_model_says_is_not_verified(tmp_path: Path, injection: str) -> None:
    path = project(tmp_path, poisoned(injection))
    with ModelServer(obedient(injection)) as server:
        made = run(load_manifest(path), RunOptions(base_url=server.base_url, model="scripted", pace=0.001), {}).briefing
    assert MARK not in printed(made)
    assert [finding for finding in made.findings if MARK in finding.message]  # it is said that it was left out
    assert [finding for finding in made.findings if "told a machine what to do" in finding.message]


@pytest.mark.parametrize("place", PLACES)
def test_an_obedient_model_is_not_believed_wherever_it_reads(tmp_path: Path, place: str) -> None:
    for number, injection in enumerate(INJECTIONS[:: amount(9, 1)]):
        path = project(tmp_path / str(number), poisoned(PLACES[place].format(injection)))
        with ModelServer(obedient(injection)) as server:
            options = RunOptions(base_url=server.base_url, model="scripted", pace=0.001)
            made = run(load_manifest(path), options, {}).briefing
            asked = [message["content"] for request in server.requests for message in request["messages"]]
        assert MARK not in printed(made), injection
        sources = [text.partition("</source>")[0] for text in asked if text.startswith("<source>")]
        assert sources and not [text for text in sources if injection in text]  # it was not shown


@pytest.mark.browser
def test_markup_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    """Every sentence of the hostile ones is printed, by a model that quotes them in turn."""

    def quote(request: dict[str, Any], number: int) -> Answer:
        fields = answer(request)
        return completion({**fields, "quote": [2 + number % 16]} if "quote" in fields else fields)

    seen: list[str] = []
    with ModelServer(quote) as server, chromium() as browser:
        for start in range(0, len(MARKUP), 4):
            root = tmp_path / str(start)
            path = project(root, poisoned(*MARKUP[start : start + 4]))
            run(load_manifest(path), RunOptions(base_url=server.base_url, model="scripted"), {})
            page = browser.new_page()
            page.on("console", lambda message: seen.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: seen.append(f"error: {error}"))
            page.on("dialog", lambda dialog: seen.append(f"dialog: {dialog.message}"))
            page.on("request", lambda request: seen.append(f"request: {request.url}"))
            file = (root / "outputs/town/briefing.html").as_uri()
            page.goto(file)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            assert (
                page.locator("iframe, img[src^=http], object, embed, a[href^=javascript], a[href^=data]").count() == 0
            )
            assert seen.pop(0) == f"request: {file}"
            assert seen == []
            page.close()


OUTSIDE = {
    "a path above the project": "sources: [../../../../etc/passwd]\n",
    "an absolute path": "sources: [/etc/passwd]\n",
    "a fallback outside": "sources: [{url: 'http://10.0.0.1/', fallback: ../../secret.md}]\n",
    "a symbolic link": "sources: [link.md]\n",
    "a hidden file": "sources: [../.env]\n",
    "a feed that is a file outside": "sources: [{feed: /etc/passwd}]\n",
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_is_read(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("A secret that nobody may read, of thirty words.")
    path = project(tmp_path / "home", manifest=OUTSIDE[name])
    (tmp_path / "home/.env").write_text("KEY=secret")
    (tmp_path / "home/sources/link.md").symlink_to(secret)
    with pytest.raises(SourceError) as caught:
        run(load_manifest(path), RunOptions(), {})
    assert "secret that" not in str(caught.value)
    assert not (tmp_path / "home/outputs").exists()


BOMBS = {
    "aliases of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsources: *c\n",
    "a merge of itself": "<<: &a {<<: *a}\nsources: [x.md]\n",
    "brackets without end": "sources: " + "[" * 100_000,
    "an object of Python": "sources: [!!python/object/apply:os.system ['true']]\n",
    "six megabytes": "sources: [x.md]\ntitle: " + "x" * 6_000_000,
    "a number of a million digits": "period: {year: " + "9" * 1_000_000 + "}\nsources: [x.md]\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_a_manifest(tmp_path: Path, name: str) -> None:
    began = time.monotonic()
    with pytest.raises(ManifestError):
        load_manifest(project(tmp_path, manifest=BOMBS[name]))
    assert time.monotonic() - began < 5


SOURCES = (60, 500)  # seconds of the processor and megabytes that a run of ten thousand sources may take


WEIGH = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, done.stdout + done.stderr, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def measured(folder: Path, *arguments: str) -> tuple[int, str, float, float]:
    """The command in a process of its own: exit code, message, seconds of the processor, megabytes at the peak. A small
    process starts it: what its parent holds when it forks counts as its own."""
    weighing = [sys.executable, "-c", WEIGH, *command(*arguments)]
    done = subprocess.run(weighing, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    code, said, seconds, megabytes = json.loads(done.stdout)
    return code, said, seconds, megabytes


@pytest.mark.parametrize("places", ["files", "addresses"])
def test_ten_thousand_sources(tmp_path: Path, places: str) -> None:
    """Of files, a share is read in CI; of addresses, the first that may not be asked ends it."""
    count = amount(1_000, 10_000) if places == "files" else 10_000
    place = "path: s{0}.md" if places == "files" else "url: 'https://10.0.0.1/{0}'"
    lines = [f"  - {{{{id: s{{0}}, {place}}}}}".format(number) for number in range(count)]
    project(tmp_path, manifest="\n".join(["title: Kilns", "sources:", *lines]) + "\n")
    for number in range(count if places == "files" else 0):
        text = (
            f"# Notes\n\n## January 2031: kilns\n\nKiln No. {number} of the town was fired once and cooled for a day.\n"
        )
        (tmp_path / f"sources/s{number}.md").write_text(text, encoding="utf-8")
    code, said, seconds, megabytes = measured(tmp_path, "run", "--quiet", "sources/town.yaml")
    print(f"{places}: {seconds:.1f} s, {megabytes:.0f} MB")
    if places == "files":
        assert (code, "1 section and the overview" in said) == (0, True)
    else:
        assert (code, said.count("\n")) == (3, 2)  # one message, and what to do
        assert "10.0.0.1 is a private address" in said
    assert seconds < SOURCES[0]
    assert megabytes < SOURCES[1]


def test_the_key_is_nowhere(tmp_path: Path) -> None:
    """Not even where the server says it back."""
    project(tmp_path, report(months=MONTHS))
    said = failure(401, f"Incorrect API key provided: {KEY}. Bearer {KEY}")
    call = ("run", "--model", "scripted", "sources/town.yaml")
    with ModelServer(lambda *_: said) as server:
        done = briefing(tmp_path, *call, OPENAI_BASE_URL=server.base_url, OPENAI_API_KEY=KEY)
    assert done.returncode == 4
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        options = RunOptions(base_url=server.base_url, model="scripted", api_key=KEY)
        run(load_manifest(tmp_path / "sources/town.yaml"), options, {})
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    everywhere = [done.stdout, done.stderr, repr(options), *map(str, outputs(tmp_path).values())]
    everywhere += [file.read_text("utf-8", "replace") for file in tmp_path.rglob("*") if file.is_file()]
    assert [text for text in everywhere if KEY in text or KEY[3:] in text] == []
    assert issubclass(ModelError, BriefingError)
