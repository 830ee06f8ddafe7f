-- AlterTable
ALTER TABLE "rule_sets" ADD COLUMN     "act" TEXT,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" UUID,
ADD COLUMN     "withdrawn_reason" TEXT;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------
-- A rule set is proposed by one person and confirmed by another; what is confirmed is never changed.
-- ---------------------------------------------------------------------------------------------------------

-- The founding version comes with the product: nobody proposed it. Its day no longer hangs on the time zone of
-- whoever migrated, for every history begins with it (lib/ledger/founding.ts).
update rule_sets set in_force_from = '2020-01-01T00:00:00Z', confirmed_at = '2020-01-01T00:00:00Z' where version = 1;

alter table rule_sets add constraint rule_sets_whole check (
  version = 1 and proposed_by is null and confirmed_by is null and confirmed_at is not null and withdrawn_at is null
  or version > 1 and proposed_by is not null and proposed_at is not null and act is not null and reason is not null
    and (confirmed_by is null) = (confirmed_at is null) and (withdrawn_by is null) = (withdrawn_at is null)
    and (confirmed_at is null or withdrawn_at is null));
alter table rule_sets add constraint rule_sets_two_people check (confirmed_by <> proposed_by);
alter table rule_sets add constraint rule_sets_not_back check (in_force_from >= confirmed_at);
-- One at a time, so that versions follow on each other as they come into force.
create unique index rule_sets_one_waiting on rule_sets ((true)) where confirmed_at is null and withdrawn_at is null;

create function guard_rule_sets() returns trigger language plpgsql set search_path from current as $$
declare newest int; newest_from timestamptz; why text;
begin
  if tg_op = 'DELETE' then
    why := 'a rule set is never deleted';
  elsif tg_op = 'INSERT' then
    select max(version) into newest from rule_sets;
    if new.version <> newest + 1 then why := 'a rule set follows on the newest';
    elsif new.confirmed_at is not null or new.withdrawn_at is not null then why := 'a rule set begins as a proposal';
    end if;
  else
    select max(in_force_from) into newest_from from rule_sets where confirmed_at is not null;
    if old.confirmed_at is not null or old.withdrawn_at is not null then why := 'this rule set is closed: it can only be followed by another';
    elsif (new.version, new.body, new.label, new.act, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.version, old.body, old.label, old.act, old.reason, old.proposed_by, old.proposed_at)
        or new.confirmed_at is null and new.withdrawn_at is null
      then why := 'a proposal is confirmed or withdrawn as it is';
    elsif new.confirmed_at is null and new.in_force_from <> old.in_force_from then why := 'its day is moved by its confirmation alone';
    elsif new.confirmed_at is not null and (new.in_force_from < old.in_force_from or new.in_force_from < newest_from)
      then why := 'it comes into force no earlier than proposed, and no earlier than the newest';
    -- By the clock of the database: nothing is confirmed in the past.
    elsif abs(extract(epoch from new.confirmed_at - clock_timestamp())) > 3600 then why := 'it is confirmed now, or not at all';
    end if;
  end if;
  if why is not null then
    raise exception '%', why using errcode = 'check_violation', constraint = 'rule_sets_guarded';
  end if;
  return coalesce(new, old);
end $$;
create trigger rule_sets_guarded before insert or update or delete on rule_sets for each row execute function guard_rule_sets();
create trigger rule_sets_no_truncate before truncate on rule_sets for each statement execute function refuse_rewriting();
alter table rule_sets enable always trigger rule_sets_guarded;
alter table rule_sets enable always trigger rule_sets_no_truncate;

revoke insert on rule_sets from aqtalu_app;
grant insert (version, body, label, act, reason, in_force_from, proposed_by, proposed_at) on rule_sets to aqtalu_app;
grant update (in_force_from, confirmed_by, confirmed_at, withdrawn_by, withdrawn_at, withdrawn_reason) on rule_sets to aqtalu_app;
