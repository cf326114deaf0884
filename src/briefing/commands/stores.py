"""The option of every command that finds a briefing in a store. In: parsed arguments. Out: its address."""

import argparse

from briefing.remote import address_of


def add_store_option(parser: argparse.ArgumentParser, what: str = "") -> None:
    """what: it is for, where it is not what run has kept that is looked for."""
    about = what or "as in run: caches and outputs are looked for there"
    parser.add_argument("--store", metavar="URL", help=f"{about}: s3://…, gs://…, a shared folder")


def store_of(options: argparse.Namespace) -> str:
    """Its address, "" for none. Raises ManifestError for what is no address."""
    return "" if options.store is None else address_of(options.store)
