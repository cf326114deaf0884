"""How much of the faults is tried: a share of them in CI, all of them with FAULTS=long, one of them with FAULTS=SEED.

A failure names its seed, and chance comes from the seed alone: FAULTS=17 pytest tests/faults/test_model.py repeats it.
"""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")

ASKED = os.environ.get("FAULTS", "")


def seeds(few: int, many: int) -> Sequence[int]:
    """The seeds of a test that has few of them in CI and many in the long run."""
    return [int(ASKED)] if ASKED.isdecimal() else range(amount(few, many))


def amount(few: T, many: T) -> T:
    return many if ASKED == "long" else few


def limits(few: int, many: int) -> settings:
    """For hypothesis: so many examples, the same ones every time, however long they take."""
    return settings(
        max_examples=amount(few, many),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def chance_of(*seed: object) -> random.Random:
    return random.Random(repr(seed))  # noqa: S311 - chance that is the same every time
