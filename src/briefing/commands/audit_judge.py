"""`briefing audit --judge`. In: parsed arguments, what the rules found, and the sources. Out: the same with what a
model finds, what that cost, and why it could not be asked, if so."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from briefing.audit.corpus import Corpus, Indexed
from briefing.audit.model_judge import ModelJudge
from briefing.commands.summary import cost, count
from briefing.errors import ManifestError, ModelError
from briefing.model import ModelOptions
from briefing.reports.audit_findings import Audit
from briefing.store import Store
from briefing.style import load_style
from briefing.writers.options import WriterOptions, configured, engine
from briefing.writers.table import asks_model, in_process, make_writer, refuse_what_lacks

_STYLE = "briefing"  # its prompts are the base's, or the project's own


class Asking:
    """The judge that the options name. Made before anything is read: it raises ManifestError where there is no model
    to ask."""

    def __init__(self, options: argparse.Namespace) -> None:
        setup = WriterOptions(
            model=ModelOptions(options.model),
            store=Store(Path.cwd()),
            jobs=options.jobs,
            base_url=options.base_url,
            in_process=in_process(options.engine),
            offline=options.offline,
            briefing="audit",
            timeout=options.timeout,
            say=lambda line: print(line, file=sys.stderr),
        )
        self.setup = configured(setup, os.environ)
        self.engine = engine(options.engine, self.setup)
        if not asks_model(self.engine):
            hint = (
                "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or take --engine local --model "
                "FILE.gguf. Without --judge, the rules alone are asked, and need neither."
            )
            raise ManifestError("there is no model to judge", where="--judge", hint=hint)
        refuse_what_lacks(self.engine, self.setup)

    def judged(self, audit: Audit, sources: Sequence[Indexed]) -> tuple[Audit, ModelError | None]:
        """Says on stderr what it cost."""
        style = load_style(_STYLE, str(Path.cwd()))
        with closing(make_writer(self.engine, self.setup)) as writer:
            judge = ModelJudge(Corpus(sources), writer, style, self.setup.model, self.setup.jobs)
            made = judge.judged(audit)
        usage = judge.usage
        parts = [count(usage.calls, "call"), f"{usage.input_tokens + usage.output_tokens:,} tokens", cost(usage.usd)]
        kept = [f"{usage.cached} kept"] if usage.cached else []
        asked = f"{self.setup.model.name} was asked of {count(judge.asked, 'sentence')}"
        print(f"{asked}: {', '.join([*parts, *kept])}", file=sys.stderr)
        return made, judge.failure
