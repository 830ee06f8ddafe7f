-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "bodies" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "region" TEXT,
    "parent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'kk',
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegations" (
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "to_account_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "confirmed_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearances" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "agency_id" UUID,
    "act" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "confirmed_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "clearances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "label" TEXT NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" UUID,
    "confirmed_by" UUID,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "vocabularies" (
    "vocabulary" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "vocabularies_pkey" PRIMARY KEY ("vocabulary","code","version")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date_text" TEXT,
    "date_edtf" TEXT,
    "date_from" DATE,
    "date_to" DATE,
    "extent" TEXT,
    "description" JSONB,
    "source" TEXT,
    "source_key" TEXT,
    "ref_path" TEXT NOT NULL,
    "ref_key" TEXT NOT NULL,
    "body_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "foliation" TEXT,
    "leaf_count" INTEGER,
    "counted_at" TIMESTAMPTZ(3),
    "counted_by" UUID,
    "grade" TEXT,
    "stamps" TEXT,
    "standing" TEXT NOT NULL DEFAULT 'closed',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_owners" (
    "file_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,

    CONSTRAINT "file_owners_pkey" PRIMARY KEY ("file_id","agency_id")
);

-- CreateTable
CREATE TABLE "spans" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "from_pos" INTEGER NOT NULL,
    "to_pos" INTEGER NOT NULL,
    "secrecy" TEXT,
    "grade" TEXT,
    "owner_id" UUID,
    "basis" TEXT,
    "review_date" DATE,
    "owner_answer" TEXT,
    "owner_basis" TEXT,
    "owner_review_date" DATE,
    "access" TEXT,
    "access_basis" TEXT,
    "closed_until" DATE,

    CONSTRAINT "spans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "materials" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date_text" TEXT,
    "date_edtf" TEXT,
    "date_from" DATE,
    "date_to" DATE,
    "from_pos" INTEGER NOT NULL,
    "to_pos" INTEGER NOT NULL,
    "had_grade" BOOLEAN NOT NULL DEFAULT false,
    "certificate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "materials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_images" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_images_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "surname" TEXT,
    "given" TEXT,
    "patronymic" TEXT,
    "birth_text" TEXT,
    "birth_edtf" TEXT,
    "birth_from" DATE,
    "birth_to" DATE,
    "birth_place" TEXT,
    "death_text" TEXT,
    "death_edtf" TEXT,
    "death_from" DATE,
    "death_to" DATE,
    "sex" TEXT,
    "nationality" TEXT,
    "source_key" TEXT,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "registered_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_names" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "script" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,

    CONSTRAINT "person_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "episode" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'archived',
    "never_secret" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "standing" TEXT,
    "category" TEXT,
    "region" TEXT,
    "organ" TEXT,
    "organ_text" TEXT,
    "date_text" TEXT,
    "date_edtf" TEXT,
    "date_from" DATE,
    "date_to" DATE,
    "group_id" UUID,
    "regional_body_id" UUID,
    "source_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "registered_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charges" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "charges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "date_text" TEXT,
    "date_edtf" TEXT,
    "date_from" DATE,
    "date_to" DATE,

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_files" (
    "case_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "bond" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "linked_by" UUID,

    CONSTRAINT "case_files_pkey" PRIMARY KEY ("case_id","file_id")
);

-- CreateTable
CREATE TABLE "mentions" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "access" TEXT NOT NULL DEFAULT 'closed',
    "position" INTEGER,
    "note" TEXT,
    "source_key" TEXT,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicates" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "case_id" UUID,
    "title" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_versions" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "common_version_id" UUID,
    "outcome" TEXT,
    "ground" TEXT,
    "earlier_act" TEXT,
    "earlier_search" TEXT,
    "exclusion_check" TEXT,
    "exclusion_found" BOOLEAN,
    "summary" TEXT,
    "draft_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "hash" TEXT,

    CONSTRAINT "finding_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "from_pos" INTEGER NOT NULL,
    "to_pos" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "translation" TEXT,
    "reliability" TEXT,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charge_outcomes" (
    "version_id" UUID NOT NULL,
    "charge_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "charge_outcomes_pkey" PRIMARY KEY ("version_id","charge_id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "applicant" TEXT NOT NULL,
    "contact" TEXT,
    "about" TEXT NOT NULL,
    "case_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proceedings" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID,
    "case_id" UUID,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "rules" INTEGER NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "motion" TEXT,
    "application_id" UUID,
    "single" TEXT,
    "dossier_hash" TEXT,
    "outcome" TEXT,
    "deferred_until" DATE,
    "defer_reason" TEXT,
    "suspended" TEXT,
    "step_since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proceedings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authors" (
    "proceeding_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "authors_pkey" PRIMARY KEY ("proceeding_id","account_id")
);

-- CreateTable
CREATE TABLE "dossiers" (
    "hash" TEXT NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossiers_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "dossier_views" (
    "account_id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_views_pkey" PRIMARY KEY ("account_id","proceeding_id","hash")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "method" TEXT NOT NULL,
    "register" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatures" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "agency_id" UUID,
    "delegation_id" UUID,
    "deputy_for" TEXT,
    "article" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "dossier_hash" TEXT NOT NULL,
    "rules" INTEGER NOT NULL,
    "statement_id" UUID NOT NULL,
    "register" BOOLEAN NOT NULL,
    "opened" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "void_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_answers" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "case_id" UUID,
    "file_id" UUID,
    "answer" TEXT NOT NULL,
    "kind" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objections" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "objections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "from_step" TEXT NOT NULL,
    "to_step" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "missing" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "file_id" UUID,
    "case_id" UUID,
    "result" TEXT NOT NULL,
    "outcome" TEXT,
    "article" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "reason" TEXT,
    "rules" INTEGER NOT NULL,
    "dossier_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "review_at" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_acts" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "favourable" BOOLEAN NOT NULL,
    "earlier" BOOLEAN NOT NULL DEFAULT false,
    "scan_sha256" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_act_items" (
    "act_id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_act_items_pkey" PRIMARY KEY ("act_id","proceeding_id")
);

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "old_text" TEXT NOT NULL,
    "new_text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "seconded_by" UUID,
    "signed_by" UUID,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_tasks" (
    "id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_by" UUID,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act" TEXT NOT NULL,
    "article" TEXT,
    "refused" BOOLEAN NOT NULL DEFAULT false,
    "actor_id" UUID,
    "case_id" UUID,
    "file_id" UUID,
    "person_id" UUID,
    "proceeding_id" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "bytes" BYTEA NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "requests" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "requests_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_proposals" (
    "id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "released_cases" (
    "case_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "born" TEXT,
    "region" TEXT,
    "outcome" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "search_key" TEXT NOT NULL,

    CONSTRAINT "released_cases_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "preferences" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bodies_code_key" ON "bodies"("code");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_login_key" ON "accounts"("login");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "appointments_account_id_idx" ON "appointments"("account_id");

-- CreateIndex
CREATE INDEX "appointments_body_id_role_idx" ON "appointments"("body_id", "role");

-- CreateIndex
CREATE INDEX "delegations_to_account_id_idx" ON "delegations"("to_account_id");

-- CreateIndex
CREATE INDEX "absences_account_id_idx" ON "absences"("account_id");

-- CreateIndex
CREATE INDEX "clearances_account_id_idx" ON "clearances"("account_id");

-- CreateIndex
CREATE INDEX "units_parent_id_position_idx" ON "units"("parent_id", "position");

-- CreateIndex
CREATE INDEX "units_ref_key_idx" ON "units"("ref_key");

-- CreateIndex
CREATE UNIQUE INDEX "units_source_source_key_key" ON "units"("source", "source_key");

-- CreateIndex
CREATE INDEX "files_standing_idx" ON "files"("standing");

-- CreateIndex
CREATE INDEX "file_owners_agency_id_idx" ON "file_owners"("agency_id");

-- CreateIndex
CREATE INDEX "spans_file_id_from_pos_idx" ON "spans"("file_id", "from_pos");

-- CreateIndex
CREATE INDEX "materials_file_id_from_pos_idx" ON "materials"("file_id", "from_pos");

-- CreateIndex
CREATE INDEX "sheet_images_file_id_position_idx" ON "sheet_images"("file_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "persons_source_key_key" ON "persons"("source_key");

-- CreateIndex
CREATE INDEX "persons_search_key_idx" ON "persons"("search_key");

-- CreateIndex
CREATE INDEX "person_names_person_id_idx" ON "person_names"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_source_key_key" ON "cases"("source_key");

-- CreateIndex
CREATE INDEX "cases_person_id_idx" ON "cases"("person_id");

-- CreateIndex
CREATE INDEX "cases_stage_id_idx" ON "cases"("stage", "id");

-- CreateIndex
CREATE INDEX "cases_region_stage_idx" ON "cases"("region", "stage");

-- CreateIndex
CREATE INDEX "charges_case_id_idx" ON "charges"("case_id");

-- CreateIndex
CREATE INDEX "measures_case_id_idx" ON "measures"("case_id");

-- CreateIndex
CREATE INDEX "case_files_file_id_idx" ON "case_files"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentions_source_key_key" ON "mentions"("source_key");

-- CreateIndex
CREATE INDEX "mentions_file_id_idx" ON "mentions"("file_id");

-- CreateIndex
CREATE INDEX "mentions_person_id_idx" ON "mentions"("person_id");

-- CreateIndex
CREATE INDEX "duplicates_case_id_idx" ON "duplicates"("case_id");

-- CreateIndex
CREATE INDEX "findings_case_id_idx" ON "findings"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_versions_finding_id_number_key" ON "finding_versions"("finding_id", "number");

-- CreateIndex
CREATE INDEX "claims_version_id_idx" ON "claims"("version_id");

-- CreateIndex
CREATE INDEX "citations_claim_id_idx" ON "citations"("claim_id");

-- CreateIndex
CREATE INDEX "citations_file_id_idx" ON "citations"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "applications_number_key" ON "applications"("number");

-- CreateIndex
CREATE INDEX "proceedings_file_id_idx" ON "proceedings"("file_id");

-- CreateIndex
CREATE INDEX "proceedings_case_id_idx" ON "proceedings"("case_id");

-- CreateIndex
CREATE INDEX "proceedings_kind_step_step_since_idx" ON "proceedings"("kind", "step", "step_since");

-- CreateIndex
CREATE INDEX "assignments_proceeding_id_idx" ON "assignments"("proceeding_id");

-- CreateIndex
CREATE INDEX "assignments_account_id_idx" ON "assignments"("account_id");

-- CreateIndex
CREATE INDEX "dossiers_proceeding_id_idx" ON "dossiers"("proceeding_id");

-- CreateIndex
CREATE INDEX "signatures_proceeding_id_idx" ON "signatures"("proceeding_id");

-- CreateIndex
CREATE INDEX "signatures_account_id_idx" ON "signatures"("account_id");

-- CreateIndex
CREATE INDEX "conflict_answers_account_id_case_id_idx" ON "conflict_answers"("account_id", "case_id");

-- CreateIndex
CREATE INDEX "conflict_answers_account_id_file_id_idx" ON "conflict_answers"("account_id", "file_id");

-- CreateIndex
CREATE INDEX "conflict_answers_case_id_idx" ON "conflict_answers"("case_id");

-- CreateIndex
CREATE INDEX "objections_proceeding_id_idx" ON "objections"("proceeding_id");

-- CreateIndex
CREATE INDEX "questions_proceeding_id_idx" ON "questions"("proceeding_id");

-- CreateIndex
CREATE INDEX "returns_proceeding_id_idx" ON "returns"("proceeding_id");

-- CreateIndex
CREATE INDEX "decisions_case_id_idx" ON "decisions"("case_id");

-- CreateIndex
CREATE INDEX "decisions_file_id_idx" ON "decisions"("file_id");

-- CreateIndex
CREATE INDEX "decisions_proceeding_id_idx" ON "decisions"("proceeding_id");

-- CreateIndex
CREATE INDEX "legal_act_items_proceeding_id_idx" ON "legal_act_items"("proceeding_id");

-- CreateIndex
CREATE INDEX "corrections_proceeding_id_idx" ON "corrections"("proceeding_id");

-- CreateIndex
CREATE INDEX "review_tasks_proceeding_id_idx" ON "review_tasks"("proceeding_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_id_key" ON "events"("id");

-- CreateIndex
CREATE INDEX "events_case_id_seq_idx" ON "events"("case_id", "seq");

-- CreateIndex
CREATE INDEX "events_file_id_seq_idx" ON "events"("file_id", "seq");

-- CreateIndex
CREATE INDEX "events_person_id_seq_idx" ON "events"("person_id", "seq");

-- CreateIndex
CREATE INDEX "events_proceeding_id_seq_idx" ON "events"("proceeding_id", "seq");

-- CreateIndex
CREATE INDEX "events_actor_id_seq_idx" ON "events"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "events_act_seq_idx" ON "events"("act", "seq");

-- CreateIndex
CREATE INDEX "events_at_idx" ON "events"("at");

-- CreateIndex
CREATE INDEX "import_proposals_created_by_idx" ON "import_proposals"("created_by");

-- AddForeignKey
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_account_id_fkey" FOREIGN KEY ("to_account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_id_fkey" FOREIGN KEY ("id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_counted_by_fkey" FOREIGN KEY ("counted_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "file_owners" ADD CONSTRAINT "file_owners_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "file_owners" ADD CONSTRAINT "file_owners_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spans" ADD CONSTRAINT "spans_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spans" ADD CONSTRAINT "spans_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "materials" ADD CONSTRAINT "materials_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sheet_images" ADD CONSTRAINT "sheet_images_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sheet_images" ADD CONSTRAINT "sheet_images_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "persons" ADD CONSTRAINT "persons_registered_by_fkey" FOREIGN KEY ("registered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_names" ADD CONSTRAINT "person_names_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_regional_body_id_fkey" FOREIGN KEY ("regional_body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_registered_by_fkey" FOREIGN KEY ("registered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charges" ADD CONSTRAINT "charges_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_linked_by_fkey" FOREIGN KEY ("linked_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duplicates" ADD CONSTRAINT "duplicates_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duplicates" ADD CONSTRAINT "duplicates_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "duplicates" ADD CONSTRAINT "duplicates_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_common_version_id_fkey" FOREIGN KEY ("common_version_id") REFERENCES "finding_versions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_versions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge_outcomes" ADD CONSTRAINT "charge_outcomes_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_versions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge_outcomes" ADD CONSTRAINT "charge_outcomes_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charges"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_opened_by_fkey" FOREIGN KEY ("opened_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_by_fkey" FOREIGN KEY ("assigned_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "authors" ADD CONSTRAINT "authors_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "authors" ADD CONSTRAINT "authors_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dossier_views" ADD CONSTRAINT "dossier_views_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dossier_views" ADD CONSTRAINT "dossier_views_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conflict_answers" ADD CONSTRAINT "conflict_answers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conflict_answers" ADD CONSTRAINT "conflict_answers_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conflict_answers" ADD CONSTRAINT "conflict_answers_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_acts" ADD CONSTRAINT "legal_acts_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_act_items" ADD CONSTRAINT "legal_act_items_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "legal_acts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_act_items" ADD CONSTRAINT "legal_act_items_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_act_items" ADD CONSTRAINT "legal_act_items_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_seconded_by_fkey" FOREIGN KEY ("seconded_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_signed_by_fkey" FOREIGN KEY ("signed_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_done_by_fkey" FOREIGN KEY ("done_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_proceeding_id_fkey" FOREIGN KEY ("proceeding_id") REFERENCES "proceedings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_proposals" ADD CONSTRAINT "import_proposals_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------
-- What Prisma cannot say: words that a column may hold, what must never be, and who may touch what.
-- ---------------------------------------------------------------------------------------------------------

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Words. The same lists stand in lib/law/words.ts; tests/store/words.db.test.ts compares them.
alter table bodies add constraint bodies_kind check (kind in ('commission', 'regional', 'group', 'agency', 'archive', 'office'));
alter table accounts add constraint accounts_locale check (locale in ('kk', 'ru', 'en'));
alter table appointments add constraint appointments_role check (role in ('archivist', 'expert', 'head', 'representative', 'member', 'chair', 'deputy', 'secretary', 'auditor', 'administrator'));
alter table appointments add constraint appointments_two_people check (confirmed_by is null or (confirmed_by <> proposed_by and confirmed_by <> account_id));
alter table appointments add constraint appointments_dates check (to_date is null or to_date >= from_date);
alter table files add constraint files_standing check (standing in ('closed', 'declassified', 'never_secret'));
alter table files add constraint files_counted check ((foliation is null) = (leaf_count is null) and (leaf_count is null or leaf_count > 0));
alter table cases add constraint cases_stage check (stage in ('archived', 'declassified', 'rehabilitated'));
alter table cases add constraint cases_outcome check (outcome is null or outcome in ('full', 'part', 'already', 'refused'));
alter table cases add constraint cases_outcome_stage check ((stage = 'rehabilitated') = (coalesce(outcome, '') in ('full', 'part', 'already')));
alter table case_files add constraint case_files_bond check (bond in ('required', 'supporting'));
alter table mentions add constraint mentions_role check (role in ('accused', 'relative', 'witness', 'informer', 'official'));
alter table mentions add constraint mentions_access check (access in ('open', 'closed'));
alter table spans add constraint spans_order check (from_pos >= 0 and to_pos >= from_pos);
alter table spans add constraint spans_secrecy check (secrecy is null or secrecy in ('none', 'lift', 'keep'));
alter table spans add constraint spans_owner_answer check (owner_answer is null or owner_answer in ('lift', 'keep'));
alter table spans add constraint spans_access check (access is null or access in ('open', 'redacted', 'closed'));
alter table spans add constraint spans_graded check (secrecy is null or secrecy = 'none' or owner_id is not null);
alter table proceedings add constraint proceedings_kind check (kind in ('declassification', 'rehabilitation'));
alter table proceedings add constraint proceedings_subject check ((kind = 'declassification') = (file_id is not null) and (kind = 'rehabilitation') = (case_id is not null));
alter table proceedings add constraint proceedings_step check (step in ('attested', 'study', 'second_reading', 'owners', 'regional', 'signing', 'legal_act', 'court', 'granted', 'refused', 'withdrawn', 'revoked'));
alter table proceedings add constraint proceedings_decided check ((step in ('granted', 'refused', 'withdrawn', 'revoked')) = (decided_at is not null));
alter table assignments add constraint assignments_duty check (duty in ('author', 'second_reader'));
alter table assignments add constraint assignments_not_self check (duty <> 'second_reader' or assigned_by <> account_id);
alter table signatures add constraint signatures_never_these check (role not in ('administrator', 'auditor', 'archivist') or slot = 'confirm' and role = 'archivist');
alter table signatures add constraint signatures_void check ((void_at is null) = (void_reason is null));
alter table conflict_answers add constraint conflict_answers_answer check (answer in ('none', 'conflict') and (answer = 'none') = (kind is null));
alter table conflict_answers add constraint conflict_answers_subject check ((case_id is null) <> (file_id is null));
alter table objections add constraint objections_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null));
alter table questions add constraint questions_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null));
alter table decisions add constraint decisions_result check (result in ('granted', 'refused'));
alter table decisions add constraint decisions_subject check ((file_id is null) <> (case_id is null));
alter table decisions add constraint decisions_basis check (basis <> '');
alter table returns add constraint returns_reason check (code <> '' and text <> '');
alter table legal_acts add constraint legal_acts_kind check (kind in ('prosecutor', 'court', 'commission'));
alter table finding_versions add constraint finding_versions_outcome check (outcome is null or outcome in ('full', 'part', 'already', 'refused'));
alter table finding_versions add constraint finding_versions_submitted check ((submitted_at is null) = (hash is null));
alter table charge_outcomes add constraint charge_outcomes_outcome check (outcome in ('rehabilitate', 'refuse') and (outcome = 'rehabilitate' or coalesce(reason, '') <> ''));
alter table citations add constraint citations_span check (from_pos >= 0 and to_pos >= from_pos);
alter table materials add constraint materials_span check (from_pos >= 0 and to_pos >= from_pos);
alter table events add constraint events_whole check (octet_length(bytes) > 1 and octet_length(salt) = 32);

-- What exists at most once.
create unique index proceedings_one_open_file on proceedings (file_id) where decided_at is null and file_id is not null;
create unique index proceedings_one_open_case on proceedings (case_id) where decided_at is null and case_id is not null;
create unique index signatures_one_a_slot on signatures (proceeding_id, question, slot) where void_at is null;
create unique index signatures_one_a_person on signatures (proceeding_id, question, account_id) where void_at is null;
create unique index decisions_one_live on decisions (coalesce(case_id, file_id)) where result = 'granted' and ended_at is null;
create unique index cases_one_rehabilitation_an_episode on cases (person_id, episode) where stage = 'rehabilitated';
create unique index assignments_one_a_duty on assignments (proceeding_id, duty) where ended_at is null;
create unique index assignments_one_a_person on assignments (proceeding_id, account_id) where ended_at is null;
create unique index findings_one_a_case on findings (case_id) where case_id is not null;
create unique index finding_versions_one_draft on finding_versions (finding_id) where submitted_at is null;
create unique index sheet_images_one_a_side on sheet_images (file_id, position) where replaced_at is null;
create unique index legal_act_items_one_open on legal_act_items (proceeding_id) where confirmed_at is null;
create index proceedings_open on proceedings (kind, step, step_since, id) where decided_at is null;
create index units_reference on units using gin (ref_key gin_trgm_ops);
create index persons_search on persons using gin (search_key gin_trgm_ops);
create index person_names_search on person_names using gin (search_key gin_trgm_ops);

-- Spans of a file never overlap and together cover its sheets, recto and verso.
alter table spans add constraint spans_never_overlap
  exclude using gist (file_id with =, int4range(from_pos, to_pos, '[]') with &&) deferrable initially deferred;

create function check_spans_cover() returns trigger language plpgsql set search_path from current as $$
declare
  subject uuid := case when tg_table_name = 'files' then new.id when tg_op = 'DELETE' then old.file_id else new.file_id end;
  leaves int := (select leaf_count from files where id = subject);
  held record;
begin
  select count(*) n, sum(to_pos - from_pos + 1) total, max(to_pos) last into held from spans where file_id = subject;
  if held.n > 0 and (leaves is null or held.total <> leaves * 2 or held.last <> leaves * 2 - 1) then
    raise exception 'spans of file % cover % of % sides', subject, held.total, leaves * 2
      using errcode = 'check_violation', constraint = 'spans_cover';
  end if;
  return null;
end $$;
create constraint trigger spans_cover after insert or update or delete on spans
  deferrable initially deferred for each row execute function check_spans_cover();
create constraint trigger files_spans_cover after update of leaf_count on files
  deferrable initially deferred for each row execute function check_spans_cover();

-- The stage changes only as the law has it, whatever the application thinks.
create function check_file_standing() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    if new.standing <> 'closed' then
      raise exception 'a file arrives closed' using errcode = 'check_violation', constraint = 'files_standing_law';
    end if;
  elsif new.standing <> old.standing then
    if new.standing <> 'closed' and not exists (
      select 1 from decisions d where d.file_id = new.id and d.result = 'granted' and d.ended_at is null
        and (new.standing = 'never_secret') = (d.outcome = 'never_secret')) then
      raise exception 'no live decision makes file % %', new.id, new.standing
        using errcode = 'check_violation', constraint = 'files_standing_law';
    elsif new.standing = 'closed' and exists (
      select 1 from decisions d where d.file_id = new.id and d.result = 'granted' and d.ended_at is null) then
      raise exception 'a live decision holds file % open', new.id
        using errcode = 'check_violation', constraint = 'files_standing_law';
    end if;
    if new.standing = 'declassified' and (
      not exists (select 1 from spans s where s.file_id = new.id)
      or exists (select 1 from spans s where s.file_id = new.id
        and (s.secrecy is null or s.access is null or s.secrecy <> 'none' and s.owner_answer is null))) then
      raise exception 'file % has a span without an answer', new.id
        using errcode = 'check_violation', constraint = 'files_standing_law';
    end if;
  end if;
  return new;
end $$;
create trigger files_standing_law before insert or update of standing on files
  for each row execute function check_file_standing();
alter table files enable always trigger files_standing_law;

create function check_case_stage() returns trigger language plpgsql set search_path from current as $$
declare lawful boolean := true;
begin
  if tg_op = 'INSERT' then
    lawful := new.stage = 'archived';
  elsif new.stage <> old.stage then
    if old.stage = 'archived' and new.stage = 'declassified' then
      lawful := exists (select 1 from case_files cf where cf.case_id = new.id and cf.bond = 'required')
        and not exists (
          select 1 from case_files cf join files f on f.id = cf.file_id
          where cf.case_id = new.id and cf.bond = 'required' and f.standing = 'closed');
    elsif old.stage = 'declassified' and new.stage = 'rehabilitated' then
      lawful := exists (select 1 from decisions d where d.case_id = new.id and d.result = 'granted'
        and d.ended_at is null and d.outcome = new.outcome);
    elsif old.stage = 'rehabilitated' and new.stage = 'declassified' then
      lawful := not exists (select 1 from decisions d where d.case_id = new.id and d.result = 'granted' and d.ended_at is null);
    else
      lawful := false;
    end if;
  end if;
  if not lawful then
    raise exception 'case % may not become %', new.id, new.stage
      using errcode = 'check_violation', constraint = 'cases_stage_law';
  end if;
  return new;
end $$;
create trigger cases_stage_law before insert or update of stage on cases
  for each row execute function check_case_stage();
alter table cases enable always trigger cases_stage_law;

-- Who wrote a version never signs what it decides.
create function check_signature_author() returns trigger language plpgsql set search_path from current as $$
begin
  if exists (select 1 from authors a where a.proceeding_id = new.proceeding_id and a.account_id = new.account_id) then
    raise exception 'the author of a version may not sign' using errcode = 'check_violation', constraint = 'signatures_no_author';
  end if;
  return new;
end $$;
create trigger signatures_no_author before insert on signatures for each row execute function check_signature_author();
alter table signatures enable always trigger signatures_no_author;

-- History and what hangs on it is written once. Truncating is refused as well.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not possible: history is written once', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare held text;
begin
  foreach held in array array['events', 'dossiers', 'statements', 'conflict_answers', 'returns'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', held || '_once', held);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', held || '_no_truncate', held);
    execute format('alter table %I enable always trigger %I', held, held || '_once');
    execute format('alter table %I enable always trigger %I', held, held || '_no_truncate');
  end loop;
end $$;

-- A submitted finding never changes, nor do its claims, citations and outcomes.
create function refuse_submitted() returns trigger language plpgsql set search_path from current as $$
declare subject uuid;
begin
  if tg_table_name = 'finding_versions' then
    if old.submitted_at is not null then
      raise exception 'a submitted finding never changes' using errcode = 'check_violation', constraint = 'finding_versions_frozen';
    end if;
    return coalesce(new, old);
  elsif tg_table_name = 'citations' then
    select version_id into subject from claims where id = coalesce(new.claim_id, old.claim_id);
  else
    subject := coalesce(new.version_id, old.version_id);
  end if;
  if exists (select 1 from finding_versions v where v.id = subject and v.submitted_at is not null) then
    raise exception 'a submitted finding never changes' using errcode = 'check_violation', constraint = 'finding_versions_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger finding_versions_frozen before update or delete on finding_versions for each row execute function refuse_submitted();
create trigger claims_frozen before insert or update or delete on claims for each row execute function refuse_submitted();
create trigger citations_frozen before insert or update or delete on citations for each row execute function refuse_submitted();
create trigger charge_outcomes_frozen before insert or update or delete on charge_outcomes for each row execute function refuse_submitted();

-- Doors. The roles belong to the cluster: setup makes them before the first migration.
grant usage on schema public to aqtalu_app, aqtalu_public;
grant select, insert on all tables in schema public to aqtalu_app;
grant usage on all sequences in schema public to aqtalu_app;
grant update on accounts, sessions, rate_limits, appointments, delegations, absences, clearances, units, files, spans,
  materials, sheet_images, persons, cases, charges, measures, case_files, mentions, findings, finding_versions, claims,
  citations, charge_outcomes, applications, proceedings, assignments, dossier_views, objections, questions, legal_act_items,
  corrections, review_tasks, outbox, import_proposals, released_cases, preferences, worker_heartbeat to aqtalu_app;
grant update (void_at, void_reason) on signatures to aqtalu_app;
grant update (ended_at, end_reason) on decisions to aqtalu_app;
grant delete on file_owners, spans, materials, person_names, charges, measures, claims, citations, charge_outcomes, rate_limits,
  released_cases, preferences, outbox to aqtalu_app;
revoke insert, update, delete on _prisma_migrations from aqtalu_app;
grant select on released_cases to aqtalu_public;
