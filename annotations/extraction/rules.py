"""The extractor ``rules``: an ontology's lexicon and grammar over a spaCy pipeline, article by article."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from annotations.extraction import NAME, VERSION
from annotations.extraction.analysis import Collected
from annotations.extraction.component import EventRules
from annotations.extraction.extractor import Proposed
from annotations.extraction.identity import rules_hash
from annotations.extraction.parsing.pipeline import model_name
from annotations.extraction.parsing.segments import segments
from annotations.model import Article, Proposal
from annotations.ontology import Ontology

ARTICLES_AHEAD = 8
SEGMENTS_AHEAD = 64
"""Segments that are parsed together; memory grows with it, not with the length of an article."""


class RulesExtractor:
    """Proposes events by the rules beside an ontology.

    Attributes:
        name: what its proposals are known by.
        version: of the program.
        model: name and version of the pipeline.
        rules_hash: of the ontology, lexicon, grammar and confidence files.
    """

    name = NAME
    version = VERSION

    def __init__(self, ontology: Ontology, nlp: Language) -> None:
        """Read the rules beside ``ontology``; ``nlp`` is a pipeline of ``load_pipeline``.

        Raises:
            OntologyError: a file of the rules is missing or wrong.
        """
        self._nlp = nlp
        self._rules = EventRules(nlp, ontology.folder)
        self.ontology = self._rules.ontology
        self.model = model_name(nlp)
        self.rules_hash = rules_hash(self.ontology)

    def propose(self, articles: Iterable[Article], batch_size: int = ARTICLES_AHEAD) -> Iterator[Proposed]:
        """Each article with its analysis and proposals, in their order; ``batch_size`` articles are read ahead."""
        stream = iter(articles)
        while batch := list(islice(stream, batch_size)):
            yield from self._propose(batch)

    def _propose(self, batch: list[Article]) -> Iterator[Proposed]:
        ids = [article.id for article in batch]
        current = 0
        collected, proposals = Collected(), list[Proposal]()
        for doc, (number, offset) in self._nlp.pipe(self._docs(batch), as_tuples=True, batch_size=SEGMENTS_AHEAD):
            while current < number:
                yield batch[current], collected.analysis(), tuple(proposals)
                current, collected, proposals = current + 1, Collected(), []
            text = self._rules.text(doc)
            collected.add(text, offset)
            proposals.extend(
                found.proposal(ids[number], batch[number].text, offset) for found in self._rules.findings(text)
            )
        for article in batch[current:]:
            yield article, collected.analysis(), tuple(proposals)
            collected, proposals = Collected(), []

    def _docs(self, batch: list[Article]) -> Iterator[tuple[Doc, tuple[int, int]]]:
        for number, article in enumerate(batch):
            for segment in segments(article, self._rules.lexicon.by_form):
                doc = self._nlp.make_doc(segment.text)
                doc._.goldwire_headline = segment.zone == "headline"
                yield doc, (number, segment.start)
