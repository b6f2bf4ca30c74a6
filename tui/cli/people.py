"""Reviewers' names: the option that gives one, and the login name where none is given."""

import getpass
from collections.abc import Callable
from typing import TypeVar

import click

from tui.cli.completing import reviewers

Command = TypeVar("Command", bound=Callable[..., object])


def _name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and (not value.strip() or not value.isprintable()):
        raise click.BadParameter("a name has letters in it and no control characters")
    return value.strip() if value else None


def reviewer_option(meaning: str) -> Callable[[Command], Command]:
    """``--reviewer NAME``, with what it means for the command."""
    return click.option("--reviewer", metavar="NAME", callback=_name, shell_complete=reviewers, help=meaning)


def login_name() -> str:
    """The name that the user is logged in by.

    Raises:
        UsageError: the system does not say.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise click.UsageError("this system does not say who you are; name yourself with --reviewer") from error
