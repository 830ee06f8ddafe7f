-- Titles are searched by pieces of words, people are listed by name in the Kazakh order, which holds every Russian
-- letter in its place as well.
-- CreateIndex
CREATE INDEX "units_title" ON "units" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "persons_name" ON "persons"("name" collate "kk-x-icu", "id");

-- A count of sheets meets the same check as the spans do. A record has only its own table's columns: naming the
-- other table's in one expression refused every count.
create or replace function check_spans_cover() returns trigger language plpgsql set search_path from current as $$
declare
  subject uuid;
  leaves int;
  held record;
begin
  if tg_table_name = 'files' then
    subject := new.id;
  elsif tg_op = 'DELETE' then
    subject := old.file_id;
  else
    subject := new.file_id;
  end if;
  select leaf_count into leaves from files where id = subject;
  select count(*) n, sum(to_pos - from_pos + 1) total, max(to_pos) last into held from spans where file_id = subject;
  if held.n > 0 and (leaves is null or held.total <> leaves * 2 or held.last <> leaves * 2 - 1) then
    raise exception 'spans of file % cover % of % sides', subject, held.total, leaves * 2
      using errcode = 'check_violation', constraint = 'spans_cover';
  end if;
  return null;
end $$;

-- A span that moves to another file would leave a gap in the one it came from.
create function check_span_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a span stays with its file' using errcode = 'check_violation', constraint = 'spans_stay';
end $$;
create trigger spans_stay before update of file_id on spans
  for each row when (new.file_id <> old.file_id) execute function check_span_stays();

-- A file whose sheets are counted may have no spans yet, but not lose them again.
create function check_spans_left() returns trigger language plpgsql set search_path from current as $$
begin
  if not exists (select 1 from spans where file_id = old.file_id) then
    raise exception 'file % has lost its spans', old.file_id using errcode = 'check_violation', constraint = 'spans_cover';
  end if;
  return null;
end $$;
create constraint trigger spans_left after delete on spans
  deferrable initially deferred for each row execute function check_spans_left();
