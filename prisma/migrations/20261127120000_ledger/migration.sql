-- AlterTable
ALTER TABLE "events" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "ledger_leaves" (
    "index" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_leaves_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "ledger_nodes" (
    "level" SMALLINT NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_nodes_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "ledger_checkpoints" (
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ledger_checkpoints_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "ledger_cosignatures" (
    "size" BIGINT NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ledger_cosignatures_pkey" PRIMARY KEY ("size","witness")
);

-- CreateTable
CREATE TABLE "ledger_halts" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_halts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_leaves_seq_key" ON "ledger_leaves"("seq");

-- CreateIndex
CREATE INDEX "events_xid_idx" ON "events"("xid");

-- AddForeignKey
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_seq_fkey" FOREIGN KEY ("seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_cosignatures" ADD CONSTRAINT "ledger_cosignatures_size_fkey" FOREIGN KEY ("size") REFERENCES "ledger_checkpoints"("size") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- By hand. What the sequencer writes is written once, like the history itself; only a halt has an end.
alter table ledger_leaves add constraint ledger_leaves_whole check (index >= 0 and octet_length(hash) = 32);
alter table ledger_nodes add constraint ledger_nodes_whole check (level > 0 and level % 8 = 0 and index >= 0 and octet_length(hash) = 32);
alter table ledger_checkpoints add constraint ledger_checkpoints_whole check (size > 0);

do $$
declare held text;
begin
  foreach held in array array['ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'ledger_cosignatures'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', held || '_once', held);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', held || '_no_truncate', held);
    execute format('alter table %I enable always trigger %I', held, held || '_once');
    execute format('alter table %I enable always trigger %I', held, held || '_no_truncate');
  end loop;
end $$;

-- Leaves follow on each other without a gap, whoever inserts them.
create function check_leaves_follow() returns trigger language plpgsql set search_path from current as $$
declare low bigint; high bigint; n bigint; before bigint;
begin
  select min(index), max(index), count(*) into low, high, n from added;
  select coalesce(max(index), -1) into before from ledger_leaves where index < low;
  if n > 0 and (low <> before + 1 or high - low + 1 <> n) then
    raise exception 'a leaf does not follow on the last' using errcode = 'check_violation', constraint = 'ledger_leaves_follow';
  end if;
  return null;
end $$;
create trigger ledger_leaves_follow after insert on ledger_leaves referencing new table as added
  for each statement execute function check_leaves_follow();
alter table ledger_leaves enable always trigger ledger_leaves_follow;

-- A database older than what was witnessed takes no act: it would begin a second history.
create unique index ledger_halts_one on ledger_halts ((true)) where ended_at is null;
create function refuse_halted() returns trigger language plpgsql set search_path from current as $$
declare why text;
begin
  select reason into why from ledger_halts where ended_at is null;
  if found then
    raise exception 'the history is halted: %', why using errcode = 'AQ001';
  end if;
  return null;
end $$;
create trigger events_not_halted before insert on events for each statement execute function refuse_halted();
alter table events enable always trigger events_not_halted;

grant select, insert on ledger_leaves, ledger_nodes, ledger_checkpoints, ledger_cosignatures, ledger_halts to aqtalu_app;
grant update (ended_at) on ledger_halts to aqtalu_app;
