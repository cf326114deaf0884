"""An environment for each tool that is compared, made once. In: its name. Out: its interpreter.

They stand in .bench/ of the repository, or where BRIEFING_BENCH says. Versions are pinned: a figure belongs to one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("BRIEFING_BENCH", ROOT / ".bench"))
PATIENCE = 900.0  # seconds that an installation may take
WANTED = {
    "briefing": ("-c", str(ROOT / "constraints.txt"), "-e", str(ROOT)),
    "script": ("openai==3.54.0", "pydantic==2.14.3"),
    "langextract": ("langextract==1.7.1", "openai==3.54.0"),
    "docetl": ("docetl==0.3.0", "litellm==1.106.2", "openai==2.54.0"),
}


class Unavailable(Exception):  # noqa: N818 - the name says what it is
    """The tool could not be installed. Says why."""


def interpreter(name: str) -> Path:
    """The Python of a tool's environment. Raises Unavailable."""
    home, wanted = FOLDER / name, "\n".join(WANTED[name])
    mark = home / "installed.txt"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != wanted:
        _make(home, WANTED[name])
        mark.write_text(wanted, encoding="utf-8")
    return home / "bin" / "python"


def version(name: str) -> str:
    """The version of the tool that its environment has, by pip's own word."""
    command = [str(interpreter(name)), "-c", f"import importlib.metadata as m; print(m.version({name!r}))"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _make(home: Path, wanted: tuple[str, ...]) -> None:
    shutil.rmtree(home, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / ".gitignore").write_text("*\n", encoding="utf-8")
    print(f"making {home}", file=sys.stderr)
    _do([sys.executable, "-m", "venv", str(home)])
    _do([str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-cache-dir", *wanted])
    # Else the first measured run would pay for compiling what pip has not compiled.
    subprocess.run([str(home / "bin" / "python"), "-m", "compileall", "-qq", str(home / "lib")], capture_output=True)


def _do(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise Unavailable(f"its installation took more than {PATIENCE:g} s") from None
    except subprocess.CalledProcessError as error:
        last = (error.stderr.strip().splitlines() or ["no message"])[-1]
        raise Unavailable(f"it could not be installed: {last}") from None
