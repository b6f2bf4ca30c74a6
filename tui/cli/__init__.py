"""The command line: a small file for each command, and one that owns standard error and the exit codes."""

import sys
from typing import NoReturn

from tui.cli.commands import goldwire
from tui.cli.errors import run


def main() -> NoReturn:
    """What the console command ``goldwire`` does."""
    sys.exit(run(goldwire))
