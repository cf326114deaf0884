"""The files of the sample briefings, as committed under golden/. To accept what they have become:

UPDATE_GOLDEN=1 pytest tests/renderers
"""

import os
import re
from pathlib import Path

import pytest

from briefing.renderers.table import RENDERERS
from briefing.style import load_style
from tests.renderers.sample import SAMPLES

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
FILES = {f"{sample}{Path(name).suffix}": (sample, name) for sample in SAMPLES for name in RENDERERS}
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


def rendered(sample: str, name: str) -> str:
    """A file of a sample. Of the page without its style and script, which have files of their own."""
    text = RENDERERS[name](SAMPLES[sample](), load_style("gazette", str(HERE)), "../..")
    if not name.endswith(".html"):
        return text
    text = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1\2", text, flags=re.S)
    return re.sub(r"'sha256-[^']+'", "'sha256-'", text)


@pytest.mark.parametrize("file", FILES)
def test_golden(file: str) -> None:
    text = rendered(*FILES[file])
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / file).write_bytes(text.encode())
    assert text == (GOLDEN / file).read_bytes().decode(), "If this is meant: UPDATE_GOLDEN=1 pytest tests/renderers"


def test_no_golden_file_is_orphaned() -> None:
    present = {path.name for path in GOLDEN.iterdir()}
    if UPDATE:
        for name in present - set(FILES):
            (GOLDEN / name).unlink()
        present &= set(FILES)
    assert present == set(FILES), "UPDATE_GOLDEN=1 pytest tests/renderers removes the ones that nothing makes"
