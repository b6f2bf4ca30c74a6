"""How many keys each act takes, counted in the running app and checked against what the database has afterwards."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.articles.sources import read_source
from annotations.extraction.builtin import MakeRules
from annotations.extraction.running import extract
from annotations.ontology import DEFAULT, Ontology
from annotations.store import reading, sources
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened

LONG = (
    "Rebels shelled harbour on Tuesday\n\n"
    "OLMO (Northern Wire) – Fighters of the River Front on Tuesday shelled the harbour of Lind, the mill at Corva and "
    "two barges near the old lighthouse with mortars brought from Tarn, and soldiers loyal to General Ode Marrin drove "
    "a column of lorries from Sella across the ford at Brack, the mayor of Lind, Ida Voss, told reporters in Olmo.\n"
)


class Counted:
    """The app, the keys that were pressed in it, and its database as another program finds it."""

    def __init__(self, driver: Driver, path: Path) -> None:
        self.driver = driver
        self.path = path
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.driver.press(*keys)

    async def choose(self, phrase: str) -> None:
        """Press the letters that stand on a phrase of the sentence."""
        await self.press(*self.driver.label(phrase))

    def rows(self, query: str) -> list[tuple[str | None, ...]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(query).fetchall()

    def verdict(self) -> tuple[str | None, ...]:
        (row,) = self.rows("select verdict, reason, type, status from verdict")
        return row

    def arguments(self) -> set[tuple[str | None, ...]]:
        return set(self.rows("select role, text from gold_argument"))


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory, conflict: Ontology) -> Path:
    """A story whose body is one sentence of fifty-nine words, with what the built-in rules found in it."""
    folder = tmp_path_factory.mktemp("budgets")
    (folder / "story.txt").write_text(LONG, "utf-8")
    connection = open_database(folder / "goldwire.db", create=True)
    sources.add(connection, read_source(folder / "story.txt"))
    list(extract(connection, conflict, MakeRules(DEFAULT), list(reading.article_ids(connection))))
    close(connection)
    return folder / "goldwire.db"


@pytest.fixture
async def counted(opened: Opened, extracted: Path, tmp_path: Path) -> AsyncIterator[Counted]:
    """The app over that story, the second candidate selected: the one of the long sentence."""
    path = Path(shutil.copy(extracted, tmp_path))
    async with opened(path=path) as driver:
        await driver.press("j")
        assert driver.session.selected is not None
        assert driver.session.selected.event.trigger.text == "shelled"
        yield Counted(driver, path)


async def test_accepting_takes_one_key(counted: Counted) -> None:
    await counted.press("a")
    assert (counted.verdict()[0], counted.keys) == ("accept", 1)


async def test_rejecting_takes_one_key(counted: Counted) -> None:
    await counted.press("x")
    assert (counted.verdict()[:2], counted.keys) == (("reject", None), 1)


async def test_skipping_takes_one_key(counted: Counted) -> None:
    await counted.press("s")
    assert (counted.verdict()[0], counted.keys) == ("skip", 1)


async def test_undoing_takes_one_key(counted: Counted) -> None:
    await counted.driver.press("a")
    await counted.press("u")
    assert (counted.rows("select * from gold"), counted.keys) == ([], 1)


async def test_moving_on_to_the_next_undecided_takes_none(counted: Counted) -> None:
    await counted.driver.press("k")
    await counted.press("a")
    await counted.press("a")
    assert counted.rows("select trigger from gold") == [("shelled",), ("shelled",)]
    assert counted.keys == 2


async def test_rejecting_with_a_reason_takes_two_keys(counted: Counted) -> None:
    await counted.press("x", "1")
    (first, *_) = counted.driver.session.ontology.rejects
    assert (counted.verdict()[:2], counted.keys) == (("reject", first), 2)


async def test_another_status_takes_two_keys(counted: Counted) -> None:
    planned = counted.driver.session.ontology.statuses["planned"]
    await counted.press("v", planned.key)
    assert (counted.verdict()[3], counted.keys) == ("planned", 2)


async def test_another_type_takes_three_keys(counted: Counted) -> None:
    assault = counted.driver.session.ontology.types["Attack.Assault"]
    await counted.press("y", *assault.key)
    assert (counted.verdict()[2], counted.keys) == ("Attack.Assault", 3)


@pytest.mark.parametrize(
    ("role", "mention"),
    [("actor", "General Ode Marrin"), ("target", "mill"), ("place", "Lind"), ("instrument", "mortars")],
)
async def test_giving_a_role_another_mention_takes_four_keys(counted: Counted, role: str, mention: str) -> None:
    await counted.press("e", counted.driver.session.ontology.roles[role].key)
    await counted.choose(mention)
    await counted.press("enter")
    assert (role, mention) in counted.arguments()
    assert counted.keys == 4


async def test_moving_an_end_by_a_word_takes_four_keys(counted: Counted) -> None:
    await counted.press("e", "t", "h", "enter")
    assert ("target", "the harbour") in counted.arguments()
    assert counted.keys == 4


async def test_dropping_an_argument_takes_four_keys(counted: Counted) -> None:
    await counted.press("e", "t", "x", "enter")
    assert "target" not in {role for role, _ in counted.arguments()}
    assert counted.keys == 4


async def test_inserting_an_event_with_type_and_two_arguments_takes_eleven_keys_at_most(counted: Counted) -> None:
    ontology = counted.driver.session.ontology
    await counted.press("i")
    await counted.choose("drove")
    await counted.press(*ontology.types["Territory.Seize"].key, ontology.roles["actor"].key)
    await counted.choose("General Ode Marrin")
    await counted.press(ontology.roles["place"].key)
    await counted.choose("Brack")
    await counted.press("enter")
    assert counted.rows("select type, trigger from gold") == [("Territory.Seize", "drove")]
    assert counted.arguments() == {("actor", "General Ode Marrin"), ("place", "Brack")}
    assert counted.keys <= 11
