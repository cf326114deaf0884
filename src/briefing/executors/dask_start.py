"""The way to a cluster of dask.distributed: what listens at an address, and whether its workers have this program.

All of it is bounded: what is no scheduler may take a connection, and then say nothing for ever.
"""

import asyncio
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from briefing.errors import ManifestError, ModelError

PATIENCE = 10  # seconds to reach the scheduler
_ANSWER = 5  # seconds more for what it says first
_ASKING = 10  # seconds for all workers to say what they have: one that stands still holds up nobody
_NAMED = 3  # workers that a message names


def connected(address: str) -> Any:
    """A client of the scheduler at tcp://HOST:PORT. Raises ManifestError where nobody listens there, and ModelError
    where something else does."""
    try:
        what = asyncio.run(asyncio.wait_for(_what_answers(address), PATIENCE + _ANSWER))
    except TimeoutError:
        what = ""
    except OSError as error:
        if type(error).__name__ == "CommClosedError":  # it hung up
            raise _something_else(address) from None
        raise _none(address, error) from None
    except ValueError as error:
        raise _none(address, error) from None
    except Exception:  # whatever distributed makes of the words of another protocol
        what = ""
    if what != "Scheduler":
        raise _something_else(address, what)
    try:
        return import_module("distributed").Client(address, timeout=f"{PATIENCE}s", set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        raise _none(address, error) from None


async def _what_answers(address: str) -> str:
    """ "Scheduler", "Worker": in a loop of its own, as that of a client could not be left while it waits."""
    comm = await import_module("distributed.comm").connect(address, timeout=PATIENCE)
    try:
        told = await import_module("distributed.core").send_recv(comm, op="identity")
        return str(told.get("type"))
    finally:
        comm.abort()


def _none(address: str, error: Exception) -> ManifestError:
    hint = "Start one: dask scheduler. Its workers need the same briefing, and the project at the same place."
    what = f"there is no scheduler ({' '.join(str(error).split())[:200]})"
    return ManifestError(what, where=_dask(address), hint=hint)


def _something_else(address: str, what: str = "") -> ModelError:
    """what: what it says that it is."""
    who = f"a {what.lower()}, and no scheduler," if what else "something else than a scheduler"
    hint = (
        "A scheduler listens on port 8786, and its dashboard on 8787, where they were not told otherwise; it says its "
        "address when it starts."
    )
    return ModelError(f"{who} answers at {_dask(address)}", where="--executor", hint=hint)


def _dask(address: str) -> str:
    return address.replace("tcp://", "dask://", 1)


def refuse_other_programs(client: Any, *, to_the_letter: bool = False) -> None:
    """Raises ModelError where a worker has no briefing, or another version; to_the_letter: or other files of it."""
    has = _has(to_the_letter)
    try:
        told: Mapping[str, Any] = client.run(has, on_error="return", callback_timeout=_ASKING)
    except Exception:  # whatever distributed raises then: the work itself will tell
        return
    here = has()
    odd = {who: said for who, there in told.items() if (said := _odd(there, here))}
    if odd:
        which = ", ".join(list(odd)[:_NAMED]) + (f" and {len(odd) - _NAMED} more" if len(odd) > _NAMED else "")
        what = f"{'; '.join(dict.fromkeys(odd.values()))}, and here is {here[0]}"
        hint = (
            "Install the same where each worker runs, and start it again: pip install 'briefing[dask,store]"
            f"=={here[0]}'. Replies that were paid for are kept."
        )
        raise ModelError(what, where=f"the worker {which}", hint=hint)


def _has(to_the_letter: bool) -> Callable[[], tuple[str, str]]:
    def has() -> tuple[str, str]:
        """The version, and a digest of the files. It crosses by its code, and knows no name of this module: a worker
        without the program, or with another, has none of them."""
        import hashlib
        from pathlib import Path

        import briefing

        digest, root = hashlib.sha256(), Path(str(briefing.__file__)).parent
        for path in sorted(root.rglob("*.py")) if to_the_letter else ():
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
        return briefing.__version__, digest.hexdigest()

    return has


def _odd(there: Any, here: tuple[str, str]) -> str:
    """What is not as here; "" where all is, or nothing can be told."""
    if isinstance(there, ModuleNotFoundError) and there.name == "briefing":
        return "has no briefing"
    if not isinstance(there, tuple) or there == here:
        return ""
    return f"has briefing {there[0]}" if there[0] != here[0] else f"has other files of briefing {there[0]}"
