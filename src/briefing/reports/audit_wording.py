"""An audit in words that all its reports share."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.reports.audit_findings import Audit, AuditFinding, AuditStatement, Uncovered
from briefing.reports.wording import plural

TITLES = {
    ("quotation", "altered"): "quotation altered",
    ("quotation", "misplaced"): "quotation from another place",
    ("quotation", "missing"): "quotation not in the sources",
    ("quotation", "folded"): "verbatim but for typography",
    ("link", "missing"): "address not in the sources",
    ("link", "placeholder"): "placeholder instead of an address",
    ("link", "malformed"): "malformed address",
    ("number", "rounded"): "rounded number",
    ("leftover", "leftover"): "left over",
    ("repetition", "repeated"): "stands twice",
    ("judgement", "contradicted"): "denied by the sources, says the judge",
    ("judgement", "altered"): "only in part in the sources, says the judge",
    ("judgement", "leftover"): "not put to the judge",
}
_EDGE = " .,;:!?"
_GROUPS = 15  # sections that are listed with what cannot be told of them
VERDICTS = {
    "stands": "stand",
    "facts": "stand by their facts",
    "differs": "differ",
    "missing": "are not there",
    "unclear": "cannot be told",
}


class Told(Struct, frozen=True):
    """One finding, and all the lines at which it comes again."""

    finding: AuditFinding
    lines: tuple[int, ...]


def title(finding: AuditFinding) -> str:
    return f"{_title(finding)}, disputed by the judge" if finding.disputed else _title(finding)


def _title(finding: AuditFinding) -> str:
    known = TITLES.get((finding.kind, finding.verdict))
    if known:
        return known
    if finding.verdict == "unclear":
        return f"{finding.kind} that the sources do not cover"
    return f"{finding.kind} {'not in the sources' if finding.verdict == 'missing' else finding.verdict}"


def told(findings: Iterable[AuditFinding]) -> list[Told]:
    """Each finding once, in the order in which they come."""
    lines: dict[tuple[str, str, str, str], list[int]] = {}
    first: dict[tuple[str, str, str, str], AuditFinding] = {}
    for finding in findings:
        key = (finding.kind, finding.verdict, finding.statement.strip(_EDGE), finding.message)
        first.setdefault(key, finding)
        lines.setdefault(key, []).append(finding.line)
    return [Told(finding, tuple(dict.fromkeys(lines[key]))) for key, finding in first.items()]


def weighty(audit: Audit) -> list[Told]:
    """What is held against the document: errors, then warnings."""
    return told(finding for finding in audit.findings if finding.severity != "info")


def notes(audit: Audit) -> list[Told]:
    """What is good to know: rounded numbers, typography, small differences of case."""
    return told(f for f in audit.findings if f.severity == "info" and f.verdict != "unclear")


def beyond(audit: Audit) -> list[tuple[str, list[AuditStatement]]]:
    """What cannot be told from the sources, by the section of the document; by larger ones where these are many."""
    unclear = [statement for statement in audit.statements if statement.verdict == "unclear"]
    deepest = max((len(statement.heading) for statement in unclear), default=0)
    for depth in range(deepest, -1, -1):
        found: dict[tuple[str, ...], list[AuditStatement]] = {}
        for statement in unclear:
            found.setdefault(statement.heading[:depth], []).append(statement)
        if len(found) <= _GROUPS or depth <= 1:
            break
    return [(heading[-1] if heading else "", statements) for heading, statements in found.items()]


def where(lines: Sequence[int], *, paged: bool) -> str:
    """ "line 3", "lines 3 and 7", "page 2"; "" where none is known."""
    known = [str(line) for line in lines if line]
    noun = "page" if paged else "line"
    if not known:
        return ""
    if len(known) == 1:
        return f"{noun} {known[0]}"
    return f"{noun}s {', '.join(known[:-1])} and {known[-1]}"


def summary(audit: Audit) -> list[str]:
    """What a person grasps at a glance: a line of how many statements stand, and one of what to look at."""
    counts = tally(audit.statements)
    total = len(audit.statements)
    parts = [f"{counts[name]} {agreed(counts[name], words)}" for name, words in VERDICTS.items() if counts[name]]
    return [
        f"Of {plural(total, 'statement')}, {', '.join(parts)}." if total else "It makes no statement.",
        _look_at([each.finding for each in weighty(audit)]),
        *_reach(counts["unclear"], total),
        *_held(audit),
    ]


def shown(statement: AuditStatement) -> str:
    """Its verdict, as reports tell it: what stands by its facts alone is not to be taken for read."""
    return "facts" if statement.by_facts else statement.verdict


def tally(statements: Iterable[AuditStatement]) -> Counter[str]:
    return Counter(map(shown, statements))


def _look_at(findings: Sequence[AuditFinding]) -> str:
    if not findings:
        return "Nothing is held against it."
    grave = Counter(finding.severity for finding in findings)
    count = " and ".join(plural(grave[severity], severity) for severity in ("error", "warning") if grave[severity])
    kinds = Counter(map(title, findings))
    return f"To look at: {count} ({', '.join(f'{number} × {name}' for name, number in kinds.items())})."


def _reach(unclear: int, total: int) -> list[str]:
    """That an audit says little, where it does: nobody is to take silence for praise."""
    if 2 * unclear <= total or not total:
        return []
    return ["Most of it lies beyond these sources, and is neither right nor wrong by them: hold it against more."]


def _held(audit: Audit) -> list[str]:
    """By what it was held: nobody is to take for read what was held by its facts alone."""
    if audit.judge:
        if not audit.asked:
            return [f"The rules left no sentence of which {audit.judge} was to be asked."]
        asked = f"Of {plural(audit.asked, 'sentence')} in other words than the sources', {audit.judge} was asked, too"
        return [f"{asked}." if audit.judged == audit.asked else f"{asked}, and answered for {audit.judged} alone."]
    if not (number := sum(each.by_facts for each in audit.statements)):
        return []
    words = (
        "is held by its facts, not by how it joins" if number == 1 else "are held by their facts, not by how they join"
    )
    return [f"{plural(number, 'sentence')} in other words than the sources' {words} them; --judge asks a model."]


def agreed(count: int, words: str) -> str:
    """The words of a verdict, for so many statements."""
    if count != 1:
        return words
    one = {"stand": "stands", "stand by their facts": "stands by its facts", "differ": "differs"}
    return {**one, "are not there": "is not there"}.get(words, words)


def silence(audit: Audit) -> str:
    """How many sections of the sources no statement rests on."""
    if not audit.parts:
        return ""
    if not audit.uncovered:
        return f"Something in it rests on every section of the sources ({audit.parts})."
    return f"Nothing in it rests on {len(audit.uncovered)} of {plural(audit.parts, 'section')} of the sources:"


def names_of(parts: Sequence[Uncovered]) -> list[str]:
    """By their headings, without the title of the source where all stand under one."""
    titles = {part.heading[:1] for part in parts if len(part.heading) > 1}
    common = 1 if len(titles) == 1 and all(len(part.heading) > 1 for part in parts) else 0
    return [" › ".join(part.heading[common:]) or f"the beginning of {part.source}" for part in parts]
