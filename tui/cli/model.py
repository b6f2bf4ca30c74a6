"""The option that names the spaCy pipeline under the rules."""

from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def model_option(command: Command) -> Command:
    """``--model NAME_OR_PATH``."""
    return click.option("--model", metavar="NAME_OR_PATH", help="The spaCy pipeline under the rules.")(command)
