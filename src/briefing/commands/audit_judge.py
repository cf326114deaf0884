"""`briefing audit --judge`. In: parsed arguments, what the rules found, and the sources. Out: the same with what a
model finds, what that cost, and why it could not be asked, if so."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec.structs import replace

from briefing import tokens
from briefing.audit.corpus import Corpus
from briefing.audit.indexed import Indexed
from briefing.audit.model_judge import ModelJudge
from briefing.commands.summary import cost, count
from briefing.errors import ManifestError, ModelError
from briefing.model import Budget, ModelOptions
from briefing.renderers.cleaning import clean
from briefing.reports.audit_findings import Audit
from briefing.store import Store
from briefing.style import load_style
from briefing.writers.anew import Anew
from briefing.writers.base import Writer
from briefing.writers.commons import Commons
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions, configured, engine
from briefing.writers.prices import price
from briefing.writers.table import asks_model, in_process, make_writer, refuse_what_lacks

_NAME = "audit"
_STYLE = "briefing"  # its prompts are the base's, or the project's own
_LONGEST = 1500  # tokens of a reply of a model in this process: more is a weak one repeating itself, for minutes


class Asking:
    """The judge that the options name. Made before anything is read: it raises ManifestError where there is no model
    to ask."""

    def __init__(self, options: argparse.Namespace, model: ModelOptions) -> None:
        """model: what a manifest says of it, where there is one."""
        here = in_process(options.engine)
        # a manifest may come from a stranger, and must not choose a file that is loaded
        named = replace(model, name=options.model or ("" if here else model.name))
        setup = WriterOptions(
            model=replace(named, max_tokens=min(named.max_tokens, _LONGEST)) if here else named,
            store=Store(Path.cwd()),
            jobs=options.jobs,
            base_url=options.base_url,
            in_process=here,
            offline=options.offline,
            briefing=_NAME,
            fresh=options.force,
            commons=Commons(Budget(options.budget_tokens, options.budget_usd)),
            timeout=options.timeout,
            say=_say,
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
        self.style = load_style(_STYLE, str(Path.cwd()))

    def judged(self, audit: Audit, sources: Sequence[Indexed]) -> tuple[Audit, ModelError | None]:
        """Says on stderr what it cost, calls that brought nothing included."""
        with self._judge(sources) as judge:
            made = judge.judged(audit)
        if not judge.broken_off:
            Anew(self.setup.store, _NAME).end()  # the next --force asks anew again
        usage = self.setup.commons.ledger.total
        parts = [count(usage.calls, "call"), f"{usage.input_tokens + usage.output_tokens:,} tokens", cost(usage.usd)]
        kept = [f"{usage.cached} kept"] if usage.cached else []
        _say(f"{made.judge} was asked of {count(made.asked, 'sentence')}: {', '.join([*parts, *kept])}")
        return made, judge.failure

    def expected(self, audit: Audit, sources: Sequence[Indexed]) -> str:
        """What asking would cost."""
        with self._judge(sources) as judge:
            calls = [call for call in judge.calls(audit) if call.fits]
            name, counted = judge.writer.model, judge.model.name
        kept = KeptReplies(replace(self.setup, model=replace(self.setup.model, name=name)))
        paid = [call for call in calls if kept.get(call.task) is None]
        ingoing = sum(tokens.count(message.content, counted) for call in paid for message in call.task.messages)
        outgoing = sum(call.likely_output for call in paid)
        usd = price(name, self.setup.address, ingoing, outgoing) if paid else 0.0
        about = "" if counted and tokens.is_exact(counted) else "about "
        asked = f"{name} would be asked of {count(sum(len(call.numbers) for call in calls), 'sentence')}"
        known = f" ({len(calls) - len(paid)} more kept)" if len(paid) < len(calls) else ""
        spent = f"{about}{ingoing:,} tokens in, some {outgoing:,} out, {cost(usd)}"
        return f"{asked}: {count(len(paid), 'call')}{known}, {spent}"

    @contextmanager
    def _judge(self, sources: Sequence[Indexed]) -> Iterator[ModelJudge]:
        with closing(make_writer(self.engine, self.setup)) as writer:
            yield ModelJudge(Corpus(sources), writer, self.style, self._model(writer), self.setup.jobs)

    def _model(self, writer: Writer) -> ModelOptions:
        """With the window that the writer knows; and nothing is fetched to count by, where nothing may be."""
        model = self.setup.model
        window = min(model.window, writer.window) if writer.window else model.window
        return replace(model, name="" if self.setup.offline else model.name, window=window)


def _say(line: str) -> None:
    print(clean(line), file=sys.stderr)
