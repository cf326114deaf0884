"""How well `briefing audit` tells true statements from planted errors, beside other tools on the same quotations.

    python benchmarks/audit [--write] [--peers] [--corpus DIR] [--speed] [--failures FILE] [--list]

The set is in sources/ and statements/; planting.py multiplies it. Prints Markdown tables; --write puts them into
docs/benchmarks/audit.md. --peers runs the other tools too, each in an environment of its own, which pip makes in the
cache folder of the user. --corpus makes statements in the same ways of all articles in DIR. --speed measures time.
--list prints the records, a line of JSON each.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.audit import articles, checkers, figures, speed  # noqa: E402
from benchmarks.audit.documents import papers  # noqa: E402
from benchmarks.audit.planting import all_records  # noqa: E402
from benchmarks.audit.records import FOLDER, HELD_OUT, Record, sources  # noqa: E402

from briefing.model import Document  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "audit.md"
START = "<!-- figures: written by benchmarks/audit -->\n"
AUDIT = "`briefing audit`"


def measured(
    records: Sequence[Record],
    documents: Mapping[str, Document],
    titles: Mapping[str, str],
    texts: Mapping[str, str] | None,
) -> dict[str, figures.Outcomes]:
    """By the name of the checker, what it says of the records. texts: for the peers, which are left out without."""
    said: dict[str, figures.Outcomes] = {AUDIT: checkers.by_audit(papers(records, titles), documents)}
    for peer in checkers.PEERS if texts is not None else ():
        said[peer.label] = checkers.by_peer(peer, records, texts or {})
    return said


def section(title: str, records: Sequence[Record], said: Mapping[str, figures.Outcomes]) -> str:
    errors = sum(r.error for r in records)
    return "\n\n".join(
        (
            f"## {title}",
            f"{len(records)} statements: {errors} planted errors, {len(records) - errors} true.",
            figures.goal(records, said[AUDIT]),
            figures.totals(records, said),
            figures.halves(records, said[AUDIT]),
            "Errors found, by kind:",
            figures.by_kind(records, said, True),
            "True statements accused, by kind:",
            figures.by_kind(records, said, False),
        )
    )


def own(title: str, folder: Path, peers: bool) -> tuple[str, str]:
    """The section, and what went wrong."""
    found, records = sources(folder), all_records(folder)
    documents = {name: checkers.document(name, source.text) for name, source in found.items()}
    titles = {name: source.title for name, source in found.items()}
    texts = {name: source.plain for name, source in found.items()} if peers else None
    said = measured(records, documents, titles, texts)
    return section(title, records, said), figures.failures(records, said[AUDIT])


def of_corpus(folder: Path) -> tuple[str, str]:
    found = articles.read(folder)
    records = articles.records(found)
    titles = {name: article.source.title for name, article in found.items()}
    said = measured(records, {name: article.document for name, article in found.items()}, titles, None)
    return section(f"Articles of others: {len(found)}", records, said), figures.failures(records, said[AUDIT])


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks/audit.md")
    parser.add_argument("--peers", action="store_true", help="run the other tools too")
    parser.add_argument("--corpus", type=Path, help="a folder of articles to make statements of")
    parser.add_argument("--speed", action="store_true", help="measure the time, and how it grows")
    parser.add_argument("--failures", type=Path, help="write what went wrong to this file")
    parser.add_argument("--list", action="store_true", help="print the records and nothing else")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    if options.list:
        for record in [*all_records(), *all_records(HELD_OUT)]:
            print(json.dumps(asdict(record), ensure_ascii=False))
        return
    results = [own("The set", FOLDER, options.peers)] + ([of_corpus(options.corpus)] if options.corpus else [])
    held_out, _ = own("Held out", HELD_OUT, options.peers)  # what went wrong there is not told
    parts = [made for made, _ in results]
    parts[1:1] = [held_out]
    parts += [speed.section()] if options.speed else []
    if options.peers:
        versions = {peer.package: checkers.version(peer.package) for peer in checkers.PEERS}
        parts.insert(0, "Peers: " + ", ".join(f"{name} {number}" for name, number in versions.items()) + ".")
    report = "\n\n".join(parts) + "\n"
    print(report)
    if options.failures:
        options.failures.write_text("\n## Articles of others\n\n".join(wrong for _, wrong in results), encoding="utf-8")
    if options.write:
        before = PAGE.read_text(encoding="utf-8").partition(START)[0]
        PAGE.write_text(f"{before}{START}\n{report}", encoding="utf-8")


if __name__ == "__main__":
    main()
