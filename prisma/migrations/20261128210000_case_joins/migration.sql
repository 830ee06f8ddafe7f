-- CreateTable
CREATE TABLE "case_joins" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_id" UUID,
    "ended_note" TEXT,

    CONSTRAINT "case_joins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_joins_case_id_idx" ON "case_joins"("case_id");

-- CreateIndex
CREATE INDEX "case_joins_lead_id_idx" ON "case_joins"("lead_id");

-- AddForeignKey
ALTER TABLE "case_joins" ADD CONSTRAINT "case_joins_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_joins" ADD CONSTRAINT "case_joins_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_joins" ADD CONSTRAINT "case_joins_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_joins" ADD CONSTRAINT "case_joins_ended_id_fkey" FOREIGN KEY ("ended_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- By hand.
alter table case_joins add constraint case_joins_said check (case_id <> lead_id and note <> '');
alter table case_joins add constraint case_joins_ended check
  ((ended_at is null) = (ended_id is null) and (ended_at is null) = (ended_note is null) and ended_note <> '');
create unique index case_joins_one on case_joins (case_id) where ended_at is null;

-- One case leads, and none points to one that points on. A case that is joined has no open proceeding. What was said is
-- ended, never altered.
create function guard_case_joins() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a join is ended, not deleted' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or new.ended_at is null or to_jsonb(new) - array['ended_at', 'ended_id', 'ended_note']
      <> to_jsonb(old) - array['ended_at', 'ended_id', 'ended_note'] then
      raise exception 'a join is ended, not altered' using errcode = 'check_violation', constraint = 'case_joins_kept';
    end if;
    return new;
  end if;
  perform from cases where id in (new.case_id, new.lead_id) order by id for update;
  if exists (select from case_joins j where j.ended_at is null
      and (j.case_id = new.lead_id or j.lead_id = new.case_id)) then
    raise exception 'one case leads, the others point to it' using errcode = 'check_violation', constraint = 'case_joins_lead';
  end if;
  if exists (select from proceedings p where p.case_id = new.case_id and p.decided_at is null) then
    raise exception 'a case with an open proceeding is not joined' using errcode = 'check_violation', constraint = 'case_joins_open';
  end if;
  return new;
end $$;
create trigger case_joins_guarded before insert or update or delete on case_joins for each row execute function guard_case_joins();
create trigger case_joins_no_truncate before truncate on case_joins for each statement execute function refuse_rewriting();
alter table case_joins enable always trigger case_joins_guarded;
alter table case_joins enable always trigger case_joins_no_truncate;

-- Two registrations are parted only once their cases are.
create function guard_joined_people() returns trigger language plpgsql set search_path from current as $$
begin
  if exists (select from cases c join case_joins j on j.case_id = c.id or j.lead_id = c.id
      join cases o on o.id = case when j.case_id = c.id then j.lead_id else j.case_id end
      where c.person_id = old.person_id and j.ended_at is null and o.person_id <> old.person_id) then
    raise exception 'cases of the two are joined' using errcode = 'check_violation', constraint = 'person_pairs_joined';
  end if;
  return new;
end $$;
create trigger person_pairs_joined before update on person_pairs for each row
  when (old.answer = 'same' and old.ended_at is null and new.ended_at is not null) execute function guard_joined_people();
alter table person_pairs enable always trigger person_pairs_joined;

grant select, insert on case_joins to aqtalu_app;
grant update (ended_at, ended_id, ended_note) on case_joins to aqtalu_app;
