"""An audit as one page that asks nothing of anybody: no script, no font, no picture from elsewhere. In: an Audit. Out:
HTML with both texts side by side. What stands, differs and is missing is told by a word and a mark, and by colour.

All text is escaped; an address of a source is linked only where it is http or https.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from briefing.reports.audit_findings import Audit, AuditFinding, AuditPassage, AuditStatement
from briefing.reports.audit_wording import (
    VERDICTS,
    agreed,
    names_of,
    shown,
    silence,
    summary,
    tally,
    title,
    weighty,
    where,
)
from briefing.reports.wording import plural
from briefing.reports.words import Run, clipped, shorten

_SIGNS = {
    "stands": ("✓", "stands"),
    "facts": ("≈", "its facts stand"),
    "differs": ("!", "differs"),
    "missing": ("✗", "not there"),
    "unclear": ("?", "can’t tell"),
}
_ITS_OWN = ("leftover", "repeated")  # wrong whatever the sources say
_NOTHING = '<p class="faint">–</p>'
_HEADS = '<p class="heads faint" aria-hidden="true"><span></span><span>The document</span><span>The source</span></p>'
_OWN_WORDS = (
    '<p class="faint">Where its facts stand, that is all that was held: <span class="own">dots</span> are under words '
    "that nothing near it in the source has.</p>"
)
_TAGS = {"removed": "del", "added": "ins"}
_SHOWN = 600  # characters of a passage
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #5a5a5a; --line: #d4d4d4;
  --stands: #1a6b32; --stands-paper: #eef7f0; --differs: #8a4b00; --differs-paper: #fdf3e3;
  --missing: #a3162a; --missing-paper: #fdecee; --unclear: #4a5568; --unclear-paper: #f1f3f6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --faint: #a8a8a8; --line: #3a3d42;
  --stands: #7fd49a; --stands-paper: #16241b; --differs: #f0b566; --differs-paper: #2a2115;
  --missing: #ff8f9e; --missing-paper: #2d1a1d; --unclear: #b3bccb; --unclear-paper: #1f2329; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
.sum { font-size: 1.1rem; margin: .2rem 0; } .faint { color: var(--faint); font-size: .875rem; }
.bar { display: flex; height: .75rem; margin: 1rem 0 .4rem; border-radius: .25rem; overflow: hidden; gap: 2px; }
.bar span { min-width: 3px; background: currentColor; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0; padding: 0; list-style: none; font-size: .9rem; }
.stands, .facts { color: var(--stands); } .differs { color: var(--differs); }
.missing { color: var(--missing); } .unclear { color: var(--unclear); }
.pair { display: grid; grid-template-columns: 7rem 1fr 1fr; gap: 0 1.2rem; padding: .7rem .6rem; margin: 0 0 .5rem;
  border: 1px solid var(--line); border-left-width: .35rem; border-left-color: currentColor; border-radius: .25rem; }
.pair > * { color: var(--ink); min-width: 0; }
.pair.stands { background: var(--stands-paper); } .pair.differs { background: var(--differs-paper); }
.pair.facts { border-style: dashed; border-left-style: dotted; } .bar .facts { opacity: .45; }
.own { text-decoration: underline dotted 2px; text-underline-offset: .2em; }
.pair.missing { background: var(--missing-paper); } .pair.unclear { background: var(--unclear-paper); }
.sign { font-weight: 600; font-size: .875rem; } .sign b { margin-right: .35em; } .pair p { margin: 0 0 .35rem; }
.label { display: none; font-size: .8rem; color: var(--faint); }
.pair.error { background: var(--missing-paper); color: var(--missing); }
.pair.warning { background: var(--differs-paper); color: var(--differs); }
.heads { display: grid; grid-template-columns: 7rem 1fr 1fr; gap: 0 1.2rem; padding: 0 .6rem .3rem .95rem; margin: 0; }
details { margin: 0 0 .8rem; } summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
summary .count { font-weight: 400; font-size: .875rem; margin-left: .6em; white-space: nowrap; }
.says { font-weight: 600; } ul.flat { margin: .3rem 0; padding-left: 1.2rem; }
ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600; color: var(--differs); }
del { text-decoration: line-through; color: var(--missing); } a { color: inherit; }
@media (max-width: 44rem) { .pair { grid-template-columns: 1fr; } .label { display: block; } .heads { display: none; }
  .pair > div:first-child { display: flex; gap: 0 .8rem; } }
@media print { .pair { break-inside: avoid; } }
"""


def as_html(audit: Audit) -> str:
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Audit of {escape(audit.name)}</title>",
            f"<style>{_STYLE}</style>",
            "<main>",
            *_head(audit),
            *_look_at(audit),
            *_silence(audit),
            *_all(audit),
            "</main>",
            "</html>",
            "",
        ]
    )


def _head(audit: Audit) -> Iterator[str]:
    yield f"<h1>Audit of {escape(audit.name)}</h1>"
    yield f'<p class="faint">Held against {escape(", ".join(audit.sources))}</p>'
    yield from (f'<p class="sum">{escape(line)}</p>' for line in summary(audit))
    counts = tally(audit.statements)
    parts = [(name, counts[name]) for name in _SIGNS if counts[name]]
    yield '<div class="bar" aria-hidden="true">'
    yield from (f'<span class="{name}" style="flex-grow: {number}"></span>' for name, number in parts)
    yield "</div>"
    yield '<ul class="key">'
    yield from (
        f'<li class="{name}">{_SIGNS[name][0]} {number} {escape(_words(name, number))}</li>' for name, number in parts
    )
    yield "</ul>"


def _words(verdict: str, number: int) -> str:
    return agreed(number, VERDICTS[verdict])


def _look_at(audit: Audit) -> Iterator[str]:
    found = weighty(audit)
    if not found:
        return
    yield "<h2>What to look at</h2>"
    yield _HEADS
    for each in found:
        finding = each.finding
        colour = "missing" if finding.severity == "error" else "differs"
        at = where(each.lines, paged=audit.paged)
        yield f'<section class="pair {finding.severity}">'
        yield f'<div><p class="sign {colour}"><b>{_SIGNS[colour][0]}</b>{finding.severity}</p>'
        yield f'<p class="faint">{escape(at)}</p></div>'
        yield f'<div><p class="label">The document</p><p class="says">{escape(title(finding).capitalize())}</p>'
        yield f"<p>{escape(shorten(finding.statement, _SHOWN))}</p><p>{escape(finding.message)}</p></div>"
        yield f'<div><p class="label">The source</p>{_source(finding)}</div>'
        yield "</section>"


def _source(finding: AuditFinding) -> str:
    if finding.verdict in _ITS_OWN:
        return _NOTHING
    if finding.differences:
        shown = f'<p><span class="faint">from the source to the document:</span> {_runs(finding.differences)}</p>'
        return shown + (_place(finding.passage) if finding.passage else "")
    return _passage(finding.passage)


def _runs(runs: tuple[Run, ...]) -> str:
    parts: list[str] = []
    for run in clipped(runs):
        tag = _TAGS.get(run.kind)
        parts.append(f"<{tag}>{escape(run.text)}</{tag}>" if tag else escape(run.text))
    return "".join(parts)


def _passage(passage: AuditPassage | None) -> str:
    if passage is None:
        return '<p class="faint">nothing near it</p>'
    return f"<p>{escape(shorten(passage.text, _SHOWN))}</p>{_place(passage)}"


def _place(passage: AuditPassage) -> str:
    under = f" · {escape(passage.heading[-1])}" if passage.heading else ""
    return f'<p class="faint">{_address(passage.url, passage.source)}{under}</p>'


def _address(url: str, source: str) -> str:
    if url.startswith(("https://", "http://")):
        return f'<a href="{escape(url, quote=True)}" rel="noreferrer">{escape(source)}</a>'
    return escape(url or source)


def _silence(audit: Audit) -> Iterator[str]:
    if said := silence(audit):
        yield "<h2>What the sources have besides</h2>"
        yield f"<p>{escape(said)}</p>"
        if audit.uncovered:
            yield '<ul class="flat">'
            yield from (
                f'<li>{escape(name)} <span class="faint">{plural(part.sentences, "sentence")}, '
                f"{_address(part.url, part.source)}</span></li>"
                for name, part in zip(names_of(audit.uncovered), audit.uncovered, strict=True)
            )
            yield "</ul>"


def _all(audit: Audit) -> Iterator[str]:
    """Every statement beside the passage that it stands on, or the nearest there is, by the sections of the document;
    those in which nothing is wrong are folded."""
    if audit.statements:
        yield "<h2>Both texts, side by side</h2>"
        yield from [_OWN_WORDS] if any(statement.by_facts and statement.own for statement in audit.statements) else []
        yield _HEADS
    titles = {statement.heading[:1] for statement in audit.statements if statement.heading}
    common = 1 if len(titles) == 1 else 0  # the title of the document, above all of it
    for heading, group in groupby(audit.statements, key=lambda statement: statement.heading):
        statements = list(group)
        wrong = any(statement.verdict in ("differs", "missing") for statement in statements)
        named = escape(" › ".join(heading[common:][-2:])) or "The beginning"
        yield f"<details{' open' if wrong else ''}><summary>{named}{_counts(statements)}</summary>"
        yield from (_statement(statement, audit) for statement in statements)
        yield "</details>"


def _counts(statements: Sequence[AuditStatement]) -> str:
    found = tally(statements)
    return "".join(
        f' <span class="count {name}">{_SIGNS[name][0]} {found[name]} {escape(_words(name, found[name]))}</span>'
        for name in VERDICTS
        if found[name]
    )


def _statement(statement: AuditStatement, audit: Audit) -> str:
    verdict = shown(statement)
    sign, word = _SIGNS[verdict]
    at = where([statement.line], paged=audit.paged)
    notes = "".join(f'<p class="faint">{escape(finding.message)}</p>' for finding in statement.findings)
    return (
        f'<section class="pair {verdict}">'
        f'<div><p class="sign {verdict}"><b>{sign}</b>{word}</p>'
        f'<p class="faint">{escape(statement.kind)}{", " if at else ""}{escape(at)}</p></div>'
        f'<div><p class="label">The document</p><p>{_said(statement)}</p>{notes}</div>'
        f'<div><p class="label">The source</p>{_beside(statement)}</div>'
        "</section>"
    )


def _said(statement: AuditStatement) -> str:
    """Its text; where it stands by its facts, with what nothing near it in the sources has marked."""
    text = shorten(statement.text, _SHOWN)
    if not statement.by_facts or not statement.own:
        return escape(text)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, statement.own))})(?!\w)")
    parts: list[str] = []
    end = 0
    for match in pattern.finditer(text):
        parts += [escape(text[end : match.start()]), f'<span class="own">{escape(match.group())}</span>']
        end = match.end()
    return "".join([*parts, escape(text[end:])])


def _beside(statement: AuditStatement) -> str:
    """A passage beside what it does not carry is called the nearest, lest it be read as what it rests on."""
    if any(finding.verdict in _ITS_OWN for finding in statement.findings):
        return _NOTHING
    near = statement.passage and statement.verdict in ("unclear", "missing")
    return ('<p class="faint">the nearest there is, which does not say so:</p>' if near else "") + _passage(
        statement.passage
    )
