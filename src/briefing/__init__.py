"""Briefings whose every sentence leads to the sentence of the source that carries it."""

__version__ = "0.1.0"
