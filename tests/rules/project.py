"""A briefing of the kilns, made once, by a model that says one thing in its own words; and checks of its files."""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.reports.problems import Checked, Problem
from briefing.review import check
from briefing.steps.options import RunOptions
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import MANIFEST, NOTES, write_project

OUTPUTS = "outputs/kilns"
JSON, MARKDOWN, HTML = (f"{OUTPUTS}/briefing.{end}" for end in ("json", "md", "html"))
SOURCE, MANIFEST_FILE = "sources/report.md", "sources/kilns.yaml"
OWN_WORDS = "Okafor and Lindqvist count 312 firings in all."
MADE_UP = "They count 9999 firings in all."  # is left out, which is a finding

__all__ = ["MANIFEST", "NOTES", "found", "made", "of", "text", "write"]


def _respond(request: dict[str, Any], _: int) -> Answer:
    fields = answer(request)
    prompt = next(message["content"] for message in request["messages"] if message["role"] == "user")
    if (cited := re.search(r"^\[(\d+)[^\]]*\] .*312 firings", prompt, re.MULTILINE)) and "idea" in fields:
        fields["idea"] = [{"text": text, "cites": [int(cited[1])]} for text in (OWN_WORDS, MADE_UP)]
    return completion(fields)


@cache
def _original() -> Path:
    root = Path(mkdtemp(prefix="kilns-"))
    path = write_project(root)
    with ModelServer(_respond) as server:
        run(load_manifest(path), RunOptions(base_url=server.base_url, model="scripted", pace=0.01), {})
    return root


def made(root: Path) -> Path:
    """The project with its committed files, at a place of its own."""
    shutil.copytree(_original(), root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".briefing"))
    return root


def text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def write(root: Path, name: str, content: str) -> None:
    (root / name).write_text(content, encoding="utf-8")


def found(root: Path) -> Checked:
    return check(load_manifest(root / MANIFEST_FILE))


def of(checked: Checked, rule: str) -> list[Problem]:
    return [problem for problem in checked.problems if problem.rule == rule]
