"""Who writes: by what was asked for, what the environment offers, and who wrote what is committed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import ManifestError, ModelError
from briefing.fetchers.base import FetchOptions
from briefing.manifest import load_manifest
from briefing.model import Briefing, FieldSpec, ModelOptions, Overview, Period, Reading, WriterRecord
from briefing.steps.choose import Choice, choose
from briefing.steps.options import RunOptions, silent
from briefing.store import Store
from briefing.writers.base import PutOff, Task
from briefing.writers.batch_record import Batch, BatchRecord
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions

KEY, SERVER = {"OPENAI_API_KEY": "k"}, {"OPENAI_BASE_URL": "http://localhost:9/v1"}
NOTHING: dict[str, str] = {}


def chosen(
    root: Path, options: RunOptions, environment: dict[str, str], *, before: WriterRecord | None = None, model: str = ""
) -> Choice:
    path = root / "a.yaml"
    path.write_text("sources: [{path: a.md}]\n", encoding="utf-8")
    manifest = replace(load_manifest(path), model=ModelOptions(name=model))
    previous = Briefing("a", "A", "briefing", "en", Period(), before, (), (), Overview("", {})) if before else None
    return choose(manifest, options, environment, previous, Store(root), silent)


EMBEDDED, OLD = WriterRecord("extractive"), WriterRecord("openai", "old")


@pytest.mark.parametrize(
    ("options", "environment", "before", "model", "record"),
    [
        (RunOptions(), NOTHING, None, "", EMBEDDED),
        (RunOptions(), NOTHING, None, "named", EMBEDDED),
        (RunOptions(), NOTHING, EMBEDDED, "", EMBEDDED),
        (RunOptions(), KEY, None, "named", WriterRecord("openai", "named")),
        (RunOptions(), SERVER, None, "named", WriterRecord("openai", "named")),
        (RunOptions(model="asked"), KEY, None, "named", WriterRecord("openai", "asked")),
        (RunOptions(), {**KEY, "BRIEFING_MODEL": "set"}, None, "", WriterRecord("openai", "set")),
        (RunOptions(), {**KEY, "BRIEFING_MODEL": "set"}, None, "named", WriterRecord("openai", "named")),
        # a committed briefing stays with its model, unless another is named
        (RunOptions(), KEY, OLD, "", OLD),
        (RunOptions(), KEY, OLD, "named", WriterRecord("openai", "named")),
        (RunOptions(), NOTHING, OLD, "", OLD),
        (RunOptions(), NOTHING, OLD, "named", WriterRecord("openai", "named")),
        (RunOptions(engine="extractive"), KEY, OLD, "named", EMBEDDED),
        (RunOptions(engine="openai"), NOTHING, EMBEDDED, "named", WriterRecord("openai", "named")),
    ],
)
def test_who_writes(
    tmp_path: Path,
    options: RunOptions,
    environment: dict[str, str],
    before: WriterRecord | None,
    model: str,
    record: WriterRecord,
) -> None:
    assert chosen(tmp_path, options, environment, before=before, model=model).record == record


def test_what_a_model_wrote_is_not_written_anew_without_one(tmp_path: Path) -> None:
    choice = chosen(tmp_path, RunOptions(), NOTHING, before=OLD)
    choice.refuse()  # fresh sections need no key, so a run may begin
    with pytest.raises(ModelError) as caught:
        choice.make()
    assert "--engine extractive" in caught.value.hint


def test_a_writer_that_could_not_write_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ManifestError):
        chosen(tmp_path, RunOptions(engine="openai"), NOTHING, model="named").refuse()


def test_offline_counts_tokens_without_tables(tmp_path: Path) -> None:
    options = RunOptions(fetch=FetchOptions(offline=True))
    assert chosen(tmp_path, options, SERVER, model="gpt-4o").counted == ""
    assert chosen(tmp_path, RunOptions(), SERVER, model="gpt-4o").counted == "gpt-4o"


def test_replies_of_a_model_in_this_process_are_kept_by_the_name_of_its_file(tmp_path: Path) -> None:
    task = Task("2031-01", "", "en", (FieldSpec("idea", "prose", "Idea"),), Reading(()))
    kept = WriterOptions(ModelOptions("small.gguf"), Store(tmp_path), in_process=True)
    choice = chosen(tmp_path, RunOptions(engine="local", model=str(tmp_path / "models" / "small.gguf")), NOTHING)
    assert not choice.is_kept(task)
    KeptReplies(kept).put(task, '{"idea": [{"text": "It rose.", "cites": [1]}]}', ())
    assert choice.is_kept(task)


@pytest.mark.parametrize(
    ("idle", "where"),
    [
        (RunOptions(model="asked"), "--model"),
        (RunOptions(batch="hand in"), "--batch"),
        (RunOptions(batch="cancel"), "--cancel-batch"),
    ],
)
def test_what_is_for_a_model_is_not_ignored_where_none_is_asked(tmp_path: Path, idle: RunOptions, where: str) -> None:
    with pytest.raises(ManifestError) as caught:
        chosen(tmp_path, idle, NOTHING, model="named").refuse()
    assert (caught.value.where, "extractive" in caught.value.what) == (where, True)
    chosen(tmp_path, RunOptions(), NOTHING, model="named").refuse()
    chosen(tmp_path, replace(idle, engine="extractive"), NOTHING).refuse()  # who chose it knows
    chosen(tmp_path, idle, NOTHING, before=OLD).refuse()  # what a model wrote may be fresh


def test_what_is_with_a_batch_is_known_without_a_key(tmp_path: Path) -> None:
    task = Task("2031-01", "", "en", (FieldSpec("idea", "prose", "Idea"),), Reading(()))
    assert chosen(tmp_path, RunOptions(), NOTHING, before=OLD).handed_in() is None
    handed = WriterOptions(ModelOptions("old"), Store(tmp_path))
    BatchRecord(handed).save(Batch("file_0", "", {KeptReplies(handed).key(task): task.id}))
    writer = chosen(tmp_path, RunOptions(), NOTHING, before=OLD).handed_in()
    assert writer is not None
    for each in (task, replace(task, id="2031-02")):
        with pytest.raises(PutOff):
            writer.draft(each)
    assert writer.found == {"2031-01": "file_0"}
