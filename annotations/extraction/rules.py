"""The extractor ``rules``: an ontology's lexicon and grammar over a spaCy pipeline, article by article."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from annotations.extraction.analysis import Collected
from annotations.extraction.builtin import NAME
from annotations.extraction.component import EventRules
from annotations.extraction.extractor import Proposed
from annotations.extraction.pipeline import model_name
from annotations.extraction.segments import segments
from annotations.model import Article, Proposal
from annotations.ontology import Ontology

VERSION = "1"
"""Changes whenever the program would propose other events from the same rules and model."""
ARTICLES_AHEAD = 8
_SEGMENTS_AHEAD = 64
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
        self.rules_hash = rules_hash(self._rules)

    def propose(self, articles: Iterable[Article], batch_size: int = ARTICLES_AHEAD) -> Iterator[Proposed]:
        """Each article with its analysis and proposals, in their order; ``batch_size`` articles are read ahead."""
        stream = iter(articles)
        while batch := list(islice(stream, batch_size)):
            yield from self._propose(batch)

    def _propose(self, batch: list[Article]) -> Iterator[Proposed]:
        ids = [article.id for article in batch]
        current = 0
        collected, proposals = Collected(), list[Proposal]()
        for doc, (number, offset) in self._nlp.pipe(self._docs(batch), as_tuples=True, batch_size=_SEGMENTS_AHEAD):
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


def rules_hash(rules: EventRules) -> str:
    """A hash of every file that decides what the rules propose, by name and content."""
    folder = rules.ontology.folder
    files = [folder / "ontology.toml", *rules.lexicon.files, rules.grammar.file, folder / "confidence.toml"]
    digest = hashlib.sha256()
    for file in files:
        if file.exists():
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
