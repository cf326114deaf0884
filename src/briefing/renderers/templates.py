"""Templates of a style, filled in. In: a template's name and values. Out: text in which every value is escaped.

A style may come from a stranger: templates run in Jinja's sandbox, and every value passes `escape` on its way out.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel

from briefing.errors import ManifestError
from briefing.style import Style


def fill(style: Style, name: str, values: Mapping[str, object], *, markup: bool, finalize: Callable[[Any], Any]) -> str:
    """Fill the style's template of this name. markup: escape values for HTML. finalize: what happens to each value
    before. Raises ManifestError, with the line, where the template is not as it must be."""
    try:
        plain = {key: _plain(value) for key, value in values.items()}
        return str(_environment(style.folders, markup, finalize).get_template(name).render(plain))
    except Exception as error:  # a template can fail in any way that an expression can
        what = f"the template cannot be filled: {error or type(error).__name__}"
        hint = "docs/styles.md of briefing says what a template may use."
        raise ManifestError(what, where=_where(error, style, name), hint=hint) from error


def _plain(value: object) -> object:
    """Records and functions only: a pydantic model has methods that read files and run code, and a template may call
    what it sees, or what a partial holds."""
    if isinstance(value, partial):
        return lambda *given, **named: value(*given, **named)
    return SimpleNamespace(**value.model_dump()) if isinstance(value, BaseModel) else value


@cache
def _environment(folders: tuple[str, ...], markup: bool, finalize: Callable[[Any], Any]) -> Any:
    from jinja2 import FileSystemLoader, StrictUndefined  # 40 ms, which `briefing --help` does not need

    from briefing.renderers.compiled import compiled_templates  # jinja2 too
    from briefing.renderers.sandbox import Sandbox

    kind = f"{'html' if markup else 'text'}-{finalize.__module__}.{finalize.__qualname__}"
    return Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=markup,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(kind),
    )


def _where(error: Exception, style: Style, name: str) -> str:
    """File and line of a template's error: its own word, or the last frame of the traceback that is in a template."""
    folders = tuple(style.folders)
    place = str(style.first(name))
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(folders):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    if line := getattr(error, "lineno", None):
        place = f"{getattr(error, 'filename', None) or style.first(name)}:{line}"
    return place
