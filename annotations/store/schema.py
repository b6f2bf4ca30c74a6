"""The database's tables, views and triggers, as migrations. README's schema page is this file in prose."""

import sqlite3

from annotations.errors import StoreError

APPLICATION_ID = 0x676F6C64
"""SQLite's application id of a goldwire database: "gold" in ASCII."""

VERSION = 1
"""The number of migrations; ``PRAGMA user_version`` holds how many a database has."""

_TABLES = """
create table source (
    id text primary key,                 -- SHA-256 of its bytes; of its name alone where only a record tells of it
    label text not null,                 -- the file's name without folders
    encoding text not null,
    length integer,                      -- code points of the decoded text
    imported_at text not null
);

create table article (
    seq integer primary key,             -- order of import, which is the queue's order
    id text not null unique,             -- first 16 hex digits of the SHA-256 of text
    text text not null,
    title text not null,
    cluster text not null,               -- smallest id of the articles that tell the story in nearly the same words
    dateline text, published text, outlet text, url text,
    extra text                           -- JSON object: keys of its record that goldwire does not know
);

create table occurrence (
    source text not null references source(id),
    start integer not null,
    end integer not null,
    article text not null references article(id),
    primary key (source, start, end)
) without rowid;
create index occurrence_article on occurrence(article);

create table zone (
    article text not null references article(id),
    start integer not null,
    end integer not null,
    zone text not null check (zone in ('headline','byline','caption','body','crosshead','credit','debris')),
    primary key (article, start)
) without rowid;

create table shingle (                   -- a sample of each article's word 3-shingles, to find near-copies
    hash integer not null,
    article text not null references article(id),
    primary key (hash, article)
) without rowid;
create index shingle_article on shingle(article);
create index article_cluster on article(cluster);

create table analysis (                  -- what the parser saw, so that review needs none
    article text primary key references article(id),
    model text not null,
    sentences text not null,             -- JSON [[start, end], …]
    words text not null,                 -- JSON [[start, end], …]
    mentions text not null               -- JSON [[start, end, kind, label], …]
);

create table run (
    id text primary key,                 -- sortable by time
    extractor text not null,
    version text not null,
    model text not null,
    rules text not null,                 -- hash of the rules in force, or of the imported file
    ontology text not null
);
create index run_extractor on run(extractor, version, model, rules);

create table run_article (               -- written with the article's proposals, in one transaction
    article text not null references article(id),
    run text not null references run(id),
    primary key (article, run)
) without rowid;
create index run_article_run on run_article(run);

create table proposal (
    run text not null references run(id),
    event text not null,                 -- hash of article, trigger and type
    article text not null references article(id),
    type text not null,
    status text not null,
    start integer not null,              -- of the trigger
    end integer not null,
    trigger text not null,
    arguments text not null,             -- JSON [{"role", "start", "end", "text"}, …]
    confidence real not null,
    evidence text not null,              -- JSON object
    primary key (run, event)
);
create index proposal_article on proposal(article, run);

create table decision (
    id text primary key,                 -- sortable by time, unique across machines
    reviewer text not null,
    article text not null references article(id),
    subject text not null,               -- the event's or the article's id
    facet text not null check (facet in ('verdict','flag','comment','complete')),
    act text not null check (act in ('do','undo','redo')),
    target text references decision(id), -- what an undo or redo undid or redid
    state text,                          -- JSON: the whole state of the facet after this row; null: none
    prior text references decision(id),  -- the row of the same reviewer, subject and facet that it followed
    run text,                            -- the run whose proposal was shown
    queue_order text,                    -- the order in which candidates came
    shown_ms integer,                    -- milliseconds since the candidate was shown
    decided_at text not null,            -- UTC, never earlier than any row before it
    check ((act = 'do') = (target is null))
);
create index decision_state on decision(reviewer, subject, facet, id);
create index decision_article on decision(article, reviewer);
create index decision_target on decision(target, id);
create index decision_prior on decision(prior);
create index decision_act on decision(reviewer, act, id);

create table place (                     -- everyone who reviews here, and where each left
    reviewer text primary key,
    article text references article(id),
    subject text                         -- the selected event
);
"""

_VIEWS = """
-- The state of a facet: the latest row for reviewer, subject and facet.
create view state as
select * from decision as d
where not exists (
    select 1 from decision as later
    where later.reviewer = d.reviewer and later.subject = d.subject and later.facet = d.facet and later.id > d.id
);

-- What a reviewer decided of each event.
create view verdict as
select reviewer, article, subject, json_extract(state, '$.verdict') as verdict,
    json_extract(state, '$.reason') as reason,
    json_extract(state, '$.event.id') as event,
    json_extract(state, '$.event.type') as type,
    json_extract(state, '$.event.status') as status,
    json_extract(state, '$.event.trigger.text') as trigger,
    json_extract(state, '$.event.trigger.start') as start,
    json_extract(state, '$.event.trigger.end') as end,
    json_extract(state, '$.event.arguments') as arguments,
    run, id as decision, decided_at
from state where facet = 'verdict' and state is not null;

-- The events that verdicts amount to.
create view gold as
select * from verdict as v
where verdict in ('accept', 'edit', 'add') and not exists (
    select 1 from verdict as later
    where later.article = v.article and later.reviewer = v.reviewer and later.event = v.event
    and later.verdict in ('accept', 'edit', 'add') and later.decision > v.decision
);

create view gold_argument as
select gold.reviewer, gold.article, gold.event, gold.type, json_extract(filler.value, '$.role') as role,
    json_extract(filler.value, '$.text') as text, json_extract(filler.value, '$.start') as start,
    json_extract(filler.value, '$.end') as end
from gold, json_each(gold.arguments) as filler;

-- The newest run of each extractor over each article, and what it proposed.
create view live_run as
select ra.article, ra.run, r.extractor from run_article as ra join run as r on r.id = ra.run
where not exists (
    select 1 from run_article as newer join run as n on n.id = newer.run
    where newer.article = ra.article and n.extractor = r.extractor and newer.run > ra.run
);

create view live_proposal as
select p.*, live.extractor from live_run as live join proposal as p on p.article = live.article and p.run = live.run;

create view complete as
select reviewer, article, decided_at from state where facet = 'complete' and state = 'true';

create view reviewer as select reviewer from place union select reviewer from decision;

-- Events of live proposals that a reviewer has not decided: neither as they are, nor as another's edited form.
create view undecided as
select distinct reviewer.reviewer, p.article, p.event from reviewer, live_proposal as p
where not exists (
    select 1 from verdict as v where v.article = p.article and v.reviewer = reviewer.reviewer
    and v.verdict <> 'skip' and (v.subject = p.event or (v.event = p.event and v.verdict <> 'reject'))
);

-- How far each reviewer is in each article.
create view progress as
select reviewer.reviewer, seq, article.id as article, title, cluster,
    (select count(*) - 1 from article as other where other.cluster = article.cluster) as near_copies,
    exists (select 1 from run_article where run_article.article = article.id) as extracted,
    exists (select 1 from complete as c where c.article = article.id and c.reviewer = reviewer.reviewer) as complete,
    (select count(*) from undecided as u where u.article = article.id and u.reviewer = reviewer.reviewer) as undecided,
    (select count(*) from verdict as v where v.article = article.id and v.reviewer = reviewer.reviewer
        and v.verdict <> 'skip') as decided,
    (select count(*) from verdict as v where v.article = article.id and v.reviewer = reviewer.reviewer
        and v.verdict = 'skip') as skipped,
    (select count(*) from state as s where s.article = article.id and s.reviewer = reviewer.reviewer
        and s.facet = 'flag' and s.state = 'true') as flagged,
    (select count(*) from state as s where s.article = article.id and s.reviewer = reviewer.reviewer
        and s.facet = 'comment' and s.state is not null) as commented
from reviewer, article;

-- Rows that followed the same row: two databases went on from one state.
create view conflict as
select a.reviewer, a.article, a.subject, a.facet, a.id as decision, b.id as other, a.state, b.state as other_state
from decision as a join decision as b
on a.reviewer = b.reviewer and a.subject = b.subject and a.facet = b.facet and a.prior is b.prior and a.id < b.id;

create view mention as
select article, json_extract(value, '$[0]') as start, json_extract(value, '$[1]') as end,
    json_extract(value, '$[2]') as kind, json_extract(value, '$[3]') as label
from analysis, json_each(analysis.mentions);
"""


def _append_only(table: str, key: str, what: str) -> str:
    """Triggers that refuse to change, delete or replace a row of ``table``; ``key`` compares a row with ``new``."""
    return f"""
create trigger {table}_never_changed before update on {table}
begin select raise(abort, '{what} are never changed'); end;
create trigger {table}_never_deleted before delete on {table}
begin select raise(abort, '{what} are never deleted'); end;
create trigger {table}_never_replaced before insert on {table}
when exists (select 1 from {table} where {key})
begin select raise(abort, '{what} are never replaced'); end;
"""


_TRIGGERS = _append_only("decision", "id = new.id", "decisions") + _append_only(
    "proposal", "run = new.run and event = new.event", "proposals"
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to this version's schema; does nothing, and imports nothing, where it has it.

    Raises:
        StoreError: the file is another program's database, or a newer goldwire's.
    """
    version = int(connection.execute("pragma user_version").fetchone()[0])
    application = int(connection.execute("pragma application_id").fetchone()[0])
    if application != APPLICATION_ID and connection.execute("select 1 from sqlite_master limit 1").fetchone():
        raise StoreError("is a SQLite database of another program; name another file with --db")
    if version > VERSION:
        raise StoreError(
            f"was written by a newer goldwire (schema {version}, this one knows {VERSION}); update goldwire"
        )
    if version < VERSION:
        _apply(connection)


def _apply(connection: sqlite3.Connection) -> None:
    # Only a database that is behind pays for importing sqlite-utils.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    migrations = Migrations("goldwire")

    @migrations()
    def m001_first_schema(database: Database) -> None:
        for statement in _statements(_TABLES + _VIEWS + _TRIGGERS):
            database.execute(statement)
        database.execute(f"pragma application_id = {APPLICATION_ID}")
        database.execute("pragma user_version = 1")

    migrations.apply(Database(connection))


def _statements(script: str) -> list[str]:
    """The script's statements; ``executescript`` would end the migration's transaction."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending.strip())
            pending = ""
    return statements
