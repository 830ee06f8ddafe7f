-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "cooling_until" TIMESTAMPTZ(3),
ADD COLUMN     "password_given_by" UUID;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "waits" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "credential" TEXT NOT NULL,
    "cose" BYTEA NOT NULL,
    "spki" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ceremonies" (
    "session_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ceremonies_pkey" PRIMARY KEY ("session_id","purpose")
);

-- CreateTable
CREATE TABLE "passkey_codes" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factors" (
    "account_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("account_id","hash")
);

-- CreateTable
CREATE TABLE "resets" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "confirmed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "resets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_key" ON "passkeys"("credential");

-- CreateIndex
CREATE INDEX "passkeys_account_id_idx" ON "passkeys"("account_id");

-- CreateIndex
CREATE INDEX "passkey_codes_account_id_idx" ON "passkey_codes"("account_id");

-- CreateIndex
CREATE INDEX "resets_account_id_idx" ON "resets"("account_id");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ceremonies" ADD CONSTRAINT "ceremonies_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "passkey_codes" ADD CONSTRAINT "passkey_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "passkey_codes" ADD CONSTRAINT "passkey_codes_issued_by_fkey" FOREIGN KEY ("issued_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resets" ADD CONSTRAINT "resets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resets" ADD CONSTRAINT "resets_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resets" ADD CONSTRAINT "resets_closed_by_fkey" FOREIGN KEY ("closed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- By hand. A passkey is ended once and never comes back, nor becomes somebody else's.
create function keep_passkeys() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or row(old.id, old.account_id, old.credential, old.cose, old.spki, old.site, old.added_at)
      is distinct from row(new.id, new.account_id, new.credential, new.cose, new.spki, new.site, new.added_at) then
    raise exception 'a passkey stays what it was' using errcode = 'check_violation', constraint = 'passkeys_stay';
  end if;
  return new;
end $$;
create trigger passkeys_stay before update on passkeys for each row execute function keep_passkeys();
alter table passkeys enable always trigger passkeys_stay;

-- One reset of an account at a time, and nobody closes their own in the affirmative.
create unique index resets_one on resets (account_id) where closed_at is null;
alter table resets add constraint resets_by_two check (not confirmed or (closed_by is not null and closed_by <> proposed_by and closed_by <> account_id));
alter table resets add constraint resets_closed check ((closed_at is null) = (closed_by is null) and (closed_at is not null or not confirmed));
create unique index passkey_codes_one on passkey_codes (account_id) where ended_at is null;

-- What a passkey signed is signed once.
create unique index statements_signed_once on statements (hash) where method = 'passkey';

grant select, insert on passkeys, ceremonies, passkey_codes, second_factors, recovery_codes, resets to aqtalu_app;
grant update (counter, used_at, ended_at, label) on passkeys to aqtalu_app;
grant update, delete on ceremonies, second_factors to aqtalu_app;
grant update (ended_at) on passkey_codes to aqtalu_app;
grant update (used_at) on recovery_codes to aqtalu_app;
grant delete on recovery_codes to aqtalu_app;
grant update (closed_by, closed_at, confirmed) on resets to aqtalu_app;
