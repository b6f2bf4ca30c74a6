"""How many candidates an article has and how many of them a reviewer is done with, kept by triggers.

All of it follows from proposals and decisions; but with a million of them, counting for a list of articles would take
seconds. So each row that comes in changes the counts of its article, by what its subject's state was and is.
"""

from annotations.store.views import GOLD, is_open

TABLES = """
create table article_tally (             -- a row for each article that some run has finished
    article text primary key references article(id),
    live integer not null                -- events of live proposals
) without rowid;

create table review_tally (              -- a row for each article that a reviewer said anything of
    article text not null references article(id),
    reviewer text not null,
    decided integer not null default 0,  -- verdicts that stand, but for skips
    skipped integer not null default 0,
    rejected integer not null default 0,
    gold integer not null default 0,     -- events
    closed integer not null default 0,   -- events of live proposals that are no longer open
    flagged integer not null default 0,
    commented integer not null default 0,
    complete integer not null default 0,
    primary key (article, reviewer)
) without rowid;
create index review_tally_reviewer on review_tally(reviewer);
"""

_SAME = """x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet"""
_BEFORE = f"select x.state from decision as x where {_SAME} and x.id < new.id order by x.id desc limit 1"

# The subject's verdict before and after the new row, empty where there is none, and the event that it speaks of.
_STEP = f"""select coalesce(json_extract(state, '$.verdict'), '') as was,
        cast(json_extract(state, '$.event.id') as text) as was_event,
        coalesce(json_extract(new.state, '$.verdict'), '') as now,
        cast(json_extract(new.state, '$.event.id') as text) as now_event
    from (select ({_BEFORE}) as state)"""

# The events that may open, close, come into gold or leave it.
_TOUCHED = f"""select new.subject as event
    union select now_event from ({_STEP}) union select was_event from ({_STEP})"""

# Whether other subjects' verdicts make gold of the event, or decide it: then this one's changes nothing for it. Those
# before and after the subject are looked for apart, so that its own, which may be many, are not looked through.
_IN_GOLD = "({} or {})".format(
    *(
        f"""exists (
        select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
        and x.subject {beside} new.subject and x.verdict in {GOLD}
    )"""
        for beside in ("<", ">")
    )
)
_DECIDED = """(touched.event <> new.subject and exists (
        select 1 from verdict as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = touched.event and x.verdict <> 'skip'
    ))"""
# The type of a proposal is asked for where only its being there counts: without it SQLite would go to the index of all
# events, in which those of one article lie far apart.
_PROPOSED = """exists (
        select p.type from live_proposal as p where p.article = new.article and p.event = touched.event
    )"""

_CHANGES = {
    "verdict": f"""(decided, skipped, rejected) = (
    select decided + (now not in ('', 'skip')) - (was not in ('', 'skip')),
        skipped + (now = 'skip') - (was = 'skip'), rejected + (now = 'reject') - (was = 'reject')
    from ({_STEP})
), (gold, closed) = (
    select gold + coalesce(sum((now in {GOLD} and now_event = event) - (was in {GOLD} and was_event = event))
            filter (where not {_IN_GOLD}), 0),
        closed + coalesce(sum(
            (now in {GOLD} and now_event = event or now not in ('', 'skip') and new.subject = event)
            - (was in {GOLD} and was_event = event or was not in ('', 'skip') and new.subject = event)
        ) filter (where {_PROPOSED} and not {_DECIDED} and not {_IN_GOLD}), 0)
    from ({_TOUCHED}) as touched cross join ({_STEP})
)""",
    "flag": f"flagged = flagged + (new.state is 'true') - (({_BEFORE}) is 'true')",
    "comment": f"commented = commented + (new.state is not null) - (({_BEFORE}) is not null)",
    "complete": f"complete = complete + (new.state is 'true') - (({_BEFORE}) is 'true')",
}
"""By facet: how the counts change with the row that says the newest of its subject."""


def _of_decisions(facet: str) -> str:
    """The trigger of one facet's decisions; a row that comes in behind a later one, as in a merge, changes no state."""
    return f"""
create trigger {facet}_counted after insert on decision when new.facet = '{facet}' and not exists (
    select 1 from decision as x where {_SAME} and x.id > new.id
)
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
update review_tally set {_CHANGES[facet]}
where article = new.article and reviewer = new.reviewer;
end;
"""


_LIVE = "select count(distinct event) from live_proposal where article = new.article"
_CLOSED = f"""select count(distinct p.event) from live_proposal as p
    where p.article = new.article and not ({is_open("p", "review_tally.reviewer")})"""

_OF_PROPOSALS = f"""
-- A run that finishes an article takes the place of its extractor's former one; its proposals come afterwards.
create trigger run_counted after insert on run_article
begin
insert into article_tally (article, live) select new.article, 0 where not exists (
    select 1 from article_tally where article = new.article
);
update article_tally set live = ({_LIVE}) where article = new.article;
update review_tally set closed = ({_CLOSED}) where article = new.article;
end;
create trigger proposal_counted after insert on proposal
when exists (select 1 from live_run as live where live.article = new.article and live.run = new.run) and not exists (
    select p.type from live_proposal as p where p.article = new.article and p.event = new.event and p.run <> new.run
)
begin
update article_tally set live = live + 1 where article = new.article;
update review_tally set closed = closed + 1
where article = new.article and not ({is_open("new", "review_tally.reviewer")});
end;
"""

TRIGGERS = _OF_PROPOSALS + "".join(map(_of_decisions, _CHANGES))

FILL = """
insert into article_tally (article, live)
select ra.article, (select count(distinct p.event) from live_proposal as p where p.article = ra.article)
from (select distinct article from run_article) as ra;

insert into review_tally
    (article, reviewer, decided, skipped, rejected, gold, closed, flagged, commented, complete)
select said.article, said.reviewer,
    (select count(*) from verdict as x where {own} and x.verdict <> 'skip'),
    (select count(*) from verdict as x where {own} and x.verdict = 'skip'),
    (select count(*) from verdict as x where {own} and x.verdict = 'reject'),
    (select count(distinct x.event) from verdict as x where {own} and x.verdict in {gold}),
    (select count(distinct p.event) from live_proposal as p where p.article = said.article and not ({open})),
    (select count(*) from flag as x where {own}),
    (select count(*) from comment as x where {own}),
    (select count(*) from complete as x where {own})
from (select distinct article, reviewer from decision) as said;
""".format(
    own="x.article = said.article and x.reviewer = said.reviewer",
    gold=GOLD,
    open=is_open("p", "said.reviewer"),
)
"""Counts everything once, for a database that was filled before its triggers were there."""
