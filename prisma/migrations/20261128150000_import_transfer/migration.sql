-- AlterTable
ALTER TABLE "import_proposals" ADD COLUMN     "files_added" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "transfer_id" UUID;

-- CreateIndex
CREATE INDEX "import_proposals_transfer_id_idx" ON "import_proposals"("transfer_id");

-- AddForeignKey
ALTER TABLE "import_proposals" ADD CONSTRAINT "import_proposals_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

update import_proposals set files_added = coalesce((summary #>> '{counts,file,added}')::int, 0) where state = 'accepted';
alter table import_proposals add constraint import_proposal_files check (files_added >= 0);

-- To which transfer an import belongs may be said once files of it are there, and stays once the transfer is accepted.
create function guard_import_transfer() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if new.transfer_id is not distinct from old.transfer_id then return new; end if;
    perform from transfers t where t.id = old.transfer_id and t.state = 'accepted';
    if found then perform refuse_transfer('what belongs to an accepted transfer stays as it is'); end if;
  end if;
  if new.transfer_id is null then return new; end if;
  perform from transfers t where t.id = new.transfer_id and t.state in ('received', 'checked', 'accepted');
  if not found then perform refuse_transfer('an import belongs to a transfer of which something has come'); end if;
  return new;
end $$;
create trigger import_proposals_transfer before insert or update of transfer_id on import_proposals
  for each row execute function guard_import_transfer();
alter table import_proposals enable always trigger import_proposals_transfer;
