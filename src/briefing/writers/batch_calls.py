"""What a server is asked about batches, again while that may help. In: ids, and lines of requests. Out: ids, a State,
lines of replies; or Unanswered, for people."""

from collections.abc import Callable
from typing import Any, TypeVar

from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from briefing.errors import ModelError
from briefing.writers import batch_door
from briefing.writers.batch_door import State
from briefing.writers.client import Client, Passing, Refused
from briefing.writers.options import WriterOptions

_ATTEMPTS = 4
_OF_THE_KEY = (401, 403)
_MAY_PASS = ("busy", "unreachable", "unknown", "timeout", "broken off")

T = TypeVar("T")


class Unanswered(ModelError):  # noqa: N818 - the name says what it is
    """refused: whether it would be so each time, as the server does not take the request. hopeless: whether it may stay
    so for ever, whatever key and network there are. unmade: whether no batch was made, for certain."""

    refused = hopeless = unmade = False


class Gone(Unanswered):
    """The server does not know what was asked for."""


class BatchCalls:
    """Used by several threads at once."""

    def __init__(self, options: WriterOptions, client: Client) -> None:
        self._options, self._client = options, client

    def upload(self, lines: str) -> str:
        """The id of the file."""
        return self._ask(lambda api: batch_door.upload(api, lines))

    def create(self, file: str) -> str:
        """The id of the batch. Once: where the answer was lost on the way, the batch may exist all the same."""
        asked: list[str] = []

        def create(api: Any) -> str:
            if asked:
                asked.append("list")
                if found := batch_door.made_of(api, file):
                    return found
            asked.append("create")
            return batch_door.create(api, file)

        try:
            return self._ask(create)
        except Unanswered as error:
            error.unmade = error.refused and asked == ["create"]
            raise

    def made_of(self, file: str) -> str:
        """The id of the batch that was made of a file, or ""."""
        return self._ask(lambda api: batch_door.made_of(api, file))

    def state(self, id_: str) -> State:
        return self._ask(lambda api: batch_door.state(api, id_))

    def cancel(self, id_: str) -> None:
        self._ask(lambda api: batch_door.cancel(api, id_))

    def lines(self, file: str) -> list[str]:
        return self._ask(lambda api: batch_door.lines(api, file))

    def shown(self, message: str) -> str:
        """What the server says, fit to be shown."""
        return self._client.shown(message)

    def _ask(self, do: Callable[[Any], T]) -> T:
        """Raises Unanswered, and ModelError where the account has nothing left."""
        retrying = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_exponential(multiplier=self._options.pace),
            reraise=True,
        )
        try:
            found: T = retrying(self._client.ask, do)
            return found
        except Refused as error:
            raise self._refused(error) from None
        except Passing as error:
            failure = Unanswered(str(error), where=self._options.address, hint=_LATER)
            failure.hopeless = error.kind not in _MAY_PASS
            raise failure from None

    def _refused(self, error: Refused) -> Unanswered:
        where = self._options.address
        if error.status == 404:
            failure: Unanswered = Gone(
                "the server answered 404 to a request of its batch interface", where=where, hint=_NONE
            )
        else:
            what = f"the server refuses the batch with {error.status} ({error})"
            failure = Unanswered(what, where=where, hint=_KEY if error.status in _OF_THE_KEY else _LATER)
        failure.refused = True
        failure.hopeless = error.status not in _OF_THE_KEY
        return failure


_GIVES_UP = "--cancel-batch gives up what this briefing has handed in"
_LATER = (
    "Run again later, or, where nothing is handed in yet, without --batch. What was handed in is on record, and is not "
    f"paid for twice; {_GIVES_UP}."
)
_KEY = "Check OPENAI_API_KEY: it has to be of the account that the batch was handed in with."
_NONE = (
    f"It may have no batch interface: run without --batch. Where that ends with this message, too: {_GIVES_UP}, and "
    "the next run asks for it at once."
)
