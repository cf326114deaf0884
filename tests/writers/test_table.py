"""The writers by name."""

from pathlib import Path

import pytest

from briefing.model import ModelOptions
from briefing.store import Store
from briefing.writers.options import WriterOptions
from briefing.writers.table import WRITERS, make_writer


@pytest.mark.parametrize("name", [name for name in WRITERS if not WRITERS[name].in_process])
def test_each_writer_goes_by_its_name(name: str, tmp_path: Path) -> None:
    writer = make_writer(name, WriterOptions(model=ModelOptions(name="m"), store=Store(tmp_path)))
    assert writer.engine == name
    assert writer.prompted == WRITERS[name].asks_model
    assert bool(writer.model) == writer.prompted
