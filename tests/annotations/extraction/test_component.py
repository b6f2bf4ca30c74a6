"""The spaCy component: a registered factory with typed config, in any pipeline."""

import pytest
from spacy.language import Language

from annotations.errors import OntologyError
from annotations.extraction.component import FACTORY
from annotations.extraction.parsing.pipeline import load_pipeline
from annotations.model import content_id
from annotations.ontology import DEFAULT


@pytest.fixture(scope="module")
def with_component() -> Language:
    nlp = load_pipeline()
    nlp.add_pipe(FACTORY, config={"ontology": str(DEFAULT)})
    return nlp


def test_the_component_sets_proposals_on_the_doc(with_component: Language) -> None:
    doc = with_component("Rebels shelled Gao on Monday.")
    (proposal,) = doc._.goldwire_proposals
    assert proposal.event.article == content_id(doc.text)
    assert doc.text[proposal.event.trigger.start : proposal.event.trigger.end] == "shelled"


def test_the_component_works_in_a_stream(with_component: Language) -> None:
    texts = ["Rebels shelled Gao.", "Nothing happened.", "Troops withdrew from Kidal."]
    assert [len(doc._.goldwire_findings) for doc in with_component.pipe(texts)] == [1, 0, 1]


def test_the_config_is_typed(with_component: Language) -> None:
    assert with_component.get_pipe_config(FACTORY)["ontology"] == str(DEFAULT)
    with pytest.raises(ValueError, match="ontology"):
        load_pipeline().add_pipe(FACTORY, config={"ontology": 3})


def test_a_folder_without_an_ontology_is_refused() -> None:
    with pytest.raises(OntologyError, match="an ontology is a folder"):
        load_pipeline().add_pipe(FACTORY, config={"ontology": "/nowhere"})


def test_the_component_says_what_it_needs_and_gives(with_component: Language) -> None:
    meta = with_component.get_pipe_meta(FACTORY)
    assert "token.dep" in meta.requires
    assert meta.assigns == ["doc._.goldwire_findings"]
