-- CreateTable
CREATE TABLE "person_pairs" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_id" UUID,
    "ended_note" TEXT,

    CONSTRAINT "person_pairs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_pairs_person_id_idx" ON "person_pairs"("person_id");

-- CreateIndex
CREATE INDEX "person_pairs_other_id_idx" ON "person_pairs"("other_id");

-- AddForeignKey
ALTER TABLE "person_pairs" ADD CONSTRAINT "person_pairs_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_pairs" ADD CONSTRAINT "person_pairs_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_pairs" ADD CONSTRAINT "person_pairs_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_pairs" ADD CONSTRAINT "person_pairs_ended_id_fkey" FOREIGN KEY ("ended_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- By hand.
alter table person_pairs add constraint person_pairs_said check (answer in ('same', 'other') and person_id <> other_id and note <> '');
alter table person_pairs add constraint person_pairs_ended check
  ((ended_at is null) = (ended_id is null) and (ended_at is null) = (ended_note is null) and ended_note <> '');
-- Of two people one thing is said at a time, whichever is named first.
create unique index person_pairs_one on person_pairs (least(person_id, other_id), greatest(person_id, other_id)) where ended_at is null;

-- All registrations of one person, this one among them: the one that leads, and those that point to it.
create function registrations_of(person uuid) returns uuid[] language sql stable set search_path from current
  set enable_seqscan = off as $$
  with lead as (select coalesce((select pp.other_id from person_pairs pp
    where pp.person_id = person and pp.answer = 'same' and pp.ended_at is null), person) id)
  select array(select id from lead union all
    select pp.person_id from person_pairs pp, lead where pp.other_id = lead.id and pp.answer = 'same' and pp.ended_at is null)
$$;

-- Nobody points to somebody who points on, so that one look tells who is meant. What was said is ended, never altered.
create function guard_person_pairs() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'what was said of two people is ended, not deleted' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or new.ended_at is null or to_jsonb(new) - array['ended_at', 'ended_id', 'ended_note']
      <> to_jsonb(old) - array['ended_at', 'ended_id', 'ended_note'] then
      raise exception 'what was said of two people is ended, not altered' using errcode = 'check_violation', constraint = 'person_pairs_kept';
    end if;
    return new;
  end if;
  perform from persons where id in (new.person_id, new.other_id) order by id for update;
  if new.answer = 'same' and exists (select from person_pairs pp where pp.answer = 'same' and pp.ended_at is null
      and (pp.person_id in (new.person_id, new.other_id) or pp.other_id = new.person_id)) then
    raise exception 'one registration leads, the others point to it' using errcode = 'check_violation', constraint = 'person_pairs_lead';
  end if;
  return new;
end $$;
create trigger person_pairs_guarded before insert or update or delete on person_pairs for each row execute function guard_person_pairs();
create trigger person_pairs_no_truncate before truncate on person_pairs for each statement execute function refuse_rewriting();
alter table person_pairs enable always trigger person_pairs_guarded;
alter table person_pairs enable always trigger person_pairs_no_truncate;

grant select, insert on person_pairs to aqtalu_app;
grant update (ended_at, ended_id, ended_note) on person_pairs to aqtalu_app;
