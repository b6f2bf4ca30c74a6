"""What a user has set once and for all: keys, theme, order, name. A TOML file in the user's config folder."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import platformdirs

from annotations.errors import GoldwireError
from annotations.nearest import path_suggestion
from annotations.ontology import Ontology
from annotations.review.ordering import Order

VARIABLE: Final = "GOLDWIRE_CONFIG"
"""The environment's word for the file."""


class ConfigError(GoldwireError):
    """A config with mistakes. Its arguments name one each: where it is and what to do, in one line."""


def default_path() -> Path:
    """Where the config lies: where ``GOLDWIRE_CONFIG`` says, else in the user's config folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_config_path("goldwire") / "config.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """What a config says; None where it says nothing."""

    file: Path = field(default_factory=default_path)
    """Where it lies, or would if there were one."""
    theme: str | None = None
    order: Order | None = None
    reviewer: str | None = None
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The keys of the actions whose ids it names."""


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
