-- The same for people and cases: what the source said when they were last imported.

-- AlterTable
ALTER TABLE "persons" ADD COLUMN     "imported" JSONB;

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "imported" JSONB;

-- A measure of a register that no word of the vocabulary names keeps its text under this one.
insert into vocabularies (vocabulary, code, position, name_kk, name_ru, name_en)
  values ('measure', 'other', 99, 'Өзге шара', 'Иная мера', 'Other measure');
