-- CreateTable
CREATE TABLE "listed_cases" (
    "id" UUID NOT NULL,
    "n" SERIAL NOT NULL,
    "name" TEXT COLLATE "kk-x-icu" NOT NULL,
    "year" DATE NOT NULL,
    "date_to" DATE,
    "stage" TEXT NOT NULL,
    "outcome" TEXT,
    "step" TEXT,
    "category" TEXT,
    "region" TEXT,
    "regional_body_id" UUID,
    "awaits" BOOLEAN NOT NULL,
    "held" TEXT NOT NULL,
    "owners" TEXT NOT NULL,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "changed" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "listed_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable: its rows live no longer than a transaction
CREATE UNLOGGED TABLE "relistings" (
    "nth" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "cases" UUID[],

    CONSTRAINT "relistings_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE UNIQUE INDEX "listed_cases_n_key" ON "listed_cases"("n");

-- CreateIndex
CREATE INDEX "listed_cases_changed_idx" ON "listed_cases"("changed");

-- CreateIndex
CREATE INDEX "listed_cases_name_id_idx" ON "listed_cases"("name", "id");

-- CreateIndex
CREATE INDEX "relistings_xid_idx" ON "relistings"("xid");

-- By hand. What the list of cases is looked up in (ADR 14). Nothing writes it but these functions: each statement that
-- touches what a case is listed by notes the case, and at the end of the transaction its row is made anew.
grant select on listed_cases to aqtalu_app;

-- Few rows of large tables, always: whatever the statistics say, each is looked up.
create function relist_cases(due uuid[]) returns void language plpgsql security definer
  set search_path from current set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  -- Who comes second reads what the first has written. A row that is not there yet cannot be waited for: of what it is
  -- made, nothing that was there before may change meanwhile.
  perform from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(
    select cf.file_id from case_files cf where cf.case_id = any(due) and cf.xmin = pg_current_xact_id()::xid))
    order by f.id for share;
  perform from persons p where p.xmin <> pg_current_xact_id()::xid and p.id = any(array(
    select c.person_id from cases c where c.id = any(due) and not exists (select from listed_cases l where l.id = c.id)))
    order by p.id for share;
  perform from listed_cases where id = any(due) order by id for update;
  with made as materialized (
    select c.id, pe.name, coalesce(c.date_from, '9999-12-31') as year, c.date_to, c.stage, c.outcome,
      (select p.step from proceedings p where p.case_id = c.id and p.decided_at is null limit 1) step,
      c.category, c.region, c.regional_body_id,
      c.stage <> 'archived' and coalesce(fs.closed, false) awaits,
      case when c.stage = 'archived' then coalesce(fs.held, '') else '' end held,
      coalesce((select string_agg(distinct w.agency_id::text, ' ' order by w.agency_id::text)
        from case_files cf join file_owners w on w.file_id = cf.file_id where cf.case_id = c.id), '') owners
    from cases c join persons pe on pe.id = c.person_id
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
      owners = m.owners, gone = false, changed = pg_current_xact_id()
    from made m where l.id = m.id
      and (l.name, l.year, l.date_to, l.stage, l.outcome, l.step, l.category, l.region, l.regional_body_id, l.awaits, l.held, l.owners, l.gone)
      is distinct from (m.name, m.year, m.date_to, m.stage, m.outcome, m.step, m.category, m.region, m.regional_body_id, m.awaits, m.held, m.owners, false)
  )
  insert into listed_cases (id, name, year, date_to, stage, outcome, step, category, region, regional_body_id, awaits, held, owners)
    select m.* from made m where not exists (select from listed_cases l where l.id = m.id) order by m.id;
  -- Its place stays taken; of what stood there nothing stays.
  update listed_cases l set gone = true, name = '', year = '9999-12-31', date_to = null, stage = '', outcome = null, step = null,
    category = null, region = null, regional_body_id = null, awaits = false, held = '', owners = '', changed = pg_current_xact_id()
    where l.id = any(due) and not l.gone and not exists (select from cases c where c.id = l.id);
end $$;

create function relist() returns trigger language plpgsql security definer set search_path from current as $$
declare due uuid[];
begin
  -- All of the transaction at once: those behind find nothing left to do.
  if not exists (select from relistings where nth = new.nth) then return null; end if;
  with mine as (delete from relistings where xid = pg_current_xact_id() returning cases)
    select array_agg(distinct c) into due from mine, unnest(cases) c;
  if due is not null then perform relist_cases(due); end if;
  return null;
end $$;
create constraint trigger relistings_end after insert on relistings deferrable initially deferred for each row execute function relist();

create function note_cases() returns trigger language plpgsql security definer
  set search_path from current set enable_seqscan = off as $$
declare touched uuid[];
begin
  if tg_nargs > 1 then execute tg_argv[1]; end if;
  execute 'select array(' || tg_argv[0] || ')' into touched;
  if cardinality(touched) > 0 then insert into relistings (cases) values (touched); end if;
  return null;
end $$;

create trigger cases_listed after insert on cases referencing new table as becomes
  for each statement execute function note_cases('select id from becomes');
create trigger cases_relisted after update on cases referencing new table as becomes
  for each statement execute function note_cases('select id from becomes');
create trigger cases_unlisted after delete on cases referencing old table as was
  for each statement execute function note_cases('select id from was');
create trigger persons_relisted after update on persons referencing old table as was new table as becomes
  for each statement execute function note_cases('select c.id from becomes b join was w on w.id = b.id and w.name <> b.name
    join cases c on c.person_id = b.id');
create trigger files_relisted after update on files referencing old table as was new table as becomes
  for each statement execute function note_cases('select cf.case_id from becomes b join was w on w.id = b.id
    and (w.standing, w.grade) is distinct from (b.standing, b.grade) join case_files cf on cf.file_id = b.id');
create trigger proceedings_listed after insert on proceedings referencing new table as becomes
  for each statement execute function note_cases('select case_id from becomes where case_id is not null');
create trigger proceedings_relisted after update on proceedings referencing old table as was new table as becomes
  for each statement execute function note_cases('select b.case_id from becomes b join was w on w.id = b.id
    and (w.step, w.decided_at) is distinct from (b.step, b.decided_at) where b.case_id is not null');
create trigger case_files_listed after insert on case_files referencing new table as becomes
  for each statement execute function note_cases('select case_id from becomes');
create trigger case_files_relisted after update on case_files referencing new table as becomes
  for each statement execute function note_cases('select case_id from becomes');
create trigger case_files_unlisted after delete on case_files referencing old table as was
  for each statement execute function note_cases('select case_id from was');
-- Of owners no row says that they are being changed: their files are held, as by whoever changes a file itself.
create trigger file_owners_listed after insert on file_owners referencing new table as becomes
  for each statement execute function note_cases(
    'select cf.case_id from becomes b join case_files cf on cf.file_id = b.file_id',
    'select from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(select file_id from becomes)) order by f.id for no key update');
create trigger file_owners_unlisted after delete on file_owners referencing old table as was
  for each statement execute function note_cases(
    'select cf.case_id from was w join case_files cf on cf.file_id = w.file_id',
    'select from files f where f.xmin <> pg_current_xact_id()::xid and f.id = any(array(select file_id from was)) order by f.id for no key update');

revoke execute on function relist_cases(uuid[]) from public;

-- Those that are there.
select relist_cases(array(select id from cases));
