"""Options of every command that may ask a model. In: a parser. Out: it, with them."""

import argparse
from collections.abc import Sequence
from contextlib import suppress

from briefing.steps.options import RunOptions
from briefing.writers.table import WRITERS, asks_model


def add_model_options(parser: argparse.ArgumentParser, engines: Sequence[str], who: str) -> None:
    """engines: those to choose from; who: what they are chosen for, in words."""
    defaults = RunOptions()
    add = parser.add_argument
    add("--engine", choices=("auto", *engines), default="auto", help=who)
    add("--model", default="", metavar="NAME", help="the model, as its server calls it (or set BRIEFING_MODEL)")
    add("--base-url", default="", metavar="URL", help="an OpenAI-compatible server (or set OPENAI_BASE_URL)")
    add("--jobs", type=positive, default=defaults.jobs, metavar="N", help="calls at once (default %(default)s)")
    add(
        "--timeout",
        type=above_0,
        default=defaults.timeout,
        metavar="S",
        help="seconds that one call of a model may take (default %(default).0f)",
    )
    add("--dry-run", action="store_true", help="show the calls, tokens and cost that it would take, and stop")
    add(
        "--budget-tokens",
        type=positive,
        metavar="N",
        help="stop before a call that could take this run beyond so many",
    )
    add("--budget-usd", type=above_0, metavar="X", help="the same in US dollars")


def add_judge_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--judge",
        action="store_true",
        help="ask a model, too, of each sentence in other words than the sources', whether they carry it",
    )
    parser.add_argument("--force", action="store_true", help="for --judge: ask anew, whatever replies are kept")
    engines = [name for name in WRITERS if asks_model(name)]
    who = "for --judge: a model behind a server, or one in this process (local: --model FILE.gguf)"
    add_model_options(parser, engines, who)


def idle_without_judge(options: argparse.Namespace) -> str:
    """One of the options that were given, and that say something to a judge alone; "" for none."""
    given = {
        "--engine": options.engine != "auto",
        "--model": options.model,
        "--base-url": options.base_url,
        "--dry-run": options.dry_run,
        "--force": options.force,
        "--budget-tokens": options.budget_tokens,
        "--budget-usd": options.budget_usd,
    }
    return next((name for name, value in given.items() if value), "")


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number, 1 or more, not {text!r}")
    return int(text)


def above_0(text: str) -> float:
    with suppress(ValueError):
        if 0 < (number := float(text)) < 1e6:
            return number
    raise argparse.ArgumentTypeError(f"must be a number above 0, not {text!r}")
