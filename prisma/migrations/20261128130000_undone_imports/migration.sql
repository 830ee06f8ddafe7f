-- DropForeignKey
ALTER TABLE "events" DROP CONSTRAINT "events_case_id_fkey";

-- DropForeignKey
ALTER TABLE "events" DROP CONSTRAINT "events_file_id_fkey";

-- DropForeignKey
ALTER TABLE "events" DROP CONSTRAINT "events_person_id_fkey";

-- AlterTable
ALTER TABLE "import_proposals" ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "import_writes" (
    "nth" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "units" INTEGER NOT NULL,

    CONSTRAINT "import_writes_pkey" PRIMARY KEY ("nth")
);

-- CreateTable
CREATE TABLE "import_before" (
    "nth" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "of" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "import_before_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE INDEX "import_writes_import_id_idx" ON "import_writes"("import_id");

-- CreateIndex
CREATE INDEX "import_before_import_id_idx" ON "import_before"("import_id");

-- CreateIndex
CREATE INDEX "duplicates_other_id_idx" ON "duplicates"("other_id");

-- CreateIndex
CREATE INDEX "charge_outcomes_charge_id_idx" ON "charge_outcomes"("charge_id");

-- CreateIndex
CREATE INDEX "applications_case_id_idx" ON "applications"("case_id");

-- CreateIndex
CREATE INDEX "conflict_answers_file_id_idx" ON "conflict_answers"("file_id");

-- CreateIndex
CREATE INDEX "corrections_case_id_idx" ON "corrections"("case_id");

-- By hand. The history outlives what it tells of: an import that is undone takes with it files, people and cases on
-- which nobody has worked, and their entries stay.
alter table import_before add constraint import_before_op check (op in ('update', 'delete'));

alter table import_proposals drop constraint import_proposal_state;
alter table import_proposals add constraint import_proposal_state check
  (state in ('analysing', 'unreadable', 'open', 'accepting', 'accepted', 'dropped', 'undoing', 'undone'));
alter table jobs drop constraint job_words;
alter table jobs add constraint job_words check
  (kind in ('analyse', 'accept', 'undo') and (wish is null or wish in ('pause', 'cancel'))
    and state in ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled'));

-- While an import writes (the setting aqtalu.import names it), what it writes over is kept.
create function keep_before() returns trigger language plpgsql security definer set search_path from current as $$
declare
  was jsonb := to_jsonb(old);
  named jsonb := jsonb_build_object('id', was->'id', 'case_id', was->'case_id', 'file_id', was->'file_id');
  becomes jsonb;
begin
  if tg_op = 'UPDATE' then
    becomes := to_jsonb(new);
    select jsonb_object_agg(o.key, o.value) into was from jsonb_each(was) o where o.value is distinct from becomes->o.key;
    if was is null then return null; end if;
    was := jsonb_build_object('key', named, 'was', was);
  end if;
  insert into import_before (import_id, of, op, row)
    values (current_setting('aqtalu.import')::uuid, tg_table_name, lower(tg_op), was);
  return null;
end $$;
do $$
declare held text;
begin
  foreach held in array array['units', 'files', 'file_owners', 'spans', 'persons', 'person_names', 'mentions', 'cases',
    'charges', 'measures', 'case_files', 'materials'] loop
    execute format('create trigger %I after update or delete on %I for each row
      when (coalesce(current_setting(''aqtalu.import'', true), '''') <> '''') execute function keep_before()', held || '_before_import', held);
  end loop;
end $$;

-- Which transactions an import has written in, as the rows it wrote have them; none unless it is being undone.
create function writes_of(of_import uuid) returns xid[] language plpgsql stable set search_path from current as $$
declare held xid[];
begin
  if not exists (select from import_proposals where id = of_import and state = 'undoing') then
    raise exception 'import % is not being undone', of_import using errcode = 'insufficient_privilege';
  end if;
  -- The record of a transaction was written in it: where it was not, this is another cluster, and its rows say nothing.
  -- And before half of their numbers are used up, transactions would be taken for one another.
  if exists (select from import_writes w where w.import_id = of_import and (w.xmin <> w.xid::xid
      or pg_current_xact_id()::text::numeric - w.xid::text::numeric > 2000000000)) then
    raise exception 'what import % has written is not known any more', of_import using errcode = 'AQ002';
  end if;
  select coalesce(array_agg(w.xid::xid), '{}') into held from import_writes w where w.import_id = of_import;
  return held;
end $$;

-- Rows that an import wrote over, or took away, are again as they were. One that somebody has written since is in the way.
create function put_back(of_import uuid, what text) returns bigint language plpgsql security definer set search_path from current as $$
declare
  xids xid[] := writes_of(of_import);
  kept record;
  columns text;
  done bigint;
  total bigint := 0;
begin
  for kept in select * from import_before where import_id = of_import and op = what order by nth desc loop
    if what = 'delete' then
      execute format('insert into %I select (jsonb_populate_record(null::%I, $1)).*', kept.of, kept.of) using kept.row;
    else
      select string_agg(quote_ident(c), ', ') into columns from jsonb_object_keys(kept.row->'was') c where c <> 'version';
      execute format('update %I t set %s %s where %s and (t.xmin = any($3) or t.xmin = pg_current_xact_id()::xid)', kept.of,
        case when kept.row->'was' ? 'version' then 'version = t.version + 1' || case when columns is null then '' else ',' end else '' end,
        case when columns is null then '' else format('(%s) = (select %s from jsonb_populate_record(null::%I, $1))', columns, columns, kept.of) end,
        case when kept.row->'key'->>'id' is null then 't.case_id = ($2->>''case_id'')::uuid and t.file_id = ($2->>''file_id'')::uuid'
          else 't.id = ($2->>''id'')::uuid' end)
        using kept.row->'was', kept.row->'key', xids;
      get diagnostics done = row_count;
      if done <> 1 then
        raise exception '% % was written since import %', kept.of, kept.row->'key', of_import using errcode = 'AQ002';
      end if;
    end if;
    total := total + 1;
  end loop;
  return total;
end $$;

-- Rows that an import brought and nobody has written since go. A unit stays while there are others below it.
create function take_back(of_import uuid, held text) returns bigint language plpgsql security definer set search_path from current as $$
declare
  xids xid[] := writes_of(of_import);
  done bigint;
  total bigint := 0;
begin
  if held not in ('units', 'files', 'file_owners', 'spans', 'persons', 'person_names', 'mentions', 'cases', 'charges',
    'measures', 'case_files', 'materials') then
    raise exception 'an import brings no %', held using errcode = 'insufficient_privilege';
  end if;
  loop
    execute format('delete from %I t where t.xmin = any($1) %s', held,
      case when held = 'units' then 'and not exists (select from units u where u.parent_id = t.id)' else '' end) using xids;
    get diagnostics done = row_count;
    total := total + done;
    exit when held <> 'units' or done = 0;
  end loop;
  return total;
end $$;

revoke execute on function put_back(uuid, text), take_back(uuid, text) from public;
grant execute on function put_back(uuid, text), take_back(uuid, text) to aqtalu_app;
grant select, insert, delete on import_writes to aqtalu_app;
grant select, delete on import_before to aqtalu_app;
grant usage on sequence import_writes_nth_seq to aqtalu_app;

-- A file that goes, or whose sheets are no longer counted, has no spans to keep.
create or replace function check_spans_left() returns trigger language plpgsql set search_path from current as $$
begin
  if not exists (select 1 from spans where file_id = old.file_id)
    and exists (select 1 from files where id = old.file_id and leaf_count is not null) then
    raise exception 'file % has lost its spans', old.file_id using errcode = 'check_violation', constraint = 'spans_cover';
  end if;
  return null;
end $$;
