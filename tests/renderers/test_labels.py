"""The words of the page: every language has them all, and what is missing is English."""

from pathlib import Path

import pytest
import yaml

from briefing.errors import ManifestError
from briefing.renderers.labels import Labels, direction_of, language_of, load_labels
from briefing.style import load_style, roots

BASE = next(root / "base" for root in roots("") if (root / "base" / "labels.yaml").is_file())
LANGUAGES = yaml.safe_load((BASE / "labels.yaml").read_text(encoding="utf-8"))["languages"]
STYLES = sorted({path.parent.name for root in roots("") for path in root.glob("*/style.yaml")})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_there(language: str) -> None:
    assert {name for name in Labels.model_fields if name != "fields"} <= set(LANGUAGES[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_there(language: str) -> None:
    for name, english in LANGUAGES["en"].items():
        for word in ("{model}", "{number}", "{passages}", "{characters}", "{sections}", "{all}", "{share}", "{fields}"):
            assert (word in english) == (word in LANGUAGES[language].get(name, ""))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_labels_of_the_built_in_styles_are_translated(style: str, language: str) -> None:
    loaded = load_style(style, "")
    labels = load_labels(loaded.folders, language)
    wanted = {loaded.label, *(spec.label for spec in (*loaded.section, *loaded.overview))}
    wanted |= {spec.group.label for spec in (*loaded.section, *loaded.overview) if spec.group}
    assert wanted <= set(labels.fields)


def test_the_nearest_language_is_taken() -> None:
    folders = (str(BASE),)
    assert load_labels(folders, "de-ch").sources == "Quellen"
    assert load_labels(folders, "tlh").sources == "Sources"
    assert load_labels(folders, "ko").field("Quote") == "인용"
    assert load_labels(folders, "ko").field("Motto") == "Motto"


def test_a_style_adds_its_own(tmp_path: Path) -> None:
    (tmp_path / "labels.yaml").write_text("languages: {de: {sources: Herkunft, fields: {Motto: Wahlspruch}}}")
    labels = load_labels((str(tmp_path), str(BASE)), "de")
    assert (labels.sources, labels.findings) == ("Herkunft", "Befunde")
    assert (labels.field("Motto"), labels.field("Quote")) == ("Wahlspruch", "Zitat")


def test_a_mistake_is_one_message_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "labels.yaml").write_text("languages:\n  de:\n    source: Herkunft\n")
    with pytest.raises(ManifestError) as caught:
        load_labels((str(tmp_path),), "de")
    assert "labels.yaml:3" in str(caught.value)
    assert "sources" in str(caught.value)


@pytest.mark.parametrize(
    ("tag", "language", "direction"),
    [
        ("en", "en", "ltr"),
        ("AR-eg", "ar-eg", "rtl"),
        ("he", "he", "rtl"),
        ("", "en", "ltr"),
        ('en"><script>', "en", "ltr"),
    ],
)
def test_tags(tag: str, language: str, direction: str) -> None:
    assert (language_of(tag), direction_of(language_of(tag))) == (language, direction)
