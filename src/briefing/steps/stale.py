"""What has to be written, and why. In: what a section would be written from now, and the briefing as committed.
Out: for each section a fingerprint, and the reason why it is stale, or none.

A fingerprint has three parts, so that a changed one tells its cause: the source, the style, the writer.
"""

from collections.abc import Iterable, Mapping, Sequence

from briefing.fingerprint import blocks_digest, digest
from briefing.model import Briefing, FieldSpec, Located, ModelOptions, Section, SectionPlan, WriterRecord
from briefing.style import Style

PARTS = ("source", "style", "writer")
_DIGITS = 16


def _join(source: str, style: Style, specs: Sequence[FieldSpec], writer: WriterRecord, extra: Sequence[object]) -> str:
    asked = digest(style.digest, [_asked(spec) for spec in specs], *extra[:1])
    who = digest(writer.engine, writer.model, *extra[1:])
    return "-".join(part[:_DIGITS] for part in (source, asked, who))


def _asked(spec: FieldSpec) -> list[object]:
    """What of a field a writer is told. What only concerns the page makes nothing stale."""
    more = [spec.woven, spec.group.guide if spec.group else ""]
    return [spec.key, spec.kind, spec.label, spec.guide, spec.most, spec.role, *(more if any(more) else ())]


def section_fingerprint(
    section: SectionPlan, style: Style, language: str, writer: WriterRecord, model: ModelOptions
) -> str:
    source = digest(section.id, section.title, read_digests(section.blocks))
    return _join(source, style, style.section, writer, (language, model.temperature))


def overview_fingerprint(
    sections: Iterable[str], style: Style, language: str, writer: WriterRecord, model: ModelOptions
) -> str:
    """Of the source only the ids of its sections: what they say stands in Overview.sentences, section by section, so
    that two branches that bring different ones up to date do not both touch this."""
    return _join(digest(list(sections)), style, style.overview, writer, (language, model.temperature))


def read_digests(blocks: Iterable[Located]) -> dict[str, str]:
    """By source, the SHA-256 of the blocks that a section is written from."""
    by_source: dict[str, list[Located]] = {}
    for located in blocks:
        by_source.setdefault(located.source, []).append(located)
    return {source: blocks_digest(b.block for b in found) for source, found in sorted(by_source.items())}


def changed_parts(before: str, now: str) -> tuple[str, ...]:
    """Which parts of a fingerprint differ: of PARTS, in their order."""
    old, new = before.split("-"), now.split("-")
    if len(old) != len(PARTS):
        return PARTS
    return tuple(name for name, one, two in zip(PARTS, old, new, strict=True) if one != two)


def previous_sections(previous: Briefing | None) -> Mapping[str, Section]:
    return {section.id: section for section in previous.sections} if previous else {}
