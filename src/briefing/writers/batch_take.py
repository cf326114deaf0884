"""What an ended batch has brought. In: a Batch, and its State. Out: replies, kept; and what it ended without, with the
reason, which is told."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.writers import batch_door
from briefing.writers.batch_calls import BatchCalls, Gone
from briefing.writers.batch_door import State
from briefing.writers.batch_record import Batch, Try
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions
from briefing.writers.reply import Unreadable

_SHOWN = 3  # failures that are told one by one


class Taking:
    def __init__(self, options: WriterOptions, calls: BatchCalls, kept: KeptReplies) -> None:
        self._options, self._calls, self._kept = options, calls, kept
        self._came = options.commons.came

    def all(self, state: State, batch: Batch) -> dict[str, Try]:
        """Keep what it brought; what it was tried for in vain. What never came to its turn was not tried."""
        why: list[str] = list(state.reasons)
        taken: set[str] = set()
        tried: dict[str, Try] = {}
        for file in state.files:
            for line in self._lines(file):
                key, failure = self._take(line, batch.tasks)
                if failure is None:
                    taken.add(key)
                    continue
                why += [failure.why] * bool(failure.why)
                if key:
                    tried.setdefault(key, failure)
                    self._came.setdefault(key, None)
        left = [key for key in batch.tasks if key not in taken]
        self._tell(state, [batch.tasks[key] for key in left], why)
        if not state.cut_short:
            reason = next(iter(state.reasons), f"{state.id} ended as {state.status} without it")
            tried = {key: Try("missing", self._calls.shown(reason)) for key in left} | tried
        return {key: tried[key] for key in left if key in tried}

    def _tell(self, state: State, left: Sequence[str], why: Iterable[str]) -> None:
        if left:
            reasons = "; ".join(dict.fromkeys(self._calls.shown(each) for each in list(why)[:_SHOWN]))
            because = f" ({reasons})" if reasons else ""
            self._options.say(f"the batch {state.id} ended as {state.status} without {some_of(left)}{because}")

    def _lines(self, file: str) -> list[str]:
        """None of a file that the server has thrown away: what was in it is asked for again."""
        try:
            return self._calls.lines(file)
        except Gone:
            self._options.say(f"the file {file} of a batch is not known to the server any more")
            return []

    def _take(self, line: str, tasks: Mapping[str, str]) -> tuple[str, Try | None]:
        """Keep one reply. Its key, "" where it is nobody's here; and why it is none. Whether it says what was asked for
        is judged by who asks (KeptReplies.refused)."""
        try:
            came = batch_door.result(line)
        except Unreadable as error:
            return "", Try("missing", str(error))
        key = came.custom_id
        if key not in tasks:
            return "", Try("missing")
        if came.response is None:
            return "", Try("missing")  # it never came to its turn
        if came.refused:
            return key, Try("passing" if came.passing else "vain", self._calls.shown(came.refused))
        try:
            found = came.answer
        except Unreadable as error:
            return key, Try("vain", str(error))
        if found.refusal or found.finish in ("length", "content_filter"):
            why = found.refusal or f"a reply was cut off ({found.finish})"
            return key, Try("vain", self._calls.shown(why))
        self._kept.keep(key, tasks[key], found.content)
        self._came[key] = found
        return key, None


def some_of(names: Iterable[str]) -> str:
    """The first of them, in their order, and how many there are besides."""
    found = sorted(names)
    return ", ".join(found[:_SHOWN]) + (f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else "")
