"""How a process makes the extractor that goldwire brings. Importing this imports no parser."""

from pathlib import Path
from typing import NamedTuple

from annotations.extraction import NAME, VERSION
from annotations.extraction.extractor import Extractor
from annotations.extraction.identity import DEFAULT_MODEL, Identity, model_identity, rules_hash
from annotations.ontology import load


class MakeRules(NamedTuple):
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
        from annotations.extraction.parsing.pipeline import load_pipeline  # noqa: PLC0415
        from annotations.extraction.rules import RulesExtractor  # noqa: PLC0415

        return RulesExtractor(load(self.ontology), load_pipeline(self.model or DEFAULT_MODEL))

    def identity(self) -> Identity | None:
        """What the extractor will be known by; None where only the pipeline itself can say.

        Raises:
            OntologyError: there is no such ontology, or it is malformed.
        """
        model = model_identity(self.model or DEFAULT_MODEL)
        return None if model is None else Identity(NAME, VERSION, model, rules_hash(load(self.ontology)))
