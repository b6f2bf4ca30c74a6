"""The views, and the parts of them that queries share. A view's name is what its rows are."""

GOLD = "('accept', 'edit', 'add')"
"""SQL: the verdicts that make gold."""


def is_open(proposal: str, reviewer: str) -> str:
    """SQL: whether a reviewer has decided the proposal's event neither as it is nor as another's edited form."""
    return f"""not exists (
        select 1 from verdict as v
        where v.article = {proposal}.article and v.reviewer = {reviewer} and v.subject = {proposal}.event
        and v.verdict <> 'skip'
    ) and not exists (
        select 1 from verdict as v
        where v.reviewer = {reviewer} and v.event = {proposal}.event and v.verdict in {GOLD}
    )"""


def progress(reviewer: str, articles: str) -> str:
    """SQL: how far a reviewer is in each of ``articles``, a table expression that names them ``article``."""
    return f"""
select {reviewer} as reviewer, article.seq, article.id as article, article.title, article.cluster,
    (select count(*) - 1 from article as other where other.cluster = article.cluster) as near_copies,
    a.article is not null as extracted, coalesce(r.complete, 0) as complete,
    coalesce(a.live, 0) - coalesce(r.closed, 0) as undecided, coalesce(r.decided, 0) as decided,
    coalesce(r.skipped, 0) as skipped, coalesce(r.flagged, 0) as flagged, coalesce(r.commented, 0) as commented
from {articles} left join article_tally as a on a.article = article.id
left join review_tally as r on r.article = article.id and r.reviewer = {reviewer}
"""


VIEWS = f"""
-- The state of a facet: the latest row for reviewer, subject and facet. A subject is of one article; that it is named
-- has the rows looked up where its article's lie together.
create view state as
select * from decision as d
where not exists (
    select 1 from decision as later
    where later.article = d.article and later.reviewer = d.reviewer and later.subject = d.subject
    and later.facet = d.facet and later.id > d.id
);

-- What a reviewer decided of each event.
create view verdict as
select reviewer, article, subject, json_extract(state, '$.verdict') as verdict,
    json_extract(state, '$.reason') as reason,
    cast(json_extract(state, '$.event.id') as text) as event,  -- text, as columns are, so that the index serves
    json_extract(state, '$.event.type') as type,
    json_extract(state, '$.event.status') as status,
    json_extract(state, '$.event.trigger.text') as trigger,
    json_extract(state, '$.event.trigger.start') as start,
    json_extract(state, '$.event.trigger.end') as end,
    json_extract(state, '$.event.arguments') as arguments,
    run, id as decision, decided_at
from state where facet = 'verdict' and state is not null;

-- The events that verdicts amount to; of two verdicts for one event the later stands.
create view gold as
select * from verdict as v
where verdict in {GOLD} and not exists (
    select 1 from verdict as later
    where later.reviewer = v.reviewer and later.event = v.event
    and later.verdict in {GOLD} and later.decision > v.decision
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

-- The cross join has SQLite go from the runs to their proposals, not through all proposals there ever were.
create view live_proposal as
select p.*, live.extractor from live_run as live cross join proposal as p
on p.article = live.article and p.run = live.run;

-- What stands of the other facets; the subject of a flag or comment is an event or the article itself.
create view complete as
select reviewer, article, decided_at from state where facet = 'complete' and state = 'true';

create view flag as
select reviewer, article, subject, decided_at from state where facet = 'flag' and state = 'true';

create view comment as
select reviewer, article, subject, json_extract(state, '$') as comment, decided_at
from state where facet = 'comment' and state is not null;

create view reviewer as select reviewer from place union select reviewer from decision;

-- Events of live proposals that a reviewer has not decided; a skipped one is undecided.
create view undecided as
select distinct reviewer.reviewer, p.article, p.event, p.type, p.trigger, p.start, p.end
from reviewer, live_proposal as p
where {is_open("p", "reviewer.reviewer")};

-- How far each reviewer is in each article: what the views above come to, as triggers count it.
create view progress as
{progress("reviewer.reviewer", "reviewer cross join article")};

-- Rows that followed the same row: two databases went on from one state.
create view conflict as
select a.reviewer, a.article, a.subject, a.facet, a.id as decision, b.id as other, a.state, b.state as other_state
from decision as a join decision as b
on b.article = a.article and b.reviewer = a.reviewer and b.subject = a.subject and b.facet = a.facet
and b.id > a.id and b.prior is a.prior;

create view mention as
select article, json_extract(value, '$[0]') as start, json_extract(value, '$[1]') as end,
    json_extract(value, '$[2]') as kind, json_extract(value, '$[3]') as label
from analysis, json_each(analysis.mentions);
"""
