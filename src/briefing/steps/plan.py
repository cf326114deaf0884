"""Plan. In: documents, and the period that a manifest asks for. Out: a Plan: which blocks go into which section.

Every block of every document stands in exactly one section, or in the introduction or the outlook. How a document is
divided is told in docs/planning.md; here the parts of all documents are put together:

    each document → parts by the periods that it names           plan_dated.py
    without any   → whole, into the period of its date, or parts by its headings, plan_headings.py
    parts of one id, from all documents → one section with a title
"""

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from briefing.model import Document, Located, Period, Plan, SectionPlan
from briefing.steps.period_when import By, When, order, section_id
from briefing.steps.plan_dated import document_period, lay_out
from briefing.steps.plan_headings import parts_by_headings
from briefing.steps.plan_layout import Layout, Part, remark
from briefing.steps.plan_outline import Paths, locate, locate_under, paths
from briefing.steps.plan_titles import section_title

__all__ = ["locate", "plan_sections"]

_RESERVED = frozenset({"introduction", "outlook", "overview"})  # names that are no sections: see model.Passage


def plan_sections(documents: Sequence[Document], period: Period, title: str = "", language: str = "") -> Plan:
    """title and language are the manifest's; what a document says of its own title and language comes first."""
    if period.by == "heading":
        return _collected(_by_headings([Layout(document, "month") for document in documents]), language)
    layouts = [lay_out(document, period, title, language) for document in documents]
    layouts = _by_their_dates(layouts, period, title, language)
    layouts = _by_headings([layout if layout.parts else _undated(layout) for layout in layouts])
    return _collected([_within(layout, period.year) for layout in layouts], language)


# ── Documents that name no periods ──────────────────────────────────────────────────────────────────────────────


def _by_their_dates(layouts: Sequence[Layout], period: Period, title: str, language: str) -> list[Layout]:
    """Whole documents into the periods of their dates, where all documents together make more than one section."""
    by = cast(By, period.by)
    dates = {
        index: date
        for index, layout in enumerate(layouts)
        if layout.document.blocks
        and not layout.parts
        and (date := document_period(layout.document, period, title, language))
    }
    ids = {_id(part, layout) for layout in layouts for part in layout.parts if part.when}
    if len(ids | {section_id(when, by) for when, _ in dates.values()}) < 2:
        return list(layouts)
    return [_whole(layout, *dates[i], by) if i in dates else layout for i, layout in enumerate(layouts)]


def _whole(layout: Layout, when: When, words: str, by: By) -> Layout:
    part = Part(0, len(layout.document.blocks), when=when, title=words)
    message = f"names no periods in its text: read as a whole under its date, {section_id(when, by)}"
    return replace(layout, by=by, parts=(part,), findings=(*layout.findings, remark(layout.document, message)))


def _undated(layout: Layout) -> Layout:
    headed = any(block.kind == "heading" for block in layout.document.blocks)
    message = (
        "names no periods: divided by its headings" if headed else "names no periods and has no headings: one section"
    )
    return replace(layout, findings=(*layout.findings, remark(layout.document, message)))


def _by_headings(layouts: Sequence[Layout]) -> list[Layout]:
    """Divides the documents that are not divided yet by their headings."""
    taken = {_id(part, layout) for layout in layouts for part in layout.parts} | _RESERVED
    divided = []
    for layout in layouts:
        parts = layout.parts or parts_by_headings(layout.document, taken)
        taken |= {part.slug for part in parts}
        divided.append(replace(layout, parts=parts))
    return divided


# ── The year that is asked for ──────────────────────────────────────────────────────────────────────────────────


def _within(layout: Layout, year: int | None) -> Layout:
    """Parts of other years go to the frame: earlier ones introduce, later ones look out."""
    parts = tuple(_framed(part, year) for part in layout.parts)
    moved = [old for old, new in zip(layout.parts, parts, strict=True) if old is not new]
    if not moved:
        return layout
    ids = list(dict.fromkeys(_id(part, layout) for part in moved))
    named = ", ".join(ids[:6]) + (f" and {len(ids) - 6} more" if len(ids) > 6 else "")
    nothing_left = not any(part.when or part.slug for part in parts)
    finding = remark(
        layout.document,
        f"outside the period {year}, in no section: {named}",
        hint="Leave out `period.year` to brief all years." if nothing_left else "",
        severity="warning" if nothing_left else "info",
    )
    return replace(layout, parts=parts, findings=(*layout.findings, finding))


def _framed(part: Part, year: int | None) -> Part:
    if year is None or part.when is None or part.when.year is None:
        return part
    years = {index // 12 for index in part.when.months}
    if year in years:
        return part
    return replace(part, when=None, frame="introduction" if max(years) < year else "outlook")


# ── One plan ────────────────────────────────────────────────────────────────────────────────────────────────────


_Piece = tuple[Layout, Part, Paths]  # a part, the document that it is of, and the headings above each block of that


def _collected(layouts: Sequence[Layout], language: str) -> Plan:
    """Periods in their order, then headings in theirs; within a section the order of the sources, and their own."""
    found: dict[str, list[_Piece]] = {}
    for layout in layouts:
        by_level = paths(layout.document)
        for part in layout.parts:
            found.setdefault(part.frame or _id(part, layout), []).append((layout, part, by_level))
    frames = {frame: found.pop(frame, []) for frame in ("introduction", "outlook")}
    ordered = sorted(
        found.items(), key=lambda item: _place(*item[1][0][:2])
    )  # a stable sort: headings stay as they came
    return Plan(
        tuple(
            SectionPlan(name, section_title([piece[:2] for piece in pieces], language), _blocks(pieces))
            for name, pieces in ordered
        ),
        _blocks(frames["introduction"]),
        _blocks(frames["outlook"]),
        tuple(finding for layout in layouts for finding in layout.findings),
    )


def _id(part: Part, layout: Layout) -> str:
    """The id of its section; a period that is not exact enough for what is asked for stands under its month."""
    return part.slug or (section_id(part.when, layout.by) or section_id(part.when, "month") if part.when else "")


def _place(layout: Layout, part: Part) -> tuple[int, ...]:
    return (0, *order(part.when, layout.by)) if part.when else (1,)


def _blocks(pieces: Sequence[_Piece]) -> tuple[Located, ...]:
    return tuple(located for piece in pieces for located in _located(*piece))


def _located(layout: Layout, part: Part, by_level: Paths) -> tuple[Located, ...]:
    own = -1 if part.frame else part.own
    return locate_under(layout.document, by_level, part.start, part.end, own, part.above)
