"""Compiled templates are kept for the next process; where they cannot be, or are damaged, nothing else changes."""

import tempfile
from pathlib import Path

import pytest
from jinja2 import Environment

from briefing.renderers.compiled import compiled_templates

TEXT = "{% for n in [1, 2] %}{{ n }}{% endfor %}"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def filled() -> str:
    environment = Environment(bytecode_cache=compiled_templates("text"), autoescape=True)
    code = environment.bytecode_cache
    assert code is not None
    bucket = code.get_bucket(environment, "t", None, TEXT)
    if bucket.code is None:
        bucket.code = environment.compile(TEXT, "t")
        code.set_bucket(bucket)
    return environment.template_class.from_code(environment, bucket.code, {}).render()


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.glob("_jinja2-cache-*/*") if path.is_file()]


def test_they_are_kept_for_the_user_alone(temporary: Path) -> None:
    assert filled() == "12"
    (path,) = kept(temporary)
    before = path.stat().st_mtime_ns
    assert filled() == "12"
    assert path.stat().st_mtime_ns == before, "what is kept is not compiled anew"
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x00" * 40, None], ids=["empty", "short", "zeros", "cut"])
def test_what_is_damaged_is_compiled_anew(temporary: Path, damage: bytes | None) -> None:
    filled()
    (path,) = kept(temporary)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20] if damage is None else damage)
    assert filled() == "12"
    assert path.read_bytes() == whole


def test_without_a_safe_place_there_is_none(temporary: Path) -> None:
    filled()
    (folder,) = temporary.glob("_jinja2-cache-*")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.symlink_to(temporary / "elsewhere")
    (temporary / "elsewhere").mkdir()
    assert compiled_templates("text") is None


@pytest.mark.usefixtures("temporary")
def test_what_is_compiled_for_one_kind_is_nothing_to_another() -> None:
    first, second = compiled_templates("html"), compiled_templates("text")
    environment = Environment(autoescape=True)
    assert first is not None
    assert second is not None
    bucket = first.get_bucket(environment, "t", None, TEXT)
    bucket.code = environment.compile(TEXT, "t")
    first.set_bucket(bucket)
    assert second.get_bucket(environment, "t", None, TEXT).code is None
