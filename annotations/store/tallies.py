"""How many candidates an article has and how many of them a reviewer is done with, kept by triggers.

All of it follows from proposals and decisions; but with a million of them, counting for a list of articles would take
seconds. So each row that comes in changes the counts of its article: before a decision its facet's part is taken off,
after it the part is added as it is then. What the columns count is said once, in `_COUNTED`.
"""

from annotations.store import views

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

_OWN = "x.article = new.article and x.reviewer = new.reviewer and x.subject = new.subject"

# The events that the verdict on the subject speaks of, before the new row or after it: theirs alone open or close.
_TOUCHED = f"""select new.article as article, new.subject as event
    union select new.article, cast(json_extract(new.state, '$.event.id') as text)
    union select new.article, cast(json_extract(state, '$.event.id') as text) from (
        select state from decision as x where {_OWN} and x.facet = 'verdict' and x.id <> new.id order by id desc limit 1
    )"""

# The type of a proposal is asked for where only its being there counts: without it SQLite would go to the index of all
# events, in which those of one article lie far apart.
_COUNTED = {
    "verdict": f"""
    (decided, skipped, rejected) = (
        select decided {{sign}} count(*) filter (where x.verdict <> 'skip'),
            skipped {{sign}} count(*) filter (where x.verdict = 'skip'),
            rejected {{sign}} count(*) filter (where x.verdict = 'reject')
        from verdict as x where {_OWN}
    ), gold = gold {{sign}} (
        select count(*) from ({_TOUCHED}) as touched where exists (
            select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
            and x.verdict in ('accept', 'edit', 'add')
        )
    ), closed = closed {{sign}} (
        select count(*) from ({_TOUCHED}) as touched where exists (
            select p.type from live_proposal as p where p.article = touched.article and p.event = touched.event
        ) and not ({views.is_open("touched", "new.reviewer")})
    )""",
    "flag": f"flagged = flagged {{sign}} (select count(*) from flag as x where {_OWN})",
    "comment": f"commented = commented {{sign}} (select count(*) from comment as x where {_OWN})",
    "complete": f"""complete = complete {{sign}} (
        select count(*) from state as x where {_OWN} and x.facet = 'complete' and x.state = 'true')""",
}
"""By facet: the counts that a decision changes, and what of them is its subject's."""


def _of_decisions(facet: str) -> str:
    """The triggers of one facet's decisions."""

    def changed(sign: str) -> str:
        counts = _COUNTED[facet].format(sign=sign)
        return f"update review_tally set {counts}\nwhere article = new.article and reviewer = new.reviewer;"

    return f"""
create trigger {facet}_taken_off before insert on decision when new.facet = '{facet}'
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
{changed("-")}
end;
create trigger {facet}_added after insert on decision when new.facet = '{facet}'
begin
{changed("+")}
end;
"""


_LIVE = "select count(distinct event) from live_proposal where article = new.article"
_CLOSED = f"""select count(distinct p.event) from live_proposal as p
    where p.article = new.article and not ({views.is_open("p", "review_tally.reviewer")})"""

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
where article = new.article and not ({views.is_open("new", "review_tally.reviewer")});
end;
"""

TRIGGERS = _OF_PROPOSALS + "".join(map(_of_decisions, _COUNTED))

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
    (select count(distinct x.event) from verdict as x where {own} and x.verdict in ('accept', 'edit', 'add')),
    (select count(distinct p.event) from live_proposal as p where p.article = said.article and not ({open})),
    (select count(*) from flag as x where {own}),
    (select count(*) from comment as x where {own}),
    (select count(*) from complete as x where {own})
from (select distinct article, reviewer from decision) as said;
""".format(own="x.article = said.article and x.reviewer = said.reviewer", open=views.is_open("p", "said.reviewer"))
"""Counts everything once, for a database that was filled before its triggers were there."""
