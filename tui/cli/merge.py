"""``goldwire merge``: what another database knows, into this one."""

from contextlib import closing
from pathlib import Path

import click

from annotations.store import decisions, runs
from annotations.store.connection import brought_up_to_date, open_database
from annotations.store.decisions import Decision
from annotations.store.forms import verdict_from
from annotations.store.merge import merge as unite
from tui.cli.database import database_option, opened
from tui.cli.ontologies import refuse_unlike
from tui.cli.wording import counted, examples
from tui.safe import one_line


@click.command(epilog=examples("goldwire merge laptop.db", "goldwire merge --db all.db ben.db"))
@click.argument("other", type=click.Path(path_type=Path), metavar="OTHER.db")
@database_option
def merge(other: Path, database: Path) -> None:
    """Take all that another database knows into this one.

    OTHER.db is not changed. Decisions are united. Where one reviewer went on from the same state in both,
    the later decision stands, and every such conflict is listed.
    """
    # First the other one: where it cannot be read, no empty database is left behind.
    with brought_up_to_date(other) as readable, closing(open_database(readable)) as theirs:
        ontologies = runs.ontologies(theirs)
    with opened(database, create=True) as connection:
        refuse_unlike(connection, other, ontologies)
        merged = unite(connection, other)
        conflicts = [_line(*pair) for pair in decisions.conflicts(connection)]
    took = (
        counted(merged.articles, "article"),
        counted(merged.proposals, "proposal"),
        counted(merged.decisions, "decision"),
    )
    click.echo(f"took {', '.join(took)}; {counted(len(conflicts), 'conflict')}")
    for conflict in conflicts:
        click.echo(conflict)


def _line(earlier: Decision, later: Decision) -> str:
    """Whose decision of what went two ways, and which; the later one stands."""
    states = " / ".join(f"{_state(each)} at {each.decided_at}" for each in (earlier, later))
    return one_line(f"{earlier.reviewer}, article {earlier.article}, {earlier.facet} of {earlier.subject}: {states}")


def _state(decision: Decision) -> str:
    if decision.state is None:
        return "none"
    if decision.facet != "verdict":
        return decision.state
    verdict = verdict_from(decision.article, decision.state)
    event = verdict.event
    return f"{verdict.verdict} {event.type} on “{event.trigger.text}”"
