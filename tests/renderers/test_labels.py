"""The words of the page: every language has them all, and what is missing is English."""

from pathlib import Path

import pytest
import yaml

from briefing.errors import ManifestError
from briefing.renderers.labels import Labels, direction_of, language_of, load_labels
from briefing.style import Style, load_style, roots

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
    assert loaded.labels <= set(load_labels(loaded, language).fields)


def test_the_nearest_language_is_taken() -> None:
    style = load_style("briefing", "")
    assert load_labels(style, "de-ch").sources == "Quellen"
    assert load_labels(style, "tlh").sources == "Sources"
    assert load_labels(style, "ko").field("Quote") == "인용"
    assert load_labels(style, "ko").field("Motto") == "Motto"


def own(project: Path, labels: str) -> Style:
    """A style of the project with these labels."""
    folder = project / "prompts" / "motto"
    folder.mkdir(parents=True)
    style = "section: [{key: motto, kind: quote, label: Motto}, {key: quote, kind: quote, label: Quote}]\noverview: []"
    (folder / "style.yaml").write_text(f"label: Calendar\nguide: A leaf a day.\n{style}\n")
    (folder / "labels.yaml").write_text(labels)
    load_style.cache_clear()
    return load_style("motto", str(project))


@pytest.mark.parametrize("tag", ["de", "DE"])
def test_a_style_adds_its_own(project: Path, tag: str) -> None:
    style = own(
        project, f"languages: {{{tag}: {{sources: Herkunft, fields: {{Motto: Wahlspruch, Calendar: Kalender}}}}}}"
    )
    labels = load_labels(style, "de")
    assert (labels.sources, labels.findings) == ("Herkunft", "Befunde")
    assert (labels.field("Motto"), labels.field("Quote")) == ("Wahlspruch", "Zitat")


@pytest.mark.parametrize(
    ("labels", "line", "says"),
    [
        ("languages:\n  de:\n    source: Herkunft\n", 3, "'source' (did you mean 'sources'?)"),
        ("languages:\n  german: {}\n", 2, "'german' is no language tag"),
        ("languages:\n  de:\n    fields:\n      Moto: Leitwort\n", 4, "no label 'Moto' (did you mean 'Motto'?)"),
        ("languages:\n  de:\n    fields:\n      Key item: Leitwort\n", 4, "the style has no label 'Key item'"),
    ],
)
def test_a_mistake_is_one_message_with_its_line(project: Path, labels: str, line: int, says: str) -> None:
    style = own(project, labels)
    with pytest.raises(ManifestError) as caught:
        load_labels(style, "fr")
    assert caught.value.where == f"{project / 'prompts' / 'motto' / 'labels.yaml'}:{line}"
    assert says in str(caught.value)


def test_templates_of_its_own_may_ask_for_labels_of_their_own(project: Path) -> None:
    style = own(project, "languages: {de: {fields: {Imprint: Impressum}}}")
    (project / "prompts" / "motto" / "page.html.j2").write_text("{{ labels.field('Imprint') }}")
    assert load_labels(style, "de").field("Imprint") == "Impressum"


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
