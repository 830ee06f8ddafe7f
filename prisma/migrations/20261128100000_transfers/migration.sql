-- CreateTable
CREATE TABLE "transfers" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "own_number" TEXT,
    "state" TEXT NOT NULL DEFAULT 'none',
    "version" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_versions" (
    "transfer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "due" DATE NOT NULL,

    CONSTRAINT "transfer_versions_pkey" PRIMARY KEY ("transfer_id","version")
);

-- CreateTable
CREATE TABLE "transfer_items" (
    "transfer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "fonds" TEXT NOT NULL,
    "inventories" TEXT NOT NULL,
    "title" TEXT,
    "files" INTEGER NOT NULL,
    "sheets" INTEGER,
    "materials" INTEGER,

    CONSTRAINT "transfer_items_pkey" PRIMARY KEY ("transfer_id","version","nth")
);

-- CreateTable
CREATE TABLE "transfer_steps" (
    "id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason_code" TEXT,
    "reason_text" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "transfer_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_counts" (
    "step_id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "sheets" INTEGER,
    "materials" INTEGER,
    "note" TEXT,

    CONSTRAINT "transfer_counts_pkey" PRIMARY KEY ("step_id","nth")
);

-- CreateIndex
CREATE UNIQUE INDEX "transfers_number_key" ON "transfers"("number");

-- CreateIndex
CREATE INDEX "transfers_state_number_idx" ON "transfers"("state", "number");

-- CreateIndex
CREATE INDEX "transfers_to_id_idx" ON "transfers"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "transfers_from_id_own_number_key" ON "transfers"("from_id", "own_number");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_items_transfer_id_version_fonds_inventories_key" ON "transfer_items"("transfer_id", "version", "fonds", "inventories");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_steps_transfer_id_nth_key" ON "transfer_steps"("transfer_id", "nth");

-- CreateIndex
CREATE INDEX "transfer_counts_transfer_id_version_nth_idx" ON "transfer_counts"("transfer_id", "version", "nth");

-- AddForeignKey
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_versions" ADD CONSTRAINT "transfer_versions_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_items" ADD CONSTRAINT "transfer_items_transfer_id_version_fkey" FOREIGN KEY ("transfer_id", "version") REFERENCES "transfer_versions"("transfer_id", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_steps" ADD CONSTRAINT "transfer_steps_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_steps" ADD CONSTRAINT "transfer_steps_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_steps" ADD CONSTRAINT "transfer_steps_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_counts" ADD CONSTRAINT "transfer_counts_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "transfer_steps"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer_counts" ADD CONSTRAINT "transfer_counts_transfer_id_version_nth_fkey" FOREIGN KEY ("transfer_id", "version", "nth") REFERENCES "transfer_items"("transfer_id", "version", "nth") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------
-- A transfer stands where its steps have led it. The application adds rows and changes none: the trigger of a
-- step moves the transfer, and refuses what cannot follow.
-- ---------------------------------------------------------------------------------------------------------

alter table transfers add constraint transfers_two_archives check (from_id <> to_id);
alter table transfers add constraint transfers_states check (
  state in ('none', 'announced', 'received', 'checked', 'accepted', 'returned', 'withdrawn') and steps >= 0 and version between 0 and steps);
alter table transfers add constraint transfers_own_number check (length(own_number) between 1 and 60);
alter table transfer_versions add constraint transfer_versions_said check (
  version > 0 and length(title) between 3 and 300 and length(basis) between 3 and 500);
alter table transfer_items add constraint transfer_items_counted check (
  nth > 0 and length(fonds) between 1 and 40 and length(inventories) between 1 and 60 and length(title) <= 300
  and files between 1 and 10000000 and (sheets is null or sheets between 0 and 1000000000)
  and (materials is null or materials between 0 and 1000000000));
alter table transfer_counts add constraint transfer_counts_counted check (
  files between 0 and 10000000 and (sheets is null or sheets between 0 and 1000000000)
  and (materials is null or materials between 0 and 1000000000) and length(note) between 1 and 500);
alter table transfer_steps add constraint transfer_steps_said check (
  act in ('announce', 'withdraw', 'receive', 'check', 'accept', 'return') and hash ~ '^[0-9a-f]{64}$'
  and (act in ('withdraw', 'return')) = (reason_code is not null) and (reason_code is null) = (reason_text is null)
  and (reason_code is null or reason_code in ('missing', 'surplus', 'damaged', 'inventory', 'basis', 'other'))
  and (reason_text is null or length(reason_text) between 3 and 2000));

create function refuse_transfer(why text) returns void language plpgsql as $$
begin
  raise exception '%', why using errcode = 'check_violation', constraint = 'transfers_guarded';
end $$;

-- What belongs to a version comes before the step that announces it, and nothing is added to it afterwards.
create function guard_transfer_version() returns trigger language plpgsql set search_path from current as $$
begin
  perform from transfers t where t.id = new.transfer_id and t.state in ('none', 'returned') and new.version = t.version + 1;
  if not found then perform refuse_transfer('a version is announced as a whole, and then stays as it is'); end if;
  return new;
end $$;
create trigger transfer_versions_guarded before insert on transfer_versions for each row execute function guard_transfer_version();
create trigger transfer_items_guarded before insert on transfer_items for each row execute function guard_transfer_version();

-- With the owner's rights: the application itself cannot move a transfer.
create function take_transfer_step() returns trigger language plpgsql security definer set search_path from current as $$
declare t transfers; leads text; side uuid; last_at timestamptz;
begin
  select * into t from transfers where id = new.transfer_id for update;
  if not found then return new; end if; -- the foreign key says so
  leads := case
    when new.act = 'announce' and t.state in ('none', 'returned') then 'announced'
    when new.act = 'withdraw' and t.state in ('announced', 'returned') then 'withdrawn'
    when new.act = 'receive' and t.state = 'announced' then 'received'
    when new.act = 'check' and t.state = 'received' then 'checked'
    when new.act = 'accept' and t.state = 'checked' then 'accepted'
    when new.act = 'return' and t.state = 'checked' then 'returned' end;
  side := case when new.act in ('announce', 'withdraw') then t.from_id else t.to_id end;
  select max(s.at) into last_at from transfer_steps s where s.transfer_id = t.id;
  if leads is null then perform refuse_transfer(format('%s cannot follow on %s', new.act, t.state));
  elsif new.nth <> t.steps + 1 then perform refuse_transfer('steps follow on each other');
  elsif new.version <> t.version + (new.act = 'announce')::int then perform refuse_transfer('a step is of the version that is there');
  elsif new.body_id <> side then perform refuse_transfer('this step is taken by the other archive');
  elsif new.at < last_at then perform refuse_transfer('a step is not taken before the one that it follows');
  elsif new.body_id = t.to_id and exists (select from transfer_steps s
      where s.transfer_id = t.id and s.act = 'announce' and s.by_id = new.by_id)
    then perform refuse_transfer('whoever announced it has no part on the other side');
  elsif not exists (select from transfer_items i where i.transfer_id = t.id and i.version = new.version)
    then perform refuse_transfer('nothing is handed over without anything in it');
  end if;
  update transfers set state = leads, version = new.version, steps = new.nth where id = t.id;
  return new;
end $$;
create trigger transfer_steps_taken before insert on transfer_steps for each row execute function take_transfer_step();

-- Each item is counted when it is received and when it is checked, and at no other step.
create function check_transfer_counts() returns trigger language plpgsql set search_path from current as $$
declare wanted int; counted int;
begin
  select count(*) into counted from transfer_counts c where c.step_id = new.id;
  select count(*) into wanted from transfer_items i
    where i.transfer_id = new.transfer_id and i.version = new.version and new.act in ('receive', 'check');
  if counted <> wanted then perform refuse_transfer('each item is counted when it is received and when it is checked'); end if;
  return null;
end $$;
create constraint trigger transfer_steps_counted after insert on transfer_steps deferrable initially deferred
  for each row execute function check_transfer_counts();

create function guard_transfer_count() returns trigger language plpgsql set search_path from current as $$
begin
  perform from transfer_steps s where s.id = new.step_id and s.transfer_id = new.transfer_id and s.version = new.version
    and s.act in ('receive', 'check');
  if not found then perform refuse_transfer('this step counts nothing of that version'); end if;
  return new;
end $$;
create trigger transfer_counts_guarded before insert on transfer_counts for each row execute function guard_transfer_count();

-- A transfer without a step was never announced.
create function check_transfer_begun() returns trigger language plpgsql set search_path from current as $$
begin
  perform from transfers t where t.id = new.id and t.state = 'none';
  if found then perform refuse_transfer('a transfer begins by being announced'); end if;
  return null;
end $$;
create constraint trigger transfers_begun after insert on transfers deferrable initially deferred
  for each row execute function check_transfer_begun();

create function guard_transfers() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then perform refuse_transfer('a transfer is withdrawn, never deleted');
  elsif (new.id, new.number, new.from_id, new.to_id, new.own_number)
      is distinct from (old.id, old.number, old.from_id, old.to_id, old.own_number)
    then perform refuse_transfer('between whom a transfer is stays as it was announced');
  elsif pg_trigger_depth() < 2 then perform refuse_transfer('a transfer is moved by its steps alone');
  end if;
  return coalesce(new, old);
end $$;
create trigger transfers_guarded before update or delete on transfers for each row execute function guard_transfers();
create trigger transfers_no_truncate before truncate on transfers for each statement execute function refuse_rewriting();

do $$
declare held text; guard record;
begin
  foreach held in array array['transfer_versions', 'transfer_items', 'transfer_steps', 'transfer_counts'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', held || '_once', held);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', held || '_no_truncate', held);
  end loop;
  for guard in select tgrelid::regclass as held, tgname as name from pg_trigger
      where not tgisinternal and tgrelid::regclass::text in ('transfers', 'transfer_versions', 'transfer_items', 'transfer_steps', 'transfer_counts') loop
    execute format('alter table %s enable always trigger %I', guard.held, guard.name);
  end loop;
end $$;

grant select on transfers, transfer_versions, transfer_items, transfer_steps, transfer_counts to aqtalu_app;
grant insert (id, from_id, to_id, own_number) on transfers to aqtalu_app;
grant insert on transfer_versions, transfer_items, transfer_steps, transfer_counts to aqtalu_app;
grant usage on sequence transfers_number_seq to aqtalu_app;
