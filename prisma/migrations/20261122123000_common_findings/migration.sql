-- A common finding belongs to the file (an order, a list) whose cases share it; a finding belongs to one case.

-- AlterTable
ALTER TABLE "findings" ADD COLUMN     "file_id" UUID;

-- CreateIndex
CREATE INDEX "findings_file_id_idx" ON "findings"("file_id");

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table findings add constraint findings_not_both check (case_id is null or file_id is null);
