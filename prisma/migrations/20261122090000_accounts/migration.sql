-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "password_temporary" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "delegations" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "proposed_by" UUID NOT NULL;

-- AlterTable
ALTER TABLE "clearances" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "proposed_by" UUID NOT NULL;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------
-- Two people for everything that gives power, and the operator of the command line.
-- ---------------------------------------------------------------------------------------------------------

-- The operator has no password and cannot sign in: the row lets the history point at who acted from the
-- command line. The name of the person at the keyboard stands in each event.
insert into accounts (id, login, name, locale, disabled_at)
values ('00000000-0000-4000-8000-000000000001', 'operator', 'operator', 'kk', now());

alter table accounts add constraint accounts_operator_asleep check (
  id <> '00000000-0000-4000-8000-000000000001' or password_hash is null and disabled_at is not null);

-- The operator alone may confirm what the operator proposed: there is nobody else yet when the first chair,
-- secretary and administrators are set up. Who is first is for the application to say.
alter table appointments drop constraint appointments_two_people;
alter table appointments add constraint appointments_two_people check (
  (confirmed_by is null) = (confirmed_at is null)
  and (confirmed_by is null or confirmed_by <> account_id
    and (confirmed_by <> proposed_by or proposed_by = '00000000-0000-4000-8000-000000000001')));
alter table clearances add constraint clearances_two_people check (
  (confirmed_by is null) = (confirmed_at is null)
  and (confirmed_by is null or confirmed_by <> account_id and confirmed_by <> proposed_by));
alter table delegations add constraint delegations_two_people check (
  (confirmed_by is null) = (confirmed_at is null)
  and (confirmed_by is null or confirmed_by <> to_account_id and confirmed_by <> proposed_by));
alter table clearances add constraint clearances_dates check (to_date is null or to_date >= from_date);
alter table delegations add constraint delegations_dates check (to_date >= from_date);
alter table absences add constraint absences_dates check (to_date >= from_date);
