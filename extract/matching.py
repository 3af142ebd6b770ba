"""The copy of a text that rules are matched on; see `corpus.unified`, which search compares texts by as well."""

from corpus.unified import fold

__all__ = ["fold"]
