"""The extractor that goldwire brings: its name, and how a process makes it. Importing this imports no parser."""

from dataclasses import dataclass
from pathlib import Path

from annotations.extraction.extractor import Extractor
from annotations.ontology import load

NAME = "rules"
"""What its proposals are known by."""


@dataclass(frozen=True, slots=True)
class MakeRules:
    """Makes the rules over a spaCy pipeline."""

    ontology: Path
    """The ontology's folder."""
    model: str | None = None
    """The pipeline's name or path; None is the one that goldwire brings."""

    def __call__(self) -> Extractor:
        """The extractor, ready.

        Raises:
            ExtractorError: there is no such pipeline.
            OntologyError: the ontology or its lexicon is malformed.
        """
        # Importing spaCy takes a second, and only the process that proposes needs it.
        from annotations.extraction.pipeline import DEFAULT_MODEL, load_pipeline  # noqa: PLC0415
        from annotations.extraction.rules import RulesExtractor  # noqa: PLC0415

        return RulesExtractor(load(self.ontology), load_pipeline(self.model or DEFAULT_MODEL))
