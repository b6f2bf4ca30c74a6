"""Loading the spaCy pipeline: by name, by path, and what a refusal says."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from annotations.errors import ExtractorError
from annotations.extraction.parsing.pipeline import keep_whole, load_pipeline, model_name


def test_the_default_pipeline_is_the_one_the_project_brings(pipeline: Language) -> None:
    assert model_name(pipeline).startswith("en_core_web_sm")
    assert model_name(pipeline).endswith("3.8.0")


def test_a_pipeline_is_loaded_from_a_folder(pipeline: Language, tmp_path: Path) -> None:
    pipeline.to_disk(tmp_path / "mine")
    assert model_name(load_pipeline(str(tmp_path / "mine"))) == model_name(pipeline)


def test_a_missing_pipeline_is_one_line_that_says_how_to_get_it() -> None:
    with pytest.raises(ExtractorError) as refusal:
        load_pipeline("en_core_web_huge")
    assert str(refusal.value) == (
        "no spaCy pipeline 'en_core_web_huge': pip install en_core_web_huge brings it, --model names another"
    )


def test_a_pipeline_that_goes_by_another_name_is_named_by_what_brings_it() -> None:
    with pytest.raises(ExtractorError, match="pip install en-core-web-lg brings it"):
        load_pipeline("en-core-web-lg")


def test_a_folder_that_is_no_pipeline_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExtractorError, match="cannot be loaded") as refusal:
        load_pipeline(str(tmp_path))
    assert "\n" not in str(refusal.value)


def test_a_module_that_is_no_pipeline_is_refused() -> None:
    with pytest.raises(ExtractorError, match="cannot be loaded"):
        load_pipeline("json")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ExtractorError, match="has no tagger, parser, ner, lemmatizer"):
        load_pipeline(str(tmp_path / "blank"))


def test_words_are_kept_whole_in_every_case_of_letters(pipeline: Language) -> None:
    keep_whole(pipeline, ["cease-fire"])
    for form in ("cease-fire", "Cease-fire", "Cease-Fire", "CEASE-FIRE"):
        assert [token.text for token in pipeline.make_doc(f"a {form}.")] == ["a", form, "."]
