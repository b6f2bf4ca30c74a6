"""``goldwire config``: write a commented config, show where it lies, check it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from annotations.ontology import Ontology
from tui.cli.errors import note
from tui.cli.ontologies import ontology_option
from tui.cli.wording import examples
from tui.config import VARIABLE, default_path
from tui.config_file import load

Command = TypeVar("Command", bound=Callable[..., object])


def config_option(command: Command) -> Command:
    """``--config FILE``, for the commands that go by it."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=f"Keys, theme and more of your own (`goldwire config`); {VARIABLE} names it too.",
    )(command)


@click.command(
    epilog=examples(
        "goldwire config",
        '$EDITOR "$(goldwire config --path)"',
        "goldwire config --check",
    )
)
@click.option("--path", "shows", is_flag=True, help="Show where it lies, and do nothing.")
@click.option("--check", "checks", is_flag=True, help="Name every mistake in it.")
@config_option
@ontology_option
def config(shows: bool, checks: bool, config: Path | None, known: Ontology) -> None:
    """Write a file to set keys, theme and more in, or check it.

    It holds every setting and every key with its meaning, commented out. One
    that is there already stays as it is.
    """
    path = config or default_path()
    if shows and checks:
        raise click.UsageError("--path and --check exclude each other")
    if shows:
        click.echo(path)
    elif checks:
        load(path, known)
        click.echo(f"{path}: no mistakes")
    else:
        # A review has the option, and writes none.
        from tui.config_template import write  # noqa: PLC0415

        write(path)
        click.echo(path)
        note("every line is a comment: take the # from those that you want to change")
