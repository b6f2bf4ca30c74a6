"""The commands by name. A command's module is imported when it is called for, so that each starts as light as it is."""

from importlib import import_module

import click

from annotations.nearest import nearest
from tui.cli.wording import examples

COMMANDS = {
    "review": ("tui.cli.review", "review"),
    "import": ("tui.cli.importing", "import_"),
    "extract": ("tui.cli.extract", "extract"),
    "export": ("tui.cli.export", "export"),
    "score": ("tui.cli.score", "score"),
    "stats": ("tui.cli.stats", "stats"),
    "merge": ("tui.cli.merge", "merge"),
    "explain": ("tui.cli.explain", "explain"),
    "serve": ("tui.cli.serve", "serve"),
    "config": ("tui.cli.config", "config"),
    "completion": ("tui.cli.completion", "completion"),
}
"""Module and function of each command, in the order of the help."""


class Commands(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: D102
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: D102
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:  # noqa: D102
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            # Click does not say whose option lacks its value.
            command = self.get_command(ctx, ctx.invoked_subcommand or "")
            if error.ctx is None and command is not None:
                error.ctx = click.Context(command, ctx, ctx.invoked_subcommand)
            raise

    def resolve_command(  # noqa: D102
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = nearest(name, COMMANDS)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command {name!r}: {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    epilog=examples("goldwire review news/    import, extract, review"),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="goldwire", message="goldwire %(version)s")
def goldwire() -> None:
    """Turn newswire into gold-standard event annotations."""
