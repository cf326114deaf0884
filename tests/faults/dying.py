"""A process that kills itself by SIGKILL at its n-th touch of the disk: to open a file, rename, remove, make a folder.

The interpreter tells of each touch before it happens (an audit hook), so that no moment of them is missed, and the same
number is the same moment.
"""

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.manifest import load_manifest
from briefing.outputs import write_all
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.faults.apart import APART

_TOUCHES = ("os.rename", "os.remove", "os.mkdir", "os.chmod")


def _touches(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in _TOUCHES


def _die_at(moment: int, root: str) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if _touches(event, arguments) and root in str(arguments[0]):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _write(root: str, moment: int, folder: str, files: dict[str, bytes]) -> None:
    _die_at(moment, root)
    write_all(Path(folder), files)


def _count(root: str, manifest: str, options: dict[str, Any]) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        seen += _touches(event, arguments) and root in str(arguments[0])

    sys.addaudithook(hook)
    if _code(manifest, options) == 0:
        sys.exit(seen)


def _run(root: str, moment: int, manifest: str, options: dict[str, Any]) -> None:
    _die_at(moment, root)
    sys.exit(_code(manifest, options))


def _starved(most: int, manifest: str, options: dict[str, Any]) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit is an OSError then, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    sys.exit(_code(manifest, options))


def _code(manifest: str, options: dict[str, Any]) -> int:
    try:
        run(load_manifest(Path(manifest)), RunOptions(**options), {})
    except BriefingError as error:
        return error.exit_code
    return 0


def _in_process(do: Any, *arguments: Any) -> int:
    process = APART.Process(target=do, args=arguments)
    process.start()
    process.join()
    code = process.exitcode
    process.close()
    return 0 if code is None else code


def write_until(root: Path, moment: int, folder: Path, files: dict[str, bytes]) -> int:
    """write_all() in a process that dies at this moment. Returns its exit code: -9 where it died."""
    return _in_process(_write, str(root), moment, str(folder), files)


def run_until(root: Path, moment: int, manifest: Path, **options: Any) -> int:
    """run() in a process that dies at this moment. Returns its exit code."""
    return _in_process(_run, str(root), moment, str(manifest), options)


def touches(root: Path, manifest: Path, **options: Any) -> int:
    """How often a run touches the disk, from its beginning to its end: fewer than 256 times."""
    return _in_process(_count, str(root), str(manifest), options)


def begin(manifest: Path, **options: Any) -> Any:
    """run() in a process of its own, which is under way."""
    process = APART.Process(target=_only_run, args=(str(manifest), options))
    process.start()
    return process


def _only_run(manifest: str, options: dict[str, Any]) -> None:
    sys.exit(_code(manifest, options))


def run_starved(most: int, manifest: Path, **options: Any) -> int:
    """run() in a process that can write no file of more than so many bytes. Returns its exit code."""
    return _in_process(_starved, most, str(manifest), options)
