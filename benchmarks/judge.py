"""How often a model that judges disagrees with the rules, who is right, and what it costs.

    python benchmarks/judge.py blind [--write]                 # planted lies among true sentences, labels hidden
    python benchmarks/judge.py runs sources/NAME.yaml … [--write]   # briefings of your own sources, judged

The model is the one at OPENAI_BASE_URL (OPENAI_API_KEY, BRIEFING_MODEL). With --replies DIR it is whoever answers
there: each request is written to DIR as HASH.prompt.txt, and waits for HASH.reply.json. A folder that has all of them
is the record of a measurement, and gives its figures again.

Both ask through this program's own writer, prompts and schema. `runs` makes each briefing in a copy of its folder, as
with `verify: {judge: true}`, then asks of what the rules had refused, too. Prints figures and none of what the sources
say; --write puts them into docs/benchmarks/judge.md.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from msgspec.structs import replace

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.verification import rows  # noqa: E402
from tests.servers.model_server import Answer, ModelServer, completion  # noqa: E402

from briefing import tokens  # noqa: E402
from briefing.checks.base import Statement, missing  # noqa: E402
from briefing.checks.table import CHECKS, checks  # noqa: E402
from briefing.executors.threads import each  # noqa: E402
from briefing.fingerprint import digest  # noqa: E402
from briefing.manifest import load_manifest  # noqa: E402
from briefing.model import Draft, ModelOptions, Prose, Reading, Sentence  # noqa: E402
from briefing.pipeline import prepare, run  # noqa: E402
from briefing.steps.assignment import Assignment, Piece  # noqa: E402
from briefing.steps.desk import Desk, Verified  # noqa: E402
from briefing.steps.judge import VERDICTS, Judge, read  # noqa: E402
from briefing.steps.options import RunOptions, silent  # noqa: E402
from briefing.steps.prompt import Shown, judge_task  # noqa: E402
from briefing.steps.reading import overview_reading  # noqa: E402
from briefing.steps.update import update_sections  # noqa: E402
from briefing.steps.verify import verify  # noqa: E402
from briefing.store import Store  # noqa: E402
from briefing.style import load_style  # noqa: E402
from briefing.writers.base import Task  # noqa: E402
from briefing.writers.openai import OpenAIWriter  # noqa: E402
from briefing.writers.options import WriterOptions  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "judge.md"
SETS = [ROOT / "benchmarks" / name for name in ("verification/first.txt", "verification/third.txt", "judge/unseen.txt")]
AT_ONCE = 10  # statements in a request, about as many as a section has
PATIENCE = 86_400.0  # seconds for a reply: whoever answers may be a person
JUDGING = "You check citations"  # how the judge's prompt begins
SAID = tuple(reversed(VERDICTS))


# ── Who answers ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Front:
    """Stands before the model, and counts: calls and tokens of the judge and of all."""

    replies: Path | None
    url: str = ""
    spent: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    client: httpx2.Client = field(default_factory=lambda: httpx2.Client(timeout=600.0))

    def __call__(self, request: dict[str, Any], _: int) -> Answer:
        found = self._filed(request, self.replies) if self.replies else self._passed_on(request)
        if found.status == 200:
            body = found.body if isinstance(found.body, dict) else json.loads(found.payload)
            usage = body["usage"]
            kind = "judge" if str(request["messages"][0]["content"]).startswith(JUDGING) else "writer"
            counted = {"calls": 1, "in": usage["prompt_tokens"], "out": usage["completion_tokens"]}
            with self.lock:
                self.spent.update({f"{kind} {key}": number for key, number in counted.items()})
        return found

    def _filed(self, request: dict[str, Any], folder: Path) -> Answer:
        prompt = "\n\n".join(f"======== {m['role']}\n{m['content']}" for m in request["messages"])
        name = digest(request["messages"])[:12]
        reply = folder / f"{name}.reply.json"
        if not reply.exists():
            (folder / f"{name}.prompt.txt").write_text(prompt, encoding="utf-8")
        while not reply.exists():
            time.sleep(0.2)
        text = reply.read_text(encoding="utf-8")
        return completion(text, usage=(tokens.estimate(prompt), tokens.estimate(text)))

    def _passed_on(self, request: dict[str, Any]) -> Answer:
        key = os.environ.get("OPENAI_API_KEY", "")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        found = self.client.post(f"{self.url.rstrip('/')}/chat/completions", json=request, headers=headers)
        return Answer(status=found.status_code, body=found.content)


@contextmanager
def model(replies: Path | None) -> Iterator[tuple[Front, str, str]]:
    """Who answers, the address, and the name of the model."""
    url, name = os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1"), os.environ.get("BRIEFING_MODEL", "")
    if replies:
        replies.mkdir(parents=True, exist_ok=True)
        name = "replies"
    front = Front(replies, url)
    with ModelServer(front) as server:
        yield front, server.base_url, name


# ── Planted lies ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Row:
    set: str
    language: str
    passage: str
    kind: str  # of lie, or "true"
    text: str

    @property
    def refused(self) -> bool:
        return bool(missing(checks(), Statement(self.text, self.language, self.language), [self.passage]))


def blind(replies: Path | None, sets: Sequence[Path]) -> dict[str, Any]:
    """All rows of all sets, shuffled, a few at a time; nothing in a request tells which is which."""
    found = [Row(path.stem, *row) for path in sets for row in rows(path)]
    found.sort(key=lambda row: digest(row.set, row.passage, row.text))
    groups = [found[n : n + AT_ONCE] for n in range(0, len(found), AT_ONCE)]
    with model(replies) as (front, url, name), tempfile.TemporaryDirectory() as folder:
        options = ModelOptions(name=name)
        writer = OpenAIWriter(
            WriterOptions(options, Store(Path(folder)), jobs=len(groups), base_url=url, timeout=PATIENCE)
        )
        said: dict[int, str] = {}

        def ask(number: int) -> None:
            group = groups[number]
            task = Task(f"blind-{number + 1:02}", "", "en", (), Reading(()))
            shown = [Shown(row.text, [("", row.passage)]) for row in group]
            asked = judge_task(task, load_style("briefing", str(ROOT)), shown, VERDICTS, "")
            given = read(writer.draft(asked).draft, [row.text for row in group])
            said.update({number * AT_ONCE + n - 1: verdict.said for n, verdict in given.items()})

        try:
            each(ask, range(len(groups)), len(groups))
        finally:
            writer.close()
    return {"rows": found, "said": said, "spent": front.spent}


def blind_tables(found: dict[str, Any]) -> str:
    judged = [(row, found["said"].get(n, "nothing")) for n, row in enumerate(found["rows"])]
    lines = []
    for name in dict.fromkeys(row.set for row, _ in sorted(judged, key=lambda pair: pair[0].set)):
        some = [(row, said) for row, said in judged if row.set == name]
        languages = len({row.language for row, _ in some})
        lines += [
            "",
            f"Set {name}, {len(some)} statements in {languages} languages:",
            "",
            "| statement | there are | the rules refuse | the judge: no | partly | yes | either refuses, or no |",
            "|---|---|---|---|---|---|---|",
        ]
        kinds = sorted({row.kind for row, _ in some} - {"true"})
        lines += [_kind(f"lie: {kind}", [p for p in some if p[0].kind == kind]) for kind in kinds]
        lines += [_kind("**all lies**", [p for p in some if p[0].kind != "true"])]
        lines += [_kind("**true**", [p for p in some if p[0].kind == "true"])]
    spent = found["spent"]
    lines += ["", f"{spent['judge calls']} calls, {spent['judge in']:,} tokens in and {spent['judge out']:,} out."]
    return "\n".join(lines) + "\n"


def _kind(name: str, some: Sequence[tuple[Row, str]]) -> str:
    said = Counter(verdict for _, verdict in some)
    refused = sum(row.refused for row, _ in some)
    either = sum(row.refused or verdict == "no" for row, verdict in some)
    return f"| {name} | {len(some)} | {refused} | {said['no']} | {said['partly']} | {said['yes']} | {either} |"


# ── Briefings of real sources ───────────────────────────────────────────────────────────────────────────────────


def runs(replies: Path | None, manifests: Sequence[Path]) -> dict[str, Any]:
    with model(replies) as (front, url, name):
        options = RunOptions(engine="openai", base_url=url, model=name, timeout=PATIENCE, jobs=64)
        return {str(path): _judged_run(path, options, front) for path in manifests}


def _judged_run(path: Path, options: RunOptions, front: Front) -> dict[str, Any]:
    """One briefing, in a copy of its project."""
    with tempfile.TemporaryDirectory(prefix="briefing-judge-") as folder:
        shutil.copytree(path.parents[0], Path(folder, "sources"))
        manifest = replace(load_manifest(Path(folder, "sources", path.name)), judge=True)
        before = Counter(front.spent)
        outcome = run(manifest, options, {})
        spent = front.spent - before
        shutil.rmtree(outcome.folder)
        job = prepare(manifest, options, {}, silent).job  # as for the run: its replies are kept
        sections = update_sections(job, silent).sections
        pieces = [job.section(section) for section in job.plan.sections]
        pieces.append(job.overview(overview_reading(job.plan, sections, job.blocks, ())))
        pairs = Counter[tuple[str, str]]()
        for piece in pieces:
            pairs += _compared(piece, job)
        job.close()
    return {
        "language": outcome.briefing.language,
        "pairs": pairs,
        "spent": spent,
        "findings": Counter(f.severity for f in outcome.briefing.findings if f.check == "judge"),
    }


def _compared(piece: Piece, job: Assignment) -> Counter[tuple[str, str]]:
    """What the rules and what the judge say of each sentence of the first draft: of what the rules refused, the judge
    is asked here, which no run does."""
    task = piece.task(piece.reading, True, "")
    draft = job.writer.draft(task).draft
    verified = verify(task, draft, job.documents)
    found = Counter[tuple[str, str]]()
    refused, rules = _refused(task, draft, job)
    for name, some, asked in (("pass", verified, task), ("refuse", refused, replace(task, id=f"{task.id}, refused"))):
        judge = Judge(job.writer, job.style, job.documents, job.manifest.model)
        judge.judged(asked, some)
        found.update((name, verdict.said) for verdict in judge.verdicts.values())
    found.update(("rule", rule) for rule in rules)
    return found


def _refused(task: Task, draft: Draft, job: Assignment) -> tuple[Verified, list[str]]:
    """The sentences that fall by a rule about what they say, as if they stood, and the rules."""
    desk, rules = Desk(task, job.documents), list[str]()
    for spec in task.fields:
        items = draft.fields.get(spec.key) if spec.kind == "prose" else None
        fallen: list[Sentence] = []
        for item in items if isinstance(items, list) else []:
            problems = verify(replace(task, fields=(spec,)), Draft({spec.key: [item]}), job.documents).problems
            rule = next((p.finding.check for p in problems if p.finding.check in CHECKS), "")
            passages = [found for number in item["cites"] if (found := desk.passage(number))] if rule else []
            if passages:
                rules.append(rule)
                fallen.append(Sentence(item["text"], tuple(map(desk.cite_passage, passages))))
        if fallen:
            desk.verified.fields[spec.key] = Prose(tuple(fallen))
    return desk.verified, rules


def runs_table(found: dict[str, Any]) -> str:
    heads = [f"rules {rules}, judge {said}" for rules in ("pass", "refuse") for said in SAID]
    lines = [
        "",
        f"| source | language | sentences | {' | '.join(heads)} | calls of the judge, of all | its tokens, of all |",
        "|" + "---|" * (5 + len(heads)),
    ]
    total, spent, rules = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for path, one in found.items():
        lines.append(_source(Path(path).stem, one["language"], one["pairs"], one["spent"]))
        total, spent = total + one["pairs"], spent + one["spent"]
    lines.append(_source("**all**", "", total, spent))
    rules.update({rule: n for (kind, rule), n in total.items() if kind == "rule"})
    lines += ["", "Refused by: " + ", ".join(f"{rule} {n}" for rule, n in rules.most_common()) + "."]
    return "\n".join(lines) + "\n"


def _source(name: str, language: str, pairs: Counter[tuple[str, str]], spent: Counter[str]) -> str:
    cells = [pairs[rules, said] for rules in ("pass", "refuse") for said in SAID]
    calls = spent["judge calls"] + spent["writer calls"]
    own = spent["judge in"] + spent["judge out"]
    whole = own + spent["writer in"] + spent["writer out"]
    share = f"{own:,} of {whole:,} = {100 * own / whole:.0f} %"
    figures = " | ".join(map(str, cells))
    return f"| {name} | {language} | {sum(cells)} | {figures} | {spent['judge calls']} of {calls} | {share} |"


# ── The command ─────────────────────────────────────────────────────────────────────────────────────────────────


def write(mark: str, made: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    start, end = f"<!-- {mark}: written by benchmarks/judge.py -->\n", f"<!-- end of {mark} -->"
    head, _, rest = text.partition(start)
    PAGE.write_text(head + start + made + "\n" + end + rest.partition(end)[2], encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("blind", "runs"))
    parser.add_argument("manifests", nargs="*", type=Path, metavar="MANIFEST")
    parser.add_argument("--replies", type=Path, metavar="DIR", help="answer here, instead of a server")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    options = parser.parse_intermixed_args()
    if options.what == "blind":
        made = blind_tables(blind(options.replies, SETS))
    else:
        made = runs_table(runs(options.replies, options.manifests))
    print(made)
    if options.write:
        write(options.what, made)


if __name__ == "__main__":
    main()
