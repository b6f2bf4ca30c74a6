"""``goldwire serve``: the review in a browser."""

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from annotations.ontology import Ontology
from annotations.review.ordering import ORDERS, Order
from tui.cli.background import Background
from tui.cli.beginning import (
    LOOK_EVERY,
    await_candidates,
    extraction,
    import_new,
    opened_with,
    refuse_nothing_to_do,
    say_how_it_stands,
)
from tui.cli.config import config_option
from tui.cli.database import database_option
from tui.cli.errors import Stopped, note
from tui.cli.model import model_option
from tui.cli.ontologies import ontology_option
from tui.cli.people import login_name, reviewer_option
from tui.cli.wording import OneOf, Whole, examples
from tui.config_file import load
from tui.serving.listening import Listener, listening


@click.command(
    epilog=examples(
        "goldwire serve",
        "goldwire serve news/ --port 8000 --reviewer ana",
        "ssh -L 8000:127.0.0.1:8000 HOST   makes HOST's port 8000 yours",
    )
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Where to listen; only on this machine by default.")
@click.option("--port", type=Whole(0, 65535), default=0, metavar="N", help="A free one by default.")
@reviewer_option("Who decides; your login name by default.")
@click.option("--extractor", metavar="NAME", help="Whose candidates; everybody's by default.")
@click.option("--order", type=OneOf(ORDERS), help="Which candidate comes next, as in `goldwire review`.")
@config_option
@model_option
@ontology_option
@database_option
def serve(  # noqa: PLR0917
    paths: tuple[str, ...],
    host: str,
    port: int,
    reviewer: str | None,
    extractor: str | None,
    order: Order | None,
    config: Path | None,
    model: str | None,
    known: Ontology,
    database: Path,
) -> None:
    """Review candidates in a browser, until Ctrl-C.

    What is new under PATH is imported and extracted as by `goldwire review`.
    The address that is printed has a secret in it: whoever has it can decide.
    """
    # As a review does, refuse a config with mistakes, and a name that nobody has.
    name = reviewer or load(config, known).reviewer or login_name()
    with listening(host, port) as listener, ExitStack() as stack:
        with opened_with(database, known, paths) as connection:
            import_new(connection, known, paths)
            refuse_nothing_to_do(connection, extractor)
            under_way = stack.enter_context(extraction(connection, database, known, extractor, model))
            if under_way is not None:
                under_way.begin()
                await_candidates(connection, under_way, extractor)
        options = {"extractor": extractor, "order": order, "config": config}
        given = [f"--{option}={value}" for option, value in options.items() if value is not None]
        given += [f"--db={database}", f"--ontology={known.folder}", f"--reviewer={name}"]
        _serve(listener, given, under_way)
    raise Stopped("stopped; every decision is saved")


def _serve(listener: Listener, options: list[str], under_way: Background | None) -> None:
    # A web server takes its time to import, and what is refused is refused before.
    import asyncio  # noqa: PLC0415

    from tui.serving.guard import Guard  # noqa: PLC0415
    from tui.serving.server import serve  # noqa: PLC0415

    guard = Guard(listener.serves)

    async def meanwhile() -> None:
        warning = exposure(listener)
        if warning is not None:
            note(warning)
        click.echo(f"http://{listener.authority}/{guard.token}/")
        note("open this address in a browser; Ctrl-C ends")
        if under_way is None:
            return
        try:
            while under_way.poll() is None:
                await asyncio.sleep(LOOK_EVERY)
        finally:
            say_how_it_stands(under_way)

    # -P: a folder named like a package, where the user happens to work, is none.
    command = [sys.executable, "-P", "-m", "tui.cli", "review", "--served", *options]
    serve(listener, guard, command, note, meanwhile)


def exposure(listener: Listener) -> str | None:
    """What to know where other machines reach the server, None where they do not."""
    if listener.address.is_loopback:
        return None
    port = listener.port
    return (
        f"warning: other machines reach {listener.host} and nothing is encrypted: whoever sees the address can decide; "
        f"safer: `goldwire serve --port {port}` here, `ssh -L {port}:127.0.0.1:{port} HERE` there"
    )
