-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "read" JSON NOT NULL,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","place","row")
);

-- CreateTable
CREATE TABLE "import_codes" (
    "import_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "nth" BIGSERIAL NOT NULL,

    CONSTRAINT "import_codes_pkey" PRIMARY KEY ("nth")
);

-- CreateIndex
CREATE INDEX "import_codes_import_id_code_idx" ON "import_codes"("import_id", "code");

-- Can be made anew from the file: no log is written for them.
alter table import_rows set unlogged;
alter table import_codes set unlogged;
grant select, insert, delete on import_rows, import_codes to aqtalu_app;
grant usage on sequence import_codes_nth_seq to aqtalu_app;
