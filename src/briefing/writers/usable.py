"""What of an answer can be used. In: a Job and an Answer. Out: a Usable; or Passing, where another may be better."""

from collections.abc import Sequence

from briefing.model import ModelOptions
from briefing.writers.client import Passing
from briefing.writers.job import Job, Usable
from briefing.writers.reply import Answer, Unreadable, Values, values, whole_part

_LONGEST = 32_768  # tokens that a reply which did not fit the first time may have
_LONGER = 4  # times as many


def usable(job: Job, found: Answer, model: ModelOptions) -> Usable:
    """Raises Passing."""
    if found.refusal or found.finish == "content_filter":
        said = " ".join(found.refusal.split())[:200] or "its filter stopped the reply"
        raise Passing("refusal", f"the model refuses to write this ({said})")
    content = found.content
    try:
        read = values(content, job.task.fields, job.task.id)
    except Unreadable as error:
        if found.finish != "length":
            raise Passing("unreadable", str(error)) from None
        content, read = _cut_off(job, content, model)
    found_so = Usable(content, read)
    if read.defects and job.once_more("shape"):
        job.partly = found_so
        raise Passing("shape", read.defects[0])
    return found_so


def remarks(read: Values) -> Sequence[str]:
    """What was not as asked for in a reply that is used all the same."""
    return (
        *(f"not as asked for in the model's reply: {defect}" for defect in read.defects),
        *(f"the model filled {key!r:.40}, which was not asked for; it is left out" for key in read.unasked),
    )


def _cut_off(job: Job, content: str, model: ModelOptions) -> tuple[str, Values]:
    """A reply that was cut at its limit: ask for one that may be longer, where there is room; after that, what is
    complete of it. A weak model repeats itself until it is stopped, and what came before may be sound."""
    longer = min(job.max_tokens * _LONGER, _LONGEST, model.window - job.ingoing)
    cut = f"the reply did not end within {job.max_tokens} tokens"
    if longer > job.max_tokens and job.once_more("length"):
        job.max_tokens = longer
        job.notes.append(f"{cut}; it was asked for again with {longer}: raise model.max_tokens to save the call")
        raise Passing("length", cut)
    try:
        whole = whole_part(content)
        read = values(whole, job.task.fields, job.task.id)
    except Unreadable:
        read = Values({})
    if not any(read.fields.values()):
        raise Passing("cut off", cut)
    job.notes.append(f"{cut}; what was complete of it was taken")
    return whole, read
