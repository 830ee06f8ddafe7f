-- CreateTable
CREATE TABLE "import_people" (
    "nth" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "born_from" INTEGER,
    "born_to" INTEGER,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "import_people_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE INDEX "import_people_import_id_key_idx" ON "import_people"("import_id", "key");

-- CreateIndex
CREATE INDEX "person_names_search_key_idx" ON "person_names"("search_key");

grant select, insert, delete on import_people to aqtalu_app;
grant usage on sequence import_people_nth_seq to aqtalu_app;
