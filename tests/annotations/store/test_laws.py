"""Any sequence of deciding, undoing, redoing, restarting and extracting gives the state that the laws promise."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotations.store import decisions
from annotations.store.connection import open_database
from tests.annotations.store import commands
from tests.annotations.store.laws import Extract, Laws, Redo, Restart, Say, Undo
from tests.annotations.store.newsroom import ARTICLES, add
from tests.annotations.store.shown import check, obey


class Review(RuleBasedStateMachine):
    """Two reviewers and two extractors at one database, beside the laws in plain Python."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "goldwire.db"
        self.connection = open_database(self.path, create=True)
        add(self.connection, *ARTICLES)
        self.laws = Laws()

    def teardown(self) -> None:
        self.connection.close()
        self.folder.cleanup()

    def do(self, command: Say | Undo | Redo | Restart | Extract) -> None:
        self.connection = obey(self.connection, self.path, command)
        self.laws.follow(command)

    @rule(command=commands.says)
    def say(self, command: Say) -> None:
        self.do(command)

    @rule(command=commands.undos)
    def undo(self, command: Undo) -> None:
        self.do(command)

    @rule(command=commands.redos)
    def redo(self, command: Redo) -> None:
        self.do(command)

    @rule(command=commands.extracts)
    def extract(self, command: Extract) -> None:
        before = self.gold()
        self.do(command)
        assert self.gold() == before, "a new run never alters gold"

    @rule()
    def restart(self) -> None:
        self.do(Restart())

    @precondition(lambda self: self.laws.reviewers)
    @rule(reviewer=commands.reviewers)
    def undo_everything_and_redo_it(self, reviewer: str) -> None:
        before, steps = self.rows("state"), 0
        while decisions.undo(self.connection, reviewer) is not None:
            steps += 1
        standing = "select count(*) from state where reviewer = ? and state is not null"
        assert self.connection.execute(standing, (reviewer,)).fetchone()[0] == 0, "undo has no limit"
        self.do(Restart())
        for _ in range(steps):
            assert decisions.redo(self.connection, reviewer) is not None, "redo has none either"
        assert self.rows("state") == before
        for command in [Undo(reviewer)] * steps + [Redo(reviewer)] * steps:
            self.laws.follow(command)

    @invariant()
    def it_is_as_the_laws_promise(self) -> None:
        check(self.connection, self.laws)

    @invariant()
    def one_database_has_no_conflicts(self) -> None:
        assert decisions.conflicts(self.connection) == []

    def gold(self) -> list[tuple[object, ...]]:
        return list(map(tuple, self.connection.execute("select * from gold order by decision")))

    def rows(self, view: str) -> list[tuple[object, ...]]:
        columns = "reviewer, article, subject, facet, state, run, queue_order"
        return sorted(map(tuple, self.connection.execute(f"select {columns} from {view}")), key=repr)


TestReview = Review.TestCase
TestReview.settings = settings(max_examples=40, stateful_step_count=30)
