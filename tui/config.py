"""What a user has set once and for all: keys, theme, order, name. `tui.config_file` reads it from the user's file."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import platformdirs

from annotations.errors import GoldwireError
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
