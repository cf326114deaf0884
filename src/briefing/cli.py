"""The command line: parses and dispatches, and is the one place where errors become messages and exit codes.

Only what --help needs is imported here; each command is imported when it is called.
"""

import argparse
import contextlib
import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence

from briefing import __version__
from briefing.errors import BriefingError

COMMANDS = {  # name: (module of commands/, one line of help)
    "run": ("run", "make briefings, or bring them up to date"),
    "status": ("status", "say what is stale, and why"),
    "diff": ("diff", "show what changed in meaning since a git revision, and why"),
    "check": ("check", "hold the committed files against what was promised, for CI"),
    "audit": ("audit", "hold any document against its sources: quotes, links, numbers, names"),
    "init": ("init", "write a manifest for some addresses or files"),
    "extract": ("extract", "show what is read from a file or an address"),
    "preview": ("preview", "show a briefing in the browser, and again when it changes"),
}
INTERRUPTED = 130
# New objects before Python looks for circles among them: it makes 700 of none, and a run 140,000, most of them while it
# imports. With this and the freeze at the end, a command that imports all takes a third less.
_FEW = 200_000


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser; with the arguments of one command, as only that one's module is imported."""
    top = argparse.ArgumentParser(
        prog="briefing",
        description="Briefings whose every sentence leads to the sentence of the source that carries it.",
        epilog="Exit codes: 0 done; 1 status, check or audit found something; 2 usage or manifest; "
        "3 a source could not be read; 4 the model could not be reached or gave nothing usable; 130 interrupted.",
    )
    top.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, summary) in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == command:
            importlib.import_module(f"briefing.commands.{module}").configure(sub)
            sub.set_defaults(parser=sub)  # whose usage is to be shown
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """arguments: None where the process is ours, and theirs are its own."""
    if arguments is not None:
        return _main(arguments)
    set_up_process()
    try:
        return _main(sys.argv[1:])
    finally:
        gc.freeze()  # what is left is not gone through once more before the process ends


def set_up_process() -> None:
    """What makes a process of our own quicker, before it imports the command."""
    gc.set_threshold(_FEW)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some in all that is installed: 10 ms


def _main(given: Sequence[str]) -> int:
    _mend_streams()
    if not given:
        parser().print_help(sys.stderr)
        return BriefingError.exit_code
    command = next((word for word in given if not word.startswith("-")), "")
    try:
        options, unknown = parser(command).parse_known_args(given)
        if unknown:
            options.parser.error(f"not understood: {' '.join(unknown)}")
        module = importlib.import_module(f"briefing.commands.{COMMANDS[options.command][0]}")
        code: int = module.main(options)
        sys.stdout.flush()
        return code
    except BriefingError as error:
        print(f"briefing: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nbriefing: interrupted; the outputs are as they were, and replies that came are kept", file=sys.stderr)
        return _leave(INTERRUPTED)
    except BrokenPipeError:
        return _leave(0)  # whoever was reading has gone, as `| head` does
    except OSError as error:  # the current folder is gone, the disk is full, a style's file must not be read
        where = f"{error.filename}: " if error.filename else ""
        print(f"briefing: {where}{error.strerror or error}", file=sys.stderr)
        return BriefingError.exit_code


def _mend_streams() -> None:
    """A stream that is closed is as good as one that nobody reads; what an encoding lacks is no reason to fail."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as we run
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _leave(code: int) -> int:
    """End at once: threads that wait for a server would hold the interpreter until it answers."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
