"""Pressing tab in real shells."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from tests.terminal import COMMAND, PATIENCE, environment
from tests.tui.cli.conftest import Program
from tests.tui.newsroom import build
from tui.cli.completion import SHELLS

PROMPT = "ready> "
STARTS = {
    "bash": ("--norc", "--noprofile", "-i"),
    "zsh": ("-f", "-i"),
    "fish": ("--no-config", "-i"),
}
SETUPS = {
    "bash": 'PS1="rea""dy> "; bind "set enable-bracketed-paste off"; bind "set bell-style none"; '
    'eval "$(goldwire completion bash)"',
    "zsh": "unsetopt zle_bracketed_paste prompt_sp; autoload -U compinit; compinit -u -D; "
    'eval "$(goldwire completion zsh)"; PS1="rea""dy> "',
    "fish": 'goldwire completion fish | source; function fish_prompt; echo -n "rea""dy> "; end',
}
ESCAPES = re.compile(r"\x1b(\[[0-9;?>=]*[A-Za-z]|\][^\a\x1b]*(\a|\x1b\\)|[()][A-Z0-9]|[=>])")


class Shell:
    """A shell in a terminal, in a folder with a database and a file."""

    def __init__(self, name: str, folder: Path) -> None:
        program = shutil.which(name)
        if program is None:
            pytest.skip(f"no {name} here")
        build(folder / "goldwire.db")
        (folder / "letters.txt").write_text("Ferry sails.\n")
        path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
        variables = environment(PATH=path, TERM="dumb", HOME=str(folder), XDG_CONFIG_HOME=str(folder), fish_greeting="")
        self._child = pexpect.spawn(
            program, [*STARTS[name]], cwd=str(folder), env=variables, dimensions=(40, 200), timeout=PATIENCE
        )
        self._child.delaybeforesend = 0.1
        self._child.sendline(SETUPS[name])
        self._child.expect_exact(PROMPT)

    def complete(self, line: str, wanted: str) -> str:
        """Type ``line`` and press tab until ``wanted`` shows behind it; what the terminal shows then."""
        self._child.send(line)
        self._child.expect_exact(line[-4:])
        self._child.send("\t")
        self._child.expect(re.escape(wanted))
        return ESCAPES.sub("", self._child.before.decode() + wanted)

    def close(self) -> None:
        self._child.close(force=True)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    """Each shell that is here."""
    started = Shell(request.param, tmp_path)
    yield started
    started.close()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("goldwire expo", "rt"),
        ("goldwire export --cand", "idates"),
        ("goldwire export --format js", "onl"),
        ("goldwire review --order unc", "ertain"),
        ("goldwire export --candidates de", "sk"),
        ("goldwire import lett", "ers.txt"),
        ("goldwire stats --db gold", "wire.db"),
    ],
)
def test_tab_completes(shell: Shell, line: str, wanted: str) -> None:
    shell.complete(line, wanted)


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_can_be_read_by_its_shell(goldwire: Program, name: str) -> None:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"no {name} here")
    script = goldwire.folder / "script"
    script.write_text(goldwire.done("completion", name))
    _, code = pexpect.run(f"{shlex.quote(program)} -n {shlex.quote(str(script))}", withexitstatus=True)
    assert code == 0


def test_fish_tells_what_stands_behind_a_comma_too(tmp_path: Path) -> None:
    if (fish := shutil.which("fish")) is None:
        pytest.skip("no fish here")
    asked = 'goldwire completion fish | source; complete -C "goldwire conf"'
    variables = environment(PATH=f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}", HOME=str(tmp_path))
    told = subprocess.run([fish, "--no-config", "-c", asked], env=variables, capture_output=True, text=True, check=True)
    assert told.stdout == "config\tWrite a file to set keys, theme and more...\n"


def asked(goldwire: Program, line: str) -> list[str]:
    """What bash is told that the last word of ``line`` may become."""
    words = line.split(" ")
    told = goldwire(COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), _GOLDWIRE_COMPLETE="bash_complete")
    assert told.err == ""
    return [one.partition(",")[2] for one in told.out.splitlines() if one]


def test_the_names_are_those_of_the_database_that_the_line_means(goldwire: Program) -> None:
    build(goldwire.folder / "news.db")
    assert asked(goldwire, "goldwire score --extractor ") == ["rules"]
    assert asked(goldwire, "goldwire score --db news.db --extractor ") == ["rules", "desk"]
    assert asked(goldwire, "goldwire stats --db news.db --reviewer ") == []


def test_completing_makes_no_database_and_refuses_none(goldwire: Program) -> None:
    (goldwire.folder / "diary.db").write_text("Dear diary,\n" * 100)
    assert asked(goldwire, "goldwire score --db none.db --extractor ru") == ["rules"]
    assert asked(goldwire, "goldwire stats --db diary.db --reviewer ") == []
    assert [path.name for path in goldwire.folder.iterdir()] == ["diary.db"]
