-- CreateTable
CREATE TABLE "import_mappings" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_body_id_name_key" ON "import_mappings"("body_id", "name");

-- AddForeignKey
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_saved_by_fkey" FOREIGN KEY ("saved_by") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table import_mappings add constraint import_mapping_named check (name = btrim(name) and name <> '' and length(name) <= 80);
grant select, insert, update on import_mappings to aqtalu_app;
