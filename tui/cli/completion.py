"""``goldwire completion``: the script by which a shell completes goldwire's commands, options and names."""

import click
from click.shell_completion import get_completion_class

from tui.cli.wording import OneOf, examples

VARIABLE = "_GOLDWIRE_COMPLETE"
"""Set by the script when the shell asks what a word may become."""
SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        'eval "$(goldwire completion bash)"   this line in ~/.bashrc',
        'eval "$(goldwire completion zsh)"    this line in ~/.zshrc, below compinit',
        "goldwire completion fish > ~/.config/fish/completions/goldwire.fish",
    )
)
@click.argument("shell", type=OneOf(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete with the tab key.

    Commands, options, formats and files are completed, and the reviewers and
    extractors that the database knows.
    """
    complete = get_completion_class(shell)
    assert complete is not None
    source = complete(context.find_root().command, {}, "goldwire", VARIABLE).source()
    # Click's script for fish ends what an option is for at its first comma.
    click.echo(source.replace('string split ","', 'string split --max 1 ","'))
