"""What it saves that a model selects by number: tokens of its replies, against the same replies typed out.

Takes the prompts of a whole run, of the sample and of an article (--corpus: its raschka/part-1.md), and a reply to each
in the form that the program asks for. Then the same reply, in the same schema, with the sentences, titles and addresses
that it chose typed out where it has their numbers. What it says in its own words is the same in both. Prints a Markdown
table, or rows for table.py.

    python benchmarks/reply_tokens.py [--corpus DIR] [--rows]
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.peers import counting  # noqa: E402 - the repository is put on the path first
from benchmarks.peers.answers import numbered, spelled  # noqa: E402
from benchmarks.rows import Row, dump  # noqa: E402
from tests.servers.model_server import ModelServer, completion  # noqa: E402

GOAL = 0.6
ARTICLE = "raschka/part-1.md"
_LINE = re.compile(r"^\[(\d+)[^\]]*\] (.*)$", re.MULTILINE)
_LINK = re.compile(r"^L(\d+) in \[\d+\]: (.*) \((\S+)\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    what: str
    requests: list[dict[str, Any]]

    def tokens(self) -> tuple[int, int, int]:
        """By number; with quotes, titles and addresses typed; with the sentences typed that carry a claim, too."""
        replies = [(request, numbered(request)) for request in self.requests]
        forms = [
            [reply for _, reply in replies],
            [typed(request, reply, claims=False) for request, reply in replies],
            [typed(request, reply) for request, reply in replies],
        ]
        first, second, third = (sum(counting.count(spelled(reply)) for reply in form) for form in forms)
        return first, second, third


def typed(request: Mapping[str, Any], reply: Mapping[str, Any], *, claims: bool = True) -> dict[str, Any]:
    """A reply with what its numbers stand for. claims: the sentences that carry a claim are typed, too."""
    prompt = request["messages"][-1]["content"]
    lines = {int(number): text for number, text in _LINE.findall(prompt)}
    links = {int(number): {"title": title, "url": url} for number, title, url in _LINK.findall(prompt)}

    def spell(key: str, value: Any) -> Any:
        if key == "quote":
            return [lines[number] for number in value]
        if key == "others":
            return [links[number] for number in value]
        if key == "key":
            return links[value["link"]] if value["link"] else {"title": lines[value["sentence"]], "url": None}
        if claims and isinstance(value, list):
            return [claim | {"cites": [lines[number] for number in claim["cites"]]} for claim in value]
        return value

    return {key: spell(key, value) for key, value in reply.items()}


def requests_of(manifest: Path) -> list[dict[str, Any]]:
    """What a run asks first of each section, and of the overview."""
    with ModelServer(lambda request, _: completion(numbered(request))) as server:
        command = [sys.executable, "-m", "briefing.cli", "run", "--quiet", "--offline", "--engine=openai", "--model=x"]
        command += [f"--base-url={server.base_url}", str(manifest)]
        subprocess.run(command, cwd=manifest.parents[1], check=True, capture_output=True)
    return [request for request in server.requests if len(request["messages"]) == 2]


def cases(corpus: Path | None) -> Iterator[Case]:
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        sources = shutil.copytree(ROOT / "sources", Path(folder, "sources"))
        yield Case("the sample", requests_of(sources / "raschka-2024.yaml"))
        if corpus and (corpus / ARTICLE).is_file():
            shutil.copy(corpus / ARTICLE, sources / "article.md")
            manifest = sources / "article.yaml"
            manifest.write_text(
                "title: An article\nperiod: {by: month, year: 2024}\nsources: [{path: article.md}]\n", encoding="utf-8"
            )
            yield Case("an article of six months", requests_of(manifest))


def rows(case: Case) -> Iterator[Row]:
    chosen, some, full = case.tokens()
    what = f"tokens of all replies to {case.what}, {len(case.requests)} calls"
    beside = f"{chosen:,} against {{:,}}, {counting.counted_by()}"
    yield Row(
        what, "quotes, evidence, titles and links typed", GOAL, "at most", chosen / full, None, beside.format(full)
    )
    yield Row(
        what, "quotes, titles and links typed, no evidence", GOAL, "at most", chosen / some, None, beside.format(some)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="a folder with an article of your own")
    parser.add_argument("--rows", action="store_true", help="print rows of JSON, for table.py")
    options = parser.parse_args()
    for case in cases(options.corpus):
        for row in rows(case):
            shown = f"| {row.what} | {row.limit} | {100 * (row.ratio or 0):.1f} % | {row.beside} |\n"
            print(dump([row]) if options.rows else shown, end="")


if __name__ == "__main__":
    main()
