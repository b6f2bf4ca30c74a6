"""The spaCy component ``goldwire_events``: it sets the events that an ontology's rules find on every Doc.

``nlp.add_pipe("goldwire_events", config={"ontology": "path/to/ontology"})``; then ``doc._.goldwire_findings`` holds
them with offsets in the Doc's text, and ``doc._.goldwire_proposals`` the same as proposals over that text.
"""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from annotations import ontology as ontologies
from annotations.extraction.clauses.text import Text
from annotations.extraction.events.attribution import asides
from annotations.extraction.events.findings import Finding, findings
from annotations.extraction.parsing.attachment import attach
from annotations.extraction.parsing.coordination import coordinate
from annotations.extraction.parsing.headlines import Headlines
from annotations.extraction.parsing.parse import Parse, Strings
from annotations.extraction.parsing.pipeline import keep_whole
from annotations.extraction.parsing.repairs import repair
from annotations.extraction.rulebook import grammar, lexicon
from annotations.extraction.weighing import confidence
from annotations.model import Proposal, content_id

FACTORY = "goldwire_events"


class EventRules:
    """The component: the rules of one ontology over parsed Docs. It reads tagger, parser and entities."""

    def __init__(self, nlp: Language, ontology: Path) -> None:
        self.ontology = ontologies.load(ontology)
        self.lexicon = lexicon.load(self.ontology)
        self.grammar = grammar.load(self.ontology, self.lexicon.classes)
        self.confidence = confidence.load(self.ontology)
        self._strings = Strings(self.grammar.tokens)
        self._headlines = Headlines(self.lexicon, self.grammar)
        keep_whole(nlp, self.grammar.tokens)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``goldwire_findings``."""
        doc._.goldwire_findings = tuple(self.findings(self.text(doc)))
        return doc

    def findings(self, text: Text) -> Iterator[Finding]:
        """The events of a text, one for each trigger and type, in text order."""
        return findings(text, self.ontology, self.lexicon, self.confidence)

    def text(self, doc: Doc) -> Text:
        """The Doc as the rules read it."""
        parse = Parse(doc, self._strings)
        if doc._.goldwire_headline:
            self._headlines.repair(parse)
        repair(parse, self.grammar, doc._.goldwire_headline)
        coordinate(parse, self.grammar, doc._.goldwire_headline)
        attach(parse, self.grammar)
        text = Text(parse, self.grammar, doc._.goldwire_headline)
        text.asides = asides(text)
        return text


@Language.factory(
    FACTORY,
    default_config={"ontology": str(ontologies.DEFAULT)},
    requires=["token.tag", "token.dep", "token.head", "token.lemma", "doc.ents"],
    assigns=["doc._.goldwire_findings"],
)
def create(nlp: Language, name: str, ontology: str) -> EventRules:
    """Make the component; ``ontology`` is the folder of an ontology with its lexicon and grammar.

    Raises:
        OntologyError: one of the ontology's files is missing or wrong.
    """
    return EventRules(nlp, Path(ontology))


def _proposals(doc: Doc) -> tuple[Proposal, ...]:
    found: tuple[Finding, ...] = doc._.goldwire_findings
    return tuple(finding.proposal(content_id(doc.text), doc.text, 0) for finding in found)


def _register() -> None:
    if not Doc.has_extension("goldwire_findings"):
        Doc.set_extension("goldwire_findings", default=())
        Doc.set_extension("goldwire_headline", default=False)
        Doc.set_extension("goldwire_proposals", getter=_proposals)


_register()
