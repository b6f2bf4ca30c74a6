"""The config as it is read from its file."""

import os
from dataclasses import replace
from pathlib import Path

from annotations.nearest import path_suggestion
from annotations.ontology import Ontology
from tui.config import VARIABLE, Config, ConfigError, default_path


def load(path: Path | None, ontology: Ontology) -> Config:
    """The config at ``path``, which must be there; without one the default place's, which need not.

    Raises:
        ConfigError: there is none at ``path``, it cannot be read, or there are mistakes in it: all are named.
    """
    file = path or default_path()
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError as error:
        if path is None and VARIABLE not in os.environ:
            return Config()
        remedy = path_suggestion(file, "`goldwire config` writes one")
        raise ConfigError(f"{file}: no such file; {remedy}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8 at byte {error.start}; save it as such") from error
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}; name another one with --config") from error
    # Who has no config need not import what reads one.
    from tui.config_text import parse  # noqa: PLC0415

    config, mistakes = parse(text, ontology)
    if mistakes:
        raise ConfigError(*(f"{file}:{mistake.line}: {mistake.text}" for mistake in mistakes))
    return replace(config, file=file)
