"""The manifests that a command is given. In: paths and patterns. Out: paths, each once, in their order."""

import glob
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefing.errors import ManifestError
from briefing.manifest import SUFFIXES, identity, instead, shown


def named(given: Sequence[Path]) -> list[Path]:
    """As `expanded`. Raises ManifestError, with what could be named, where nothing is."""
    if not given:
        raise ManifestError("no manifest is named", hint=instead(Path()))
    return expanded(given)


def expanded(given: Sequence[Path]) -> list[Path]:
    """A pattern (*, ?, [...], ** for any folders) that the shell has left alone stands for the manifests it matches, by
    name. Raises ManifestError where there are none."""
    found: dict[Path, None] = {}
    for path in given:
        found.update(dict.fromkeys(_matches(path) if glob.has_magic(str(path)) and not path.exists() else [path]))
    return list(found)


def _matches(pattern: Path) -> list[Path]:
    found = sorted(Path(name) for name in glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - the whole pattern
    manifests = [path for path in found if path.suffix in SUFFIXES and not path.is_dir()]  # a link to nowhere is told
    if not manifests:
        hint = "A manifest ends in .yaml; ** stands for any folders: 'sources/**/*.yaml'."
        raise ManifestError("no manifest is found by this pattern", where=str(pattern), hint=hint)
    return manifests


def clashing(paths: Sequence[Path]) -> dict[Path, ManifestError]:
    """Those of which the briefings would be the same files, and why they are not made: none of them, as nobody can tell
    which is meant."""
    errors: dict[Path, ManifestError] = {}
    for folder, given in _by_outputs(paths).items():
        if len({os.path.realpath(path) for path in given}) > 1:
            what = f"{' and '.join(map(str, given))} would {'both' if len(given) == 2 else 'all'} be written there"
            error = ManifestError(what, where=f"{shown(folder)}/", hint="Rename one of them, or move it away.")
            errors.update(dict.fromkeys(given, error))
    return errors


def _by_outputs(paths: Sequence[Path]) -> dict[Path, list[Path]]:
    found: dict[Path, list[Path]] = {}
    for path in paths:
        with suppress(ManifestError):  # its name cannot be one: that is told when its turn comes
            root, name = identity(path)
            found.setdefault(root.resolve() / "outputs" / name, []).append(path)
    return found
