-- AlterTable
ALTER TABLE "materials" ADD COLUMN     "imported" JSONB,
ADD COLUMN     "source_key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "materials_source_key_key" ON "materials"("source_key");
