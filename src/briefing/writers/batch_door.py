"""The door for what a server says of batches. In: the openai client, and JSON from outside. Out: ids, a State, Results.

What is not of the form of the protocol raises Unreadable, wherever the server puts it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from briefing.writers.reply import Answer, Unreadable, answer

ENDPOINT = "/v1/chat/completions"
_CUT_SHORT = ("expired", "cancelled", "canceled")
_ENDED = ("completed", "failed", *_CUT_SHORT)
_KNOWN = ("validating", "in_progress", "finalizing", "cancelling", *_ENDED)
_PASSING = (408, 409, 425, 429)  # and all from 500, but 501, as for a call
_PAGE, _PAGES = 100, 100  # batches that are told of at once, and how often they are asked for

_Id = Annotated[str, Field(pattern=r"^[\w./:@+=-]{1,200}$")]


class _Door(BaseModel):
    model_config = ConfigDict(defer_build=True)  # 80 ms, which only a run with batches pays


Door = TypeVar("Door", bound=_Door)


class _Named(_Door):
    id: _Id


class _Counts(_Door):
    completed: int
    total: int


class _Error(_Door):
    message: str


class _Errors(_Door):
    data: list[_Error] = []


def _or_none(door: type[_Door]) -> BeforeValidator:
    """For what is only told to people: of another form, it is as good as absent."""

    def read(value: object) -> object:
        try:
            return door.model_validate(value)
        except ValidationError:
            return None

    return BeforeValidator(read)


class State(_Named):
    """What became of a batch."""

    status: Annotated[str, Field(pattern=r"^[\w .-]{1,40}$")]
    output_file_id: _Id | None = None
    error_file_id: _Id | None = None
    errors: Annotated[_Errors | None, _or_none(_Errors)] = None
    request_counts: Annotated[_Counts | None, _or_none(_Counts)] = None

    @property
    def under_way(self) -> bool:
        """Whatever a server calls it, a batch that has not ended is still to be waited for: "queued", "paused"."""
        return self.status.lower() not in _ENDED

    @property
    def known(self) -> bool:
        """Whether the protocol has a status of this name, so that it is known to end."""
        return self.status.lower() in _KNOWN

    @property
    def cut_short(self) -> bool:
        """Whether it ended before all had come to their turn."""
        return self.status.lower() in _CUT_SHORT

    @property
    def without_replies(self) -> bool:
        """Whether there should be replies, by what it says itself, and it names no file of them."""
        if self.status.lower() != "completed" or self.output_file_id:
            return False
        return self.request_counts.completed > 0 if self.request_counts else not self.error_file_id

    @property
    def said(self) -> str:
        counts = self.request_counts
        return self.status + (f", {counts.completed} of {counts.total} done" if counts else "")

    @property
    def files(self) -> list[str]:
        return [file for file in (self.output_file_id, self.error_file_id) if file]

    @property
    def reasons(self) -> list[str]:
        return [error.message for error in self.errors.data] if self.errors else []


class _Listed(_Named):
    input_file_id: str | None = None


class _List(_Door):
    data: list[_Listed]
    has_more: bool = False


class _Response(_Door):
    status_code: int
    body: Any = None


class Result(_Door):
    """One line of the file of replies. response: None where the request never came to its turn."""

    custom_id: str
    response: _Response | None = None

    @property
    def refused(self) -> str:
        """What the server says of a request that it refused, or ""."""
        if self.response is None or self.response.status_code == 200:
            return ""
        error = self.response.body.get("error") if isinstance(self.response.body, Mapping) else None
        message = str(error.get("message", "")) if isinstance(error, Mapping) else ""
        return f"{self.response.status_code}: {message}"

    @property
    def passing(self) -> bool:
        """Whether what it was refused for says nothing against the request, which may be done another time."""
        status = self.response.status_code if self.response else 0
        return status in _PASSING or (status >= 500 and status != 501)

    @property
    def answer(self) -> Answer:
        """Raises Unreadable."""
        try:
            return answer(json.dumps(self.response.body if self.response else None))
        except RecursionError:
            raise Unreadable("the reply is nested too deep") from None


def upload(api: Any, lines: str) -> str:
    """The id of the file."""
    made = api.files.with_raw_response.create(file=("requests.jsonl", lines.encode()), purpose="batch")
    return _read(_Named, made.text).id


def create(api: Any, file: str) -> str:
    """The id of the batch."""
    made = api.batches.with_raw_response.create(input_file_id=file, endpoint=ENDPOINT, completion_window="24h")
    return _read(_Named, made.text).id


def made_of(api: Any, file: str) -> str:
    """The batch that was made of a file, or ""."""
    return next((batch.id for batch in _all(api) if batch.input_file_id == file), "")


def _all(api: Any) -> Iterator[_Listed]:
    after: dict[str, str] = {}
    for _ in range(_PAGES):
        page = _read(_List, api.batches.with_raw_response.list(limit=_PAGE, **after).text)
        yield from page.data
        if not (page.has_more and page.data):
            return
        after = {"after": page.data[-1].id}


def cancel(api: Any, batch: str) -> None:
    api.batches.with_raw_response.cancel(batch)


def state(api: Any, batch: str) -> State:
    return _read(State, api.batches.with_raw_response.retrieve(batch).text)


def lines(api: Any, file: str) -> list[str]:
    """Of a file of replies: by the ends of lines alone, as a reply may hold whatever else parts lines (U+2028)."""
    text: str = api.files.content(file).text
    return [line for line in text.split("\n") if line.strip()]


def result(line: str) -> Result:
    """Raises Unreadable."""
    return _read(Result, line)


def _read(door: type[Door], text: str) -> Door:
    try:
        return door.model_validate(json.loads(text))
    except (ValueError, RecursionError):  # a ValidationError is a ValueError
        raise Unreadable("the server's answer is not of the batch interface") from None
