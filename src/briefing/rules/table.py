"""All rules, in the order in which they are asked. To add one: a file beside this, and a line here."""

from briefing.reports.problems import Problem
from briefing.rules.base import Committed, Rule
from briefing.rules.canonical import Canonical
from briefing.rules.carried import Carried
from briefing.rules.evidence import EvidenceIds
from briefing.rules.findings import Findings
from briefing.rules.links import Links
from briefing.rules.readable import Readable
from briefing.rules.rendered import Rendered
from briefing.rules.seals import Seals
from briefing.rules.setting import Setting
from briefing.rules.slices import Slices
from briefing.rules.sources import Sources
from briefing.rules.stale import Stale

_FIRST = Readable()
RULES: tuple[Rule, ...] = (
    _FIRST,
    Canonical(),
    Rendered(),
    Slices(),
    EvidenceIds(),
    Seals(),
    Carried(),
    Links(),
    Setting(),
    Sources(),
    Stale(),
    Findings(),
)


def judge(committed: Committed) -> list[Problem]:
    """What all rules find, by file and line. Where briefing.json cannot be read, only the first is asked."""
    found = list(_FIRST.problems(committed))
    if not isinstance(committed.loaded, Exception):
        found += [problem for rule in RULES[1:] for problem in rule.problems(committed)]
    files = [committed.path(name) for name in committed.names]
    order = {file: number for number, file in enumerate(files)}
    return sorted(found, key=lambda problem: (order.get(problem.file, -1), problem.line))
