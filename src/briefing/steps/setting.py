"""Setting. In: the manifest, the style and the sources as they are now, and which files of prompts changed. Out: the
causes that lie in them, for what stands in two versions of a briefing."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from briefing.model import Briefing, Document, Manifest, WriterRecord
from briefing.reports.difference import Cause
from briefing.style import PROMPTS, Style

_FIELDS = "style.yaml"
_TEMPLATES = ("briefing.md.j2", "labels.yaml", _FIELDS)  # what briefing.md is made with


class Setting(Struct, frozen=True):
    """documents: the sources that are at hand now, by id. files: those of prompts/ that are not as at the base."""

    manifest: Manifest
    style: Style
    documents: Mapping[str, Document]
    files: tuple[str, ...] = ()

    def _changed(self, names: tuple[str, ...]) -> str:
        """Those of the style's files with these names that changed, in words."""
        root = Path(self.manifest.root)
        folders = {Path(folder) for folder in self.style.folders}
        return ", ".join(f for f in self.files if (root / f).parent in folders and (root / f).name in names)

    def writer_cause(self, before: Briefing, after: Briefing) -> Cause:
        one, two = who(before.writer), who(after.writer)
        if one != two:
            return Cause("writer", f"{one} → {two}")
        return Cause("manifest", "the model's temperature")

    def style_causes(self, before: Briefing, after: Briefing) -> list[Cause]:
        """Why another text was asked for."""
        found: list[Cause] = []
        if before.style != after.style:
            found.append(self.style_cause(before, after))
        if before.language != after.language:
            found.append(self.language_cause(before, after))
        files = self._changed((*PROMPTS, _FIELDS))
        if files or not found:
            found.append(Cause("style", files or f"the prompts or the fields of the style {after.style!r}"))
        return found

    def style_cause(self, before: Briefing, after: Briefing) -> Cause:
        note = f"style {before.style} → {after.style}"
        return Cause("manifest", note) if self.manifest.style == after.style else Cause("style", note)

    def language_cause(self, before: Briefing, after: Briefing) -> Cause:
        note = f"language {before.language} → {after.language}"
        return Cause("manifest", note) if self.manifest.language == after.language else Cause("source", note)

    @property
    def rendering(self) -> Cause | None:
        """That the same briefing is rendered otherwise, where the style says so."""
        files = self._changed(_TEMPLATES)
        return Cause("style", files) if files else None


def who(writer: WriterRecord) -> str:
    return writer.model or f"the {writer.engine} writer"
