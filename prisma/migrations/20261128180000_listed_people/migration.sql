-- DropIndex: names are looked up in memory (ADR 15)
DROP INDEX "persons_search";

-- DropIndex
DROP INDEX "person_names_search";

-- AlterTable: its place among the columns that are held in memory
ALTER TABLE "persons" ADD COLUMN "n" SERIAL NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "persons_n_key" ON "persons"("n");

-- AlterTable
ALTER TABLE "listed_cases" ADD COLUMN "organ" TEXT,
ADD COLUMN "person" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "step_since" DATE;

-- AlterTable
ALTER TABLE "relistings" ADD COLUMN "people" INTEGER[];

-- CreateTable
CREATE TABLE "listed_people" (
    "n" INTEGER NOT NULL,
    "names" TEXT NOT NULL,
    "birth_from" DATE,
    "birth_to" DATE,
    "birth_place" TEXT,
    "held" TEXT NOT NULL,
    "owners" TEXT NOT NULL,
    "regional" TEXT NOT NULL,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "changed" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "listed_people_pkey" PRIMARY KEY ("n")
);

-- CreateIndex
CREATE INDEX "listed_people_changed_idx" ON "listed_people"("changed");

-- By hand. What people are looked up in, kept as the list of cases is (migration `listed_cases`, ADR 15).
alter table listed_cases alter column person drop default;
grant select on listed_people to aqtalu_app;
grant usage on sequence persons_n_seq to aqtalu_app;

-- As before, with the place of the person; what is held meanwhile is held by `relist`. Gives the cases that are seen by
-- others than before.
drop function relist_cases(uuid[]);
create function relist_cases(due uuid[]) returns uuid[] language plpgsql security definer
  set search_path from current set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare moved uuid[];
begin
  perform from listed_cases where id = any(due) order by id for update;
  with made as materialized (
    select c.id, pe.name, coalesce(c.date_from, '9999-12-31') as year, c.date_to, c.stage, c.outcome,
      now_open.step,
      c.category, c.region, c.regional_body_id,
      c.stage <> 'archived' and coalesce(fs.closed, false) awaits,
      case when c.stage = 'archived' then coalesce(fs.held, '') else '' end held,
      coalesce((select string_agg(distinct w.agency_id::text, ' ' order by w.agency_id::text)
        from case_files cf join file_owners w on w.file_id = cf.file_id where cf.case_id = c.id), '') owners, pe.n person, c.organ, now_open.step_since
    from cases c join persons pe on pe.id = c.person_id
    left join lateral (select p.step, (p.step_since at time zone 'UTC')::date step_since
      from proceedings p where p.case_id = c.id and p.decided_at is null limit 1) now_open on true
    cross join lateral (
      select bool_or(cf.bond = 'required' and f.standing = 'closed') closed,
        string_agg(distinct '[' || o.ids || ']', '') filter (where f.grade is not null and f.standing = 'closed') held
      from case_files cf join files f on f.id = cf.file_id
      cross join lateral (select coalesce(string_agg(w.agency_id::text, ' ' order by w.agency_id), '') ids
        from file_owners w where w.file_id = f.id) o
      where cf.case_id = c.id) fs
    where c.id = any(due)
  ), anew as (
    update listed_cases l set name = m.name, year = m.year, date_to = m.date_to, stage = m.stage, outcome = m.outcome, step = m.step,
      category = m.category, region = m.region, regional_body_id = m.regional_body_id, awaits = m.awaits, held = m.held,
      owners = m.owners, person = m.person, organ = m.organ, step_since = m.step_since, gone = false, changed = pg_current_xact_id()
    from made m where l.id = m.id
      and (l.name, l.year, l.date_to, l.stage, l.outcome, l.step, l.category, l.region, l.regional_body_id, l.awaits, l.held, l.owners, l.person, l.organ, l.step_since, l.gone)
      is distinct from (m.name, m.year, m.date_to, m.stage, m.outcome, m.step, m.category, m.region, m.regional_body_id, m.awaits, m.held, m.owners, m.person, m.organ, m.step_since, false)
  ), added as (
    insert into listed_cases (id, name, year, date_to, stage, outcome, step, category, region, regional_body_id, awaits, held, owners, person, organ, step_since)
      select m.* from made m where not exists (select from listed_cases l where l.id = m.id) order by m.id
  )
  select array_agg(m.id) into moved from made m left join listed_cases was on was.id = m.id
    where (was.held, was.owners, was.regional_body_id, was.person) is distinct from (m.held, m.owners, m.regional_body_id, m.person);
  -- Its place stays taken; of what stood there nothing stays.
  update listed_cases l set gone = true, name = '', year = '9999-12-31', date_to = null, stage = '', outcome = null, step = null,
    category = null, region = null, regional_body_id = null, awaits = false, held = '', owners = '', organ = null, step_since = null,
    changed = pg_current_xact_id()
    where l.id = any(due) and not l.gone and not exists (select from cases c where c.id = l.id);
  return moved;
end $$;

-- A person is there for whoever sees a case of theirs or a file that names them, so each of these is a way to see them.
-- `held` is empty where one of the ways is open to all the staff, and has the ways apart (`[a b][c]|[d]`) where none is.
create function relist_people(due integer[]) returns void language plpgsql security definer
  set search_path from current set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform from listed_people where n = any(due) order by n for update;
  with made as materialized (
    select p.n, concat_ws(E'\n', p.name, v.texts) names, p.birth_from, p.birth_to, p.birth_place, x.held,
      coalesce((select string_agg(distinct o, ' ' order by o) from unnest(string_to_array(x.owners, ' ')) o where o <> ''), '') owners,
      coalesce((select string_agg(distinct r, ' ' order by r) from unnest(string_to_array(x.regional, ' ')) r), '') regional
    from persons p
    cross join lateral (select string_agg(distinct s.text, E'\n' order by s.text) texts
      from person_names s where s.person_id = p.id and s.text <> p.name) v
    cross join lateral (
      select case when coalesce(bool_or(way.held = ''), true) then '' else string_agg(distinct way.held, '|' order by way.held) end held,
        string_agg(way.owners, ' ') owners, string_agg(way.regional, ' ') regional
      from (
        select l.held, l.owners, l.regional_body_id::text regional from cases c join listed_cases l on l.id = c.id where c.person_id = p.id
        union all
        select case when f.grade is not null and f.standing = 'closed' then '[' || o.ids || ']' else '' end, o.ids,
          (select string_agg(rc.regional_body_id::text, ' ') from case_files cf join cases rc on rc.id = cf.case_id where cf.file_id = f.id)
        from mentions m join files f on f.id = m.file_id
        cross join lateral (select coalesce(string_agg(w.agency_id::text, ' ' order by w.agency_id), '') ids
          from file_owners w where w.file_id = f.id) o
        where m.person_id = p.id) way) x
    where p.n = any(due)
  ), anew as (
    update listed_people l set names = m.names, birth_from = m.birth_from, birth_to = m.birth_to, birth_place = m.birth_place, held = m.held, owners = m.owners,
      regional = m.regional, gone = false, changed = pg_current_xact_id()
    from made m where l.n = m.n
      and (l.names, l.birth_from, l.birth_to, l.birth_place, l.held, l.owners, l.regional, l.gone)
      is distinct from (m.names, m.birth_from, m.birth_to, m.birth_place, m.held, m.owners, m.regional, false)
  )
  insert into listed_people (n, names, birth_from, birth_to, birth_place, held, owners, regional)
    select m.* from made m where not exists (select from listed_people l where l.n = m.n) order by m.n;
  update listed_people l set gone = true, names = '', birth_from = null, birth_to = null, birth_place = null, held = '', owners = '', regional = '',
    changed = pg_current_xact_id()
    where l.n = any(due) and not l.gone and not exists (select from persons p where p.n = l.n);
end $$;

create or replace function relist() returns trigger language plpgsql security definer
  set search_path from current set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare due uuid[]; people integer[]; moved uuid[];
begin
  -- All of the transaction at once: those behind find nothing left to do.
  if not exists (select from relistings where nth = new.nth) then return null; end if;
  with mine as (delete from relistings where xid = pg_current_xact_id() returning *)
    select (select array_agg(distinct c) from mine, unnest(mine.cases) c), (select array_agg(distinct p) from mine, unnest(mine.people) p)
    into due, people;
  -- Who comes second reads what the first has written. A row that is not there yet cannot be waited for: of what it is
  -- made, nothing that was there before may change meanwhile.
  perform from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(
      select cf.file_id from case_files cf where cf.case_id = any(due) and cf.xmin = pg_current_xact_id()::xid
      union all select m.file_id from persons p join mentions m on m.person_id = p.id
        where p.n = any(people) and m.xmin = pg_current_xact_id()::xid))
    order by f.id for share;
  perform from persons p where p.xmin <> pg_current_xact_id()::xid and p.id = any(array(
    select c.person_id from cases c where c.id = any(due) and not exists (select from listed_cases l where l.id = c.id)))
    order by p.id for share;
  if due is not null then moved := relist_cases(due); end if;
  if moved is not null then
    people := array(select unnest(people)
      union select l.person from listed_cases l where l.id = any(moved)
      union select p.n from case_files cf join mentions m on m.file_id = cf.file_id join persons p on p.id = m.person_id where cf.case_id = any(moved));
  end if;
  if people is not null then perform relist_people(people); end if;
  return null;
end $$;

create function note_people() returns trigger language plpgsql security definer
  set search_path from current set enable_seqscan = off as $$
declare touched integer[];
begin
  if tg_nargs > 1 then execute tg_argv[1]; end if;
  execute 'select array(' || tg_argv[0] || ')' into touched;
  if cardinality(touched) > 0 then insert into relistings (people) values (touched); end if;
  return null;
end $$;

drop trigger proceedings_relisted on proceedings;
create trigger proceedings_relisted after update on proceedings referencing old table as was new table as becomes
  for each statement execute function note_cases('select b.case_id from becomes b join was w on w.id = b.id
    and (w.step, w.decided_at, w.step_since) is distinct from (b.step, b.decided_at, b.step_since) where b.case_id is not null');

create trigger persons_listed after insert on persons referencing new table as becomes
  for each statement execute function note_people('select n from becomes');
create trigger persons_renamed after update on persons referencing old table as was new table as becomes
  for each statement execute function note_people('select b.n from becomes b join was w on w.id = b.id
    and (w.name, w.birth_from, w.birth_to, w.birth_place) is distinct from (b.name, b.birth_from, b.birth_to, b.birth_place)');
create trigger persons_unlisted after delete on persons referencing old table as was
  for each statement execute function note_people('select n from was');
create trigger person_names_listed after insert on person_names referencing new table as becomes
  for each statement execute function note_people('select p.n from becomes b join persons p on p.id = b.person_id');
create trigger person_names_relisted after update on person_names referencing old table as was new table as becomes
  for each statement execute function note_people('select p.n from persons p where p.id = any(array(select person_id from was union select person_id from becomes))');
create trigger person_names_unlisted after delete on person_names referencing old table as was
  for each statement execute function note_people('select p.n from was w join persons p on p.id = w.person_id');
create trigger cases_left after update on cases referencing old table as was new table as becomes
  for each statement execute function note_people('select p.n from becomes b join was w on w.id = b.id and w.person_id <> b.person_id
    join persons p on p.id = w.person_id');
create trigger cases_dropped after delete on cases referencing old table as was
  for each statement execute function note_people('select p.n from was w join persons p on p.id = w.person_id');
create trigger mentions_listed after insert on mentions referencing new table as becomes
  for each statement execute function note_people('select p.n from becomes b join persons p on p.id = b.person_id');
create trigger mentions_relisted after update on mentions referencing old table as was new table as becomes
  for each statement execute function note_people('select p.n from persons p where p.id = any(array(select person_id from was union select person_id from becomes))');
create trigger mentions_unlisted after delete on mentions referencing old table as was
  for each statement execute function note_people('select p.n from was w join persons p on p.id = w.person_id');
create trigger files_renamed after update on files referencing old table as was new table as becomes
  for each statement execute function note_people('select p.n from becomes b join was w on w.id = b.id
    and (w.standing, w.grade) is distinct from (b.standing, b.grade) join mentions m on m.file_id = b.id join persons p on p.id = m.person_id');
create trigger file_owners_named after insert on file_owners referencing new table as becomes
  for each statement execute function note_people('select p.n from becomes b join mentions m on m.file_id = b.file_id join persons p on p.id = m.person_id');
create trigger file_owners_unnamed after delete on file_owners referencing old table as was
  for each statement execute function note_people('select p.n from was w join mentions m on m.file_id = w.file_id join persons p on p.id = m.person_id');
-- By which regional commission somebody is seen depends on two links of one file: whoever makes one waits for the other.
create trigger case_files_named after insert on case_files referencing new table as becomes
  for each statement execute function note_people(
    'select p.n from becomes b join mentions m on m.file_id = b.file_id join persons p on p.id = m.person_id',
    'select from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(select file_id from becomes)) order by f.id for no key update');
create trigger case_files_unnamed after delete on case_files referencing old table as was
  for each statement execute function note_people(
    'select p.n from was w join mentions m on m.file_id = w.file_id join persons p on p.id = m.person_id',
    'select from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(select file_id from was)) order by f.id for no key update');

revoke execute on function relist_cases(uuid[]), relist_people(integer[]) from public;

-- Those that are there.
select relist_cases(array(select id from cases));
select relist_people(array(select n from persons));
