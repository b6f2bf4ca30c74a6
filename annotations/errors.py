"""Errors whose text is the sentence the user sees: what, where, what to do."""


class GoldwireError(Exception):
    """A refusal. Its text is one line, and the command that meets it ends with exit code 1."""


class SpanError(GoldwireError):
    """A span that lies outside its article's text or carries other text than the article has there."""


class SourceError(GoldwireError):
    """A source that cannot be read: missing, undecodable, empty, or too large in one line."""


class RecordError(GoldwireError):
    """A line of a JSONL file that is not a record."""


class OntologyError(GoldwireError):
    """An ontology, lexicon or event that breaks the ontology's rules."""


class ExtractorError(GoldwireError):
    """An extractor or pipeline that is missing or cannot run."""


class StoreError(GoldwireError):
    """A database that cannot be opened, is of a newer version, or refuses a change."""


class StoppedError(StoreError):
    """Reading was ended by who asked for it."""
