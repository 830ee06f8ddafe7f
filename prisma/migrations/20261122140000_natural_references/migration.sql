-- References are listed as people count: file 9 before file 10.
create collation if not exists natural_order (provider = icu, locale = 'und-u-kn-true');

-- CreateIndex
CREATE INDEX "units_natural" ON "units"("ref_key" collate natural_order, "id");
