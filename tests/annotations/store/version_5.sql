-- A database of schema version 5: what `sqlite3 goldwire.db .dump` writes, and the two pragmas that it leaves out.
PRAGMA application_id = 0x676F6C64;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations VALUES(1,'goldwire','m001_first_schema','2026-11-21 19:35:55.532909+00:00');
INSERT INTO _sqlite_migrations VALUES(2,'goldwire','m002_confidence','2026-11-21 19:46:39.277936+00:00');
INSERT INTO _sqlite_migrations VALUES(3,'goldwire','m003_lists_and_search','2026-11-21 21:50:02.264802+00:00');
INSERT INTO _sqlite_migrations VALUES(4,'goldwire','m004_decisions_by_article','2026-11-22 01:39:17.387541+00:00');
INSERT INTO _sqlite_migrations VALUES(5,'goldwire','m005_counted_in_one_step','2026-11-22 05:05:16.319836+00:00');
CREATE TABLE source (
    id text primary key,                 -- SHA-256 of its bytes; of its name alone where only a record tells of it
    label text not null,                 -- the file's name without folders
    encoding text not null,
    length integer,                      -- code points of the decoded text
    imported_at text not null
);
INSERT INTO source VALUES('sha256 of wire.txt','wire.txt','utf-8',223,'2026-11-21T19:35:55Z');
CREATE TABLE article (
    id text primary key,                 -- first 16 hex digits of the SHA-256 of text
    seq integer not null unique,         -- order of import, which is the queue's order
    title text not null,
    cluster text not null,               -- smallest id of the articles that tell the story in nearly the same words
    dateline text, published text, outlet text, url text,
    extra text,                          -- JSON object: keys of its record that goldwire does not know
    text text not null                   -- last, so that a list of titles reads no texts
);
INSERT INTO article VALUES('4b5f2a6d0ed950d0',1,'Ferry talks resume in Lind','4b5f2a6d0ed950d0',NULL,NULL,NULL,NULL,NULL,replace('Ferry talks resume in Lind\nEnvoys met on Friday and agreed a truce.','\n',char(10)));
INSERT INTO article VALUES('2ab4e25ab81dd37d',2,'Shells hit Olmo harbour','2ab4e25ab81dd37d',NULL,NULL,NULL,NULL,NULL,replace('Shells hit Olmo harbour\nGunners shelled Olmo and killed two dockers near the mole.','\n',char(10)));
INSERT INTO article VALUES('42a06f2095160184',3,'Army retakes Sund bridge','42a06f2095160184',NULL,NULL,NULL,NULL,NULL,replace('Army retakes Sund bridge\nTroops seized the bridge after a long battle.','\n',char(10)));
CREATE TABLE occurrence (
    source text not null references source(id),
    start integer not null,
    end integer not null,
    article text not null references article(id),
    primary key (source, start, end)
) without rowid;
INSERT INTO occurrence VALUES('sha256 of wire.txt',69,151,'2ab4e25ab81dd37d');
INSERT INTO occurrence VALUES('sha256 of wire.txt',153,223,'42a06f2095160184');
INSERT INTO occurrence VALUES('sha256 of wire.txt',0,67,'4b5f2a6d0ed950d0');
CREATE TABLE zone (
    article text not null references article(id),
    start integer not null,
    end integer not null,
    zone text not null check (zone in ('headline','byline','caption','body','crosshead','credit','debris')),
    primary key (article, start)
) without rowid;
INSERT INTO zone VALUES('2ab4e25ab81dd37d',0,23,'headline');
INSERT INTO zone VALUES('2ab4e25ab81dd37d',24,82,'body');
INSERT INTO zone VALUES('42a06f2095160184',0,24,'headline');
INSERT INTO zone VALUES('42a06f2095160184',25,70,'body');
INSERT INTO zone VALUES('4b5f2a6d0ed950d0',0,26,'headline');
INSERT INTO zone VALUES('4b5f2a6d0ed950d0',27,67,'body');
CREATE TABLE shingle (                   -- a sample of each article's word 3-shingles, to find near-copies
    hash integer not null,
    article text not null references article(id),
    size integer not null,               -- of the article's sample
    primary key (hash, article)
) without rowid;
CREATE TABLE analysis (                  -- what the parser saw, so that review needs none
    article text primary key references article(id),
    model text not null,
    sentences text not null,             -- JSON [[start, end], …]
    words text not null,                 -- JSON [[start, end], …]
    mentions text not null               -- JSON [[start, end, kind, label], …]
);
CREATE TABLE run (
    id text primary key                  -- sortable by time
        check (length(id) = 26 and id < '1'),
    extractor text not null,
    version text not null,
    model text not null,
    rules text not null,                 -- hash of the rules in force, or of the imported file
    ontology text not null,
    begun_at text not null               -- UTC
);
INSERT INTO run VALUES('01M7ZSQBWGSCRHNEZBEWEJFCTA','rules','1','m','r1','conflict/1','2026-11-21T19:35:55.536Z');
CREATE TABLE run_article (               -- written with the article's proposals, in one transaction
    article text not null references article(id),
    run text not null references run(id),
    primary key (article, run)
) without rowid;
INSERT INTO run_article VALUES('2ab4e25ab81dd37d','01M7ZSQBWGSCRHNEZBEWEJFCTA');
INSERT INTO run_article VALUES('42a06f2095160184','01M7ZSQBWGSCRHNEZBEWEJFCTA');
INSERT INTO run_article VALUES('4b5f2a6d0ed950d0','01M7ZSQBWGSCRHNEZBEWEJFCTA');
CREATE TABLE proposal (
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
INSERT INTO proposal VALUES('2ab4e25ab81dd37d','01M7ZSQBWGSCRHNEZBEWEJFCTA','bdf878cd87953128','Harm.Kill','occurred',49,55,'killed','[{"role":"target","start":60,"end":67,"text":"dockers"},{"role":"count","start":56,"end":59,"text":"two"}]',0.5,'{"rule":"r1"}');
INSERT INTO proposal VALUES('2ab4e25ab81dd37d','01M7ZSQBWGSCRHNEZBEWEJFCTA','f3f0d1dce3db0766','Attack.Shelling','occurred',32,39,'shelled','[{"role":"actor","start":24,"end":31,"text":"Gunners"},{"role":"target","start":11,"end":15,"text":"Olmo"}]',0.5,'{"rule":"r1"}');
INSERT INTO proposal VALUES('4b5f2a6d0ed950d0','01M7ZSQBWGSCRHNEZBEWEJFCTA','0cef3747c594ef9b','Ceasefire.Agree','occurred',52,58,'agreed','[{"role":"item","start":61,"end":66,"text":"truce"}]',0.5,'{"rule":"r1"}');
INSERT INTO proposal VALUES('4b5f2a6d0ed950d0','01M7ZSQBWGSCRHNEZBEWEJFCTA','669e9c587828de25','Diplomacy.Meet','occurred',34,37,'met','[{"role":"actor","start":27,"end":33,"text":"Envoys"}]',0.5,'{"rule":"r1"}');
CREATE TABLE decision (
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
INSERT INTO decision VALUES('01M7ZSQBWH3GQKDXXWEVQ6647Z','ana','4b5f2a6d0ed950d0','669e9c587828de25','verdict','do',NULL,'{"verdict":"accept","event":{"id":"669e9c587828de25","type":"Diplomacy.Meet","status":"occurred","trigger":{"start":34,"end":37,"text":"met"},"arguments":[{"role":"actor","start":27,"end":33,"text":"Envoys"}]}}',NULL,'01M7ZSQBWGSCRHNEZBEWEJFCTA',NULL,NULL,'2026-11-21T19:35:55.537Z');
INSERT INTO decision VALUES('01M7ZSQBWJSPXCMS5B2JAD6C53','ana','4b5f2a6d0ed950d0','0cef3747c594ef9b','verdict','do',NULL,'{"verdict":"edit","event":{"id":"0cef3747c594ef9b","type":"Ceasefire.Agree","status":"denied","trigger":{"start":52,"end":58,"text":"agreed"},"arguments":[{"role":"item","start":61,"end":66,"text":"truce"}]}}',NULL,'01M7ZSQBWGSCRHNEZBEWEJFCTA',NULL,NULL,'2026-11-21T19:35:55.538Z');
INSERT INTO decision VALUES('01M7ZSQBWKAKT187P18QN1BYG9','ana','2ab4e25ab81dd37d','f3f0d1dce3db0766','verdict','do',NULL,'{"verdict":"reject","event":{"id":"f3f0d1dce3db0766","type":"Attack.Shelling","status":"occurred","trigger":{"start":32,"end":39,"text":"shelled"},"arguments":[{"role":"actor","start":24,"end":31,"text":"Gunners"},{"role":"target","start":11,"end":15,"text":"Olmo"}]},"reason":"wrong_zone"}',NULL,'01M7ZSQBWGSCRHNEZBEWEJFCTA',NULL,NULL,'2026-11-21T19:35:55.539Z');
INSERT INTO decision VALUES('01M7ZSQBWMCN1R783ZDP65ANX9','ana','42a06f2095160184','d458d029442c339c','verdict','do',NULL,'{"verdict":"add","event":{"id":"d458d029442c339c","type":"Territory.Seize","status":"occurred","trigger":{"start":32,"end":38,"text":"seized"},"arguments":[{"role":"actor","start":25,"end":31,"text":"Troops"}]}}',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.540Z');
INSERT INTO decision VALUES('01M7ZSQBWN13F1GEP8VYEY1KAB','ana','2ab4e25ab81dd37d','bdf878cd87953128','verdict','do',NULL,'{"verdict":"skip","event":{"id":"bdf878cd87953128","type":"Harm.Kill","status":"occurred","trigger":{"start":49,"end":55,"text":"killed"},"arguments":[{"role":"target","start":60,"end":67,"text":"dockers"},{"role":"count","start":56,"end":59,"text":"two"}]}}',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.541Z');
INSERT INTO decision VALUES('01M7ZSQBWP9QA6E6HDH3YGKZZ6','ana','4b5f2a6d0ed950d0','669e9c587828de25','flag','do',NULL,'true',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.542Z');
INSERT INTO decision VALUES('01M7ZSQBWQW1X76SDATZJ204RJ','ana','4b5f2a6d0ed950d0','669e9c587828de25','comment','do',NULL,'"who hosted?"',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.543Z');
INSERT INTO decision VALUES('01M7ZSQBWR692JYS8TCKXH01JB','ana','4b5f2a6d0ed950d0','4b5f2a6d0ed950d0','complete','do',NULL,'true',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.544Z');
INSERT INTO decision VALUES('01M7ZSQBWSAPTZGNCTMTRP1BSF','ben','4b5f2a6d0ed950d0','669e9c587828de25','verdict','do',NULL,'{"verdict":"reject","event":{"id":"669e9c587828de25","type":"Diplomacy.Meet","status":"occurred","trigger":{"start":34,"end":37,"text":"met"},"arguments":[{"role":"actor","start":27,"end":33,"text":"Envoys"}]}}',NULL,NULL,NULL,NULL,'2026-11-21T19:35:55.545Z');
INSERT INTO decision VALUES('01M7ZSQBWTTTZNHFTVZF4XW3D4','ben','4b5f2a6d0ed950d0','669e9c587828de25','verdict','undo','01M7ZSQBWSAPTZGNCTMTRP1BSF',NULL,'01M7ZSQBWSAPTZGNCTMTRP1BSF',NULL,NULL,NULL,'2026-11-21T19:35:55.546Z');
CREATE TABLE place (                     -- everyone who reviews here, and where each left
    reviewer text primary key,
    article text references article(id),
    subject text                         -- the selected event
);
INSERT INTO place VALUES('ana','2ab4e25ab81dd37d','bdf878cd87953128');
CREATE TABLE confidence (                -- what decisions made of the confidence of an extractor; the newest counts
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
INSERT INTO confidence VALUES('01M7ZTB0HFC9TB6JZE9YR9RPFV','rules','conflict/1','ana',1,4,3,'{"bias":1.5,"group=attack":-0.25}','2026-11-21T19:46:39.279Z');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','article_text','article_text',0,'CREATE VIRTUAL TABLE article_text using fts5(  -- the words of the texts, which stay in the table article
    text, content=''article'', content_rowid=''seq'', columnsize=0, tokenize=''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'article_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO article_text_data VALUES(1,X'0327');
INSERT INTO article_text_data VALUES(10,X'000000000101010001010101');
INSERT INTO article_text_data VALUES(137438953473,X'0000014402306101020d02020b02046674657203020a0205677265656401020c02026e6401020b0102090203726d790302020106626174746c6503020d02057269646765030405060107646f636b65727302020c0106656e766f7973010207010566657272790102020205726964617901020a010767756e6e6572730202060107686172626f7572020205020269740202030102696e01020501066b696c6c656402020a01046c696e6401020602036f6e6703020c01036d657401020802036f6c6502020f01046e65617202020d01046f6c6d6f0204040602016e0102090106726573756d65010204030574616b657303020301067365697a6564030207020668656c6c65640202070601730202020203756e64030204010574616c6b730102030202686502020e0102080205726f6f7073030206030375636501020e0202776f02020b0409090a0a080b0b0c0b0a0a0c0c07070b09080808090a060b0a0b0b06080a0a0a08');
CREATE TABLE IF NOT EXISTS 'article_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO article_text_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'article_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO article_text_config VALUES('version',4);
CREATE TABLE article_tally (             -- a row for each article that some run has finished
    article text primary key references article(id),
    live integer not null                -- events of live proposals
) without rowid;
INSERT INTO article_tally VALUES('2ab4e25ab81dd37d',2);
INSERT INTO article_tally VALUES('42a06f2095160184',0);
INSERT INTO article_tally VALUES('4b5f2a6d0ed950d0',2);
CREATE TABLE review_tally (              -- a row for each article that a reviewer said anything of
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
INSERT INTO review_tally VALUES('2ab4e25ab81dd37d','ana',1,1,1,0,1,0,0,0);
INSERT INTO review_tally VALUES('42a06f2095160184','ana',1,0,0,1,0,0,0,0);
INSERT INTO review_tally VALUES('4b5f2a6d0ed950d0','ana',2,0,0,2,2,1,1,1);
INSERT INTO review_tally VALUES('4b5f2a6d0ed950d0','ben',0,0,0,0,0,0,0,0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX article_cluster on article(cluster);
CREATE INDEX occurrence_article on occurrence(article);
CREATE INDEX shingle_article on shingle(article);
CREATE INDEX run_extractor on run(extractor, version, model, rules);
CREATE INDEX run_article_run on run_article(run);
CREATE INDEX proposal_event on proposal(event, run);
CREATE INDEX decision_target on decision(target) where target is not null;
CREATE INDEX decision_act on decision(reviewer, act, id);
CREATE TRIGGER decision_never_changed before update  on decision
begin select raise(abort, 'decisions are never changed'); end;
CREATE TRIGGER decision_never_deleted before delete on decision
begin select raise(abort, 'decisions are never deleted'); end;
CREATE TRIGGER decision_never_replaced before insert on decision
when exists (select 1 from decision where id = new.id)
begin select raise(abort, 'decisions are never replaced'); end;
CREATE TRIGGER proposal_never_changed before update  on proposal
begin select raise(abort, 'proposals are never changed'); end;
CREATE TRIGGER proposal_never_deleted before delete on proposal
begin select raise(abort, 'proposals are never deleted'); end;
CREATE TRIGGER proposal_never_replaced before insert on proposal
when exists (select 1 from proposal where article = new.article and run = new.run and event = new.event)
begin select raise(abort, 'proposals are never replaced'); end;
CREATE TRIGGER article_never_deleted before delete on article
begin select raise(abort, 'articles are never deleted'); end;
CREATE TRIGGER article_never_replaced before insert on article
when exists (select 1 from article where id = new.id or seq = new.seq or rowid = new.rowid)
begin select raise(abort, 'articles are never replaced'); end;
CREATE INDEX confidence_extractor on confidence(extractor, ontology, id);
CREATE TRIGGER article_never_changed before update of id, seq, text on article
begin select raise(abort, 'articles are never changed'); end;
CREATE INDEX article_listing on article(seq, title, cluster, id);
CREATE TRIGGER article_indexed after insert on article
begin insert into article_text(rowid, text) values (new.seq, new.text); end;
CREATE INDEX review_tally_reviewer on review_tally(reviewer);
CREATE INDEX decision_state on decision(article, reviewer, subject, facet, id);
CREATE INDEX decision_event on decision(cast(json_extract(state, '$.event.id') as text), reviewer, subject)
    where facet = 'verdict';
CREATE TRIGGER run_counted after insert on run_article
begin
insert into article_tally (article, live) select new.article, 0 where not exists (
    select 1 from article_tally where article = new.article
);
update article_tally set live = (select count(distinct event) from live_proposal where article = new.article) where article = new.article;
update review_tally set closed = (select count(distinct p.event) from live_proposal as p
    where p.article = new.article and not (not exists (
        select 1 from verdict as v
        where v.article = p.article and v.reviewer = review_tally.reviewer and v.subject = p.event
        and v.verdict <> 'skip'
    ) and not exists (
        select 1 from verdict as v
        where v.reviewer = review_tally.reviewer and v.event = p.event and v.verdict in ('accept', 'edit', 'add')
    ))) where article = new.article;
end;
CREATE TRIGGER proposal_counted after insert on proposal
when exists (select 1 from live_run as live where live.article = new.article and live.run = new.run) and not exists (
    select p.type from live_proposal as p where p.article = new.article and p.event = new.event and p.run <> new.run
)
begin
update article_tally set live = live + 1 where article = new.article;
update review_tally set closed = closed + 1
where article = new.article and not (not exists (
        select 1 from verdict as v
        where v.article = new.article and v.reviewer = review_tally.reviewer and v.subject = new.event
        and v.verdict <> 'skip'
    ) and not exists (
        select 1 from verdict as v
        where v.reviewer = review_tally.reviewer and v.event = new.event and v.verdict in ('accept', 'edit', 'add')
    ));
end;
CREATE TRIGGER verdict_counted after insert on decision when new.facet = 'verdict' and not exists (
    select 1 from decision as x where x.article = new.article and x.reviewer = new.reviewer
    and x.subject = new.subject and x.facet = new.facet and x.id > new.id
)
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
update review_tally set (decided, skipped, rejected) = (
    select decided + (now not in ('', 'skip')) - (was not in ('', 'skip')),
        skipped + (now = 'skip') - (was = 'skip'), rejected + (now = 'reject') - (was = 'reject')
    from (select coalesce(json_extract(state, '$.verdict'), '') as was,
        cast(json_extract(state, '$.event.id') as text) as was_event,
        coalesce(json_extract(new.state, '$.verdict'), '') as now,
        cast(json_extract(new.state, '$.event.id') as text) as now_event
    from (select (select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) as state))
), (gold, closed) = (
    select gold + coalesce(sum((now in ('accept', 'edit', 'add') and now_event = event) - (was in ('accept', 'edit', 'add') and was_event = event))
            filter (where not (exists (
        select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
        and x.subject < new.subject and x.verdict in ('accept', 'edit', 'add')
    ) or exists (
        select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
        and x.subject > new.subject and x.verdict in ('accept', 'edit', 'add')
    ))), 0),
        closed + coalesce(sum(
            (now in ('accept', 'edit', 'add') and now_event = event or now not in ('', 'skip') and new.subject = event)
            - (was in ('accept', 'edit', 'add') and was_event = event or was not in ('', 'skip') and new.subject = event)
        ) filter (where exists (
        select p.type from live_proposal as p where p.article = new.article and p.event = touched.event
    ) and not (touched.event <> new.subject and exists (
        select 1 from verdict as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = touched.event and x.verdict <> 'skip'
    )) and not (exists (
        select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
        and x.subject < new.subject and x.verdict in ('accept', 'edit', 'add')
    ) or exists (
        select 1 from verdict as x where x.reviewer = new.reviewer and x.event = touched.event
        and x.subject > new.subject and x.verdict in ('accept', 'edit', 'add')
    ))), 0)
    from (select new.subject as event
    union select now_event from (select coalesce(json_extract(state, '$.verdict'), '') as was,
        cast(json_extract(state, '$.event.id') as text) as was_event,
        coalesce(json_extract(new.state, '$.verdict'), '') as now,
        cast(json_extract(new.state, '$.event.id') as text) as now_event
    from (select (select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) as state)) union select was_event from (select coalesce(json_extract(state, '$.verdict'), '') as was,
        cast(json_extract(state, '$.event.id') as text) as was_event,
        coalesce(json_extract(new.state, '$.verdict'), '') as now,
        cast(json_extract(new.state, '$.event.id') as text) as now_event
    from (select (select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) as state))) as touched cross join (select coalesce(json_extract(state, '$.verdict'), '') as was,
        cast(json_extract(state, '$.event.id') as text) as was_event,
        coalesce(json_extract(new.state, '$.verdict'), '') as now,
        cast(json_extract(new.state, '$.event.id') as text) as now_event
    from (select (select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) as state))
)
where article = new.article and reviewer = new.reviewer;
end;
CREATE TRIGGER flag_counted after insert on decision when new.facet = 'flag' and not exists (
    select 1 from decision as x where x.article = new.article and x.reviewer = new.reviewer
    and x.subject = new.subject and x.facet = new.facet and x.id > new.id
)
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
update review_tally set flagged = flagged + (new.state is 'true') - ((select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) is 'true')
where article = new.article and reviewer = new.reviewer;
end;
CREATE TRIGGER comment_counted after insert on decision when new.facet = 'comment' and not exists (
    select 1 from decision as x where x.article = new.article and x.reviewer = new.reviewer
    and x.subject = new.subject and x.facet = new.facet and x.id > new.id
)
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
update review_tally set commented = commented + (new.state is not null) - ((select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) is not null)
where article = new.article and reviewer = new.reviewer;
end;
CREATE TRIGGER complete_counted after insert on decision when new.facet = 'complete' and not exists (
    select 1 from decision as x where x.article = new.article and x.reviewer = new.reviewer
    and x.subject = new.subject and x.facet = new.facet and x.id > new.id
)
begin
insert into review_tally (article, reviewer) select new.article, new.reviewer where not exists (
    select 1 from review_tally where article = new.article and reviewer = new.reviewer
);
update review_tally set complete = complete + (new.state is 'true') - ((select x.state from decision as x where x.article = new.article and x.reviewer = new.reviewer
        and x.subject = new.subject and x.facet = new.facet and x.id < new.id order by x.id desc limit 1) is 'true')
where article = new.article and reviewer = new.reviewer;
end;
CREATE VIEW state as
select * from decision as d
where not exists (
    select 1 from decision as later
    where later.article = d.article and later.reviewer = d.reviewer and later.subject = d.subject
    and later.facet = d.facet and later.id > d.id
);
CREATE VIEW verdict as
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
CREATE VIEW gold as
select * from verdict as v
where verdict in ('accept', 'edit', 'add') and not exists (
    select 1 from verdict as later
    where later.reviewer = v.reviewer and later.event = v.event
    and later.verdict in ('accept', 'edit', 'add') and later.decision > v.decision
);
CREATE VIEW gold_argument as
select gold.reviewer, gold.article, gold.event, gold.type, json_extract(filler.value, '$.role') as role,
    json_extract(filler.value, '$.text') as text, json_extract(filler.value, '$.start') as start,
    json_extract(filler.value, '$.end') as end
from gold, json_each(gold.arguments) as filler;
CREATE VIEW live_run as
select ra.article, ra.run, r.extractor from run_article as ra join run as r on r.id = ra.run
where not exists (
    select 1 from run_article as newer join run as n on n.id = newer.run
    where newer.article = ra.article and n.extractor = r.extractor and newer.run > ra.run
);
CREATE VIEW live_proposal as
select p.*, live.extractor from live_run as live cross join proposal as p
on p.article = live.article and p.run = live.run;
CREATE VIEW complete as
select reviewer, article, decided_at from state where facet = 'complete' and state = 'true';
CREATE VIEW flag as
select reviewer, article, subject, decided_at from state where facet = 'flag' and state = 'true';
CREATE VIEW comment as
select reviewer, article, subject, json_extract(state, '$') as comment, decided_at
from state where facet = 'comment' and state is not null;
CREATE VIEW reviewer as select reviewer from place union select reviewer from decision;
CREATE VIEW undecided as
select distinct reviewer.reviewer, p.article, p.event, p.type, p.trigger, p.start, p.end
from reviewer, live_proposal as p
where not exists (
        select 1 from verdict as v
        where v.article = p.article and v.reviewer = reviewer.reviewer and v.subject = p.event
        and v.verdict <> 'skip'
    ) and not exists (
        select 1 from verdict as v
        where v.reviewer = reviewer.reviewer and v.event = p.event and v.verdict in ('accept', 'edit', 'add')
    );
CREATE VIEW progress as

select reviewer.reviewer as reviewer, article.seq, article.id as article, article.title, article.cluster,
    (select count(*) - 1 from article as other where other.cluster = article.cluster) as near_copies,
    a.article is not null as extracted, coalesce(r.complete, 0) as complete,
    coalesce(a.live, 0) - coalesce(r.closed, 0) as undecided, coalesce(r.decided, 0) as decided,
    coalesce(r.skipped, 0) as skipped, coalesce(r.flagged, 0) as flagged, coalesce(r.commented, 0) as commented
from reviewer cross join article left join article_tally as a on a.article = article.id
left join review_tally as r on r.article = article.id and r.reviewer = reviewer.reviewer;
CREATE VIEW conflict as
select a.reviewer, a.article, a.subject, a.facet, a.id as decision, b.id as other, a.state, b.state as other_state
from decision as a join decision as b
on b.article = a.article and b.reviewer = a.reviewer and b.subject = a.subject and b.facet = a.facet
and b.id > a.id and b.prior is a.prior;
CREATE VIEW mention as
select article, json_extract(value, '$[0]') as start, json_extract(value, '$[1]') as end,
    json_extract(value, '$[2]') as kind, json_extract(value, '$[3]') as label
from analysis, json_each(analysis.mentions);
PRAGMA writable_schema=OFF;
COMMIT;
