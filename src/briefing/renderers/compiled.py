"""Compiled templates, kept where Jinja keeps them: a folder of the user's own, under the system's for temporary files.
In: what Jinja has compiled. Out: the same, in a later process, which then need not parse and compile: 60 ms a run.

Never in the project: who could write there could have code run. Jinja refuses a folder that is another user's, or that
others may write to; then, as wherever nothing can be kept or read back, templates are compiled each time.
"""

from contextlib import suppress

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from briefing import __version__


class CompiledTemplates(FileSystemBytecodeCache):
    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # what is damaged can fail in any way
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(kind: str) -> CompiledTemplates | None:
    """Of environments of this kind: what is compiled depends on their settings. None where there is no safe place."""
    pattern = f"briefing-{__version__}-jinja-{jinja2.__version__}-{kind}-%s"
    try:
        return CompiledTemplates(pattern=pattern)
    except (OSError, RuntimeError):
        return None
