"""Options of every command that reads sources. In: parsed arguments. Out: what a fetch is allowed."""

import argparse

from briefing.fetchers.base import FetchOptions


def add_fetch_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--offline", action="store_true", help="use no network: kept pages and replies, fallbacks, files")
    add("--refresh", action="store_true", help="fetch every page again, whatever is kept")
    add(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="fetch from this private or local host too; may be repeated",
    )


def fetch_options(options: argparse.Namespace) -> FetchOptions:
    return FetchOptions(
        offline=options.offline, refresh=options.refresh, allow_hosts=frozenset(map(str.lower, options.allow_host))
    )
