"""What one call of a model may hold: prompt and reply together. In: a task, and what is known of the model. Out:
whether it fits, and how much it leaves. In tokens."""

from briefing import tokens
from briefing.model import ModelOptions
from briefing.writers.base import Task

_MARGIN = 64


def fits(task: Task, model: ModelOptions) -> bool:
    """Whether one call holds the task and its reply."""
    return left_beside(task, model, model.max_tokens) >= 0


def left_beside(task: Task, model: ModelOptions, reply: int) -> int:
    """What is left beside the prompt and a reply of so many; below 0 where they are too much."""
    taken = sum(tokens.count(message.content, model.name) for message in task.messages)
    return model.window - taken - reply - _MARGIN
