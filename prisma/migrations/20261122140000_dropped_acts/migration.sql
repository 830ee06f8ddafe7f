-- A legal act that was entered but not confirmed is left behind when the proceeding goes back: kept, and marked.
ALTER TABLE "legal_act_items" ADD COLUMN     "dropped_at" TIMESTAMPTZ(3);

drop index legal_act_items_one_open;
create unique index legal_act_items_one_open on legal_act_items (proceeding_id) where confirmed_at is null and dropped_at is null;
alter table legal_act_items add constraint legal_act_items_one_end check (confirmed_at is null or dropped_at is null);
