-- What was read before lay in the table itself and is sent once more.
update import_proposals set state = 'dropped' where state = 'open';

-- AlterTable
ALTER TABLE "import_proposals" DROP COLUMN "kind",
DROP COLUMN "payload",
ADD COLUMN     "asked" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "left_out" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "problem" JSONB,
ADD COLUMN     "size" BIGINT NOT NULL DEFAULT 0,
ALTER COLUMN "summary" DROP NOT NULL,
ALTER COLUMN "state" SET DEFAULT 'analysing';

-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "size" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "wish" TEXT,
    "phase" TEXT,
    "phase_at" TIMESTAMPTZ(3),
    "phase_from" BIGINT NOT NULL DEFAULT 0,
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3),
    "trouble" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_tables" (
    "id" UUID NOT NULL,
    "head" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "problems" INTEGER NOT NULL,
    "above" JSONB NOT NULL DEFAULT '[]',
    "shelved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_tables_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "import_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "places" INTEGER[],
    "found" JSONB,
    "written_at" TIMESTAMPTZ(3),
    "stale" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("import_id","nth")
);

-- CreateTable
CREATE TABLE "import_problems" (
    "nth" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "problem" JSON NOT NULL,

    CONSTRAINT "import_problems_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE INDEX "jobs_import_id_idx" ON "jobs"("import_id");

-- CreateIndex
CREATE INDEX "import_problems_import_id_row_idx" ON "import_problems"("import_id", "row");

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_proposals"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table import_proposals add constraint import_proposal_state check
  (state in ('analysing', 'unreadable', 'open', 'accepting', 'accepted', 'dropped'));
alter table jobs add constraint job_words check
  (kind in ('analyse', 'accept') and (wish is null or wish in ('pause', 'cancel'))
    and state in ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled'));
-- One job at a time works on an import.
create unique index jobs_live on jobs (import_id) where state in ('waiting', 'running', 'paused');
create index jobs_waiting on jobs (asked_at) where state = 'waiting';
grant select, insert, update on jobs to aqtalu_app;
grant select, insert, update, delete on import_tables, import_batches to aqtalu_app;
grant select, insert, delete on import_problems to aqtalu_app;
grant usage on sequence import_problems_nth_seq to aqtalu_app;
