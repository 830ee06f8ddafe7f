-- DropIndex
DROP INDEX "events_act_seq_idx";

-- DropIndex
DROP INDEX "events_actor_id_seq_idx";

-- DropIndex
DROP INDEX "events_at_idx";

-- DropIndex
DROP INDEX "signatures_account_id_idx";

-- CreateIndex
CREATE INDEX "events_actor_id_at_seq_idx" ON "events"("actor_id", "at", "seq");

-- CreateIndex
CREATE INDEX "events_act_at_seq_idx" ON "events"("act", "at", "seq");

-- CreateIndex
CREATE INDEX "events_article_at_seq_idx" ON "events"("article", "at", "seq");

-- CreateIndex
CREATE INDEX "events_at_seq_idx" ON "events"("at", "seq");

-- CreateIndex
CREATE INDEX "signatures_account_id_at_idx" ON "signatures"("account_id", "at");

-- By hand. Refusals are few among many: the auditor looks for them alone.
create index events_refused_at_seq on events (at, seq) where refused;
