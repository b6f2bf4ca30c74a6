"""The database's tables, and the triggers that guard what is never changed. README's schema page is this in prose."""

TABLES = """
create table source (
    id text primary key,                 -- SHA-256 of its bytes; of its name alone where only a record tells of it
    label text not null,                 -- the file's name without folders
    encoding text not null,
    length integer,                      -- code points of the decoded text
    imported_at text not null
);

create table article (
    id text primary key,                 -- first 16 hex digits of the SHA-256 of text
    seq integer not null unique,         -- order of import, which is the queue's order
    title text not null,
    cluster text not null,               -- smallest id of the articles that tell the story in nearly the same words
    dateline text, published text, outlet text, url text,
    extra text,                          -- JSON object: keys of its record that goldwire does not know
    text text not null                   -- last, so that a list of titles reads no texts
);
create index article_cluster on article(cluster);

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
    size integer not null,               -- of the article's sample
    primary key (hash, article)
) without rowid;
create index shingle_article on shingle(article);

create table analysis (                  -- what the parser saw, so that review needs none
    article text primary key references article(id),
    model text not null,
    sentences text not null,             -- JSON [[start, end], …]
    words text not null,                 -- JSON [[start, end], …]
    mentions text not null               -- JSON [[start, end, kind, label], …]
);

create table run (
    id text primary key                  -- sortable by time
        check (length(id) = 26 and id < '1'),
    extractor text not null,
    version text not null,
    model text not null,
    rules text not null,                 -- hash of the rules in force, or of the imported file
    ontology text not null,
    begun_at text not null               -- UTC
);
create index run_extractor on run(extractor, version, model, rules);

create table run_article (               -- written with the article's proposals, in one transaction
    article text not null references article(id),
    run text not null references run(id),
    primary key (article, run)
) without rowid;
create index run_article_run on run_article(run);

create table proposal (
    article text not null,
    run text not null,
    event text not null,                 -- hash of article, trigger and type
    type text not null,
    status text not null,
    start integer not null,              -- of the trigger
    end integer not null,
    trigger text not null,
    arguments text not null,             -- JSON [{"role", "start", "end", "text"}, …]
    confidence real not null,
    evidence text not null,              -- JSON object
    primary key (article, run, event),
    foreign key (article, run) references run_article(article, run)
) without rowid;
create index proposal_event on proposal(event, run);

create table decision (
    id text primary key                  -- sortable by time, unique across machines; before the year 3084
        check (length(id) = 26 and id < '1'),
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
) without rowid;
create index decision_state on decision(reviewer, subject, facet, id);
create index decision_article on decision(article, reviewer);
create index decision_event on decision(cast(json_extract(state, '$.event.id') as text), reviewer)
    where facet = 'verdict';
create index decision_target on decision(target) where target is not null;
create index decision_act on decision(reviewer, act, id);

create table place (                     -- everyone who reviews here, and where each left
    reviewer text primary key,
    article text references article(id),
    subject text                         -- the selected event
);
"""


def _append_only(table: str, what: str, key: str, columns: str = "") -> str:
    """Triggers that refuse to change (all columns or some), delete or replace a row of ``table``.

    ``key`` compares a row with ``new``: SQLite runs no delete trigger for a row that is replaced.
    """
    return f"""
create trigger {table}_never_changed before update {columns} on {table}
begin select raise(abort, '{what} are never changed'); end;
create trigger {table}_never_deleted before delete on {table}
begin select raise(abort, '{what} are never deleted'); end;
create trigger {table}_never_replaced before insert on {table}
when exists (select 1 from {table} where {key})
begin select raise(abort, '{what} are never replaced'); end;
"""


TRIGGERS = (
    _append_only("decision", "decisions", "id = new.id")
    + _append_only("proposal", "proposals", "article = new.article and run = new.run and event = new.event")
    + _append_only("article", "articles", "id = new.id or seq = new.seq or rowid = new.rowid", "of id, seq, text")
)

CONFIDENCE = """
create table confidence (                -- what decisions made of the confidence of an extractor; the newest counts
    id text primary key                  -- sortable by time
        check (length(id) = 26 and id < '1'),
    extractor text not null,
    ontology text not null,
    reviewer text not null,              -- whose decisions it was fitted to
    complete integer not null,           -- complete articles among them
    judged integer not null,             -- proposals that are known to be right or wrong
    correct integer not null,            -- those that are right
    weights text not null,               -- JSON object: weight by feature
    fitted_at text not null              -- UTC
) without rowid;
create index confidence_extractor on confidence(extractor, ontology, id);
"""

SEARCH = """
create virtual table article_text using fts5(  -- the words of the texts, which stay in the table article
    text, content='article', content_rowid='seq', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
create trigger article_indexed after insert on article
begin insert into article_text(rowid, text) values (new.seq, new.text); end;
"""

LISTING = """
create index article_listing on article(seq, title, cluster, id);  -- a list of articles reads it alone, and no text
"""
INDEX_SOME = """
insert into article_text(rowid, text) select seq, text from article where seq > ? and seq <= ?
"""
"""Puts articles that were there before it into the full text."""

BY_ARTICLE = """
drop index decision_state;
drop index decision_article;
create index decision_state on decision(article, reviewer, subject, facet, id);
"""
"""What was decided in one article lies together, as it is read and written."""

BY_SUBJECT = """
drop index decision_event;
create index decision_event on decision(cast(json_extract(state, '$.event.id') as text), reviewer, subject)
    where facet = 'verdict';
"""
"""Whether other subjects' verdicts speak of an event is told by the index alone."""
