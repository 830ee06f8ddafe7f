-- What the source said of a unit when it was last imported: a second import is compared with that, so that
-- what was corrected at the desk since is not undone by it.
-- AlterTable
ALTER TABLE "units" ADD COLUMN     "imported" JSONB;
