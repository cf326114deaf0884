"""Processes that are measured keep their bytecode, as an installed program has it, whatever the shell says of it."""

import os


def kept() -> None:
    """For the processes that this one starts: PYTHONDONTWRITEBYTECODE, if set, would have each compile all that it
    imports of a checkout anew, and only there; pip has compiled what other tools import."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
