import { useLocale, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import { named } from "@/lib/cases/view";
import type { FileShown } from "@/lib/units/view";

/** What is known of the file as a thing: sheets, grade, owners, old stamps, the areas of its description. */
export function FileFacts({ file }: { file: FileShown }) {
  const t = useTranslations("files");
  const locale = useLocale();
  const owners = file.owners.map((owner) => named(owner.name, locale)).join(", ");
  const counted = file.countedAt && (
    <span className="block text-small text-soft">
      {file.countedBy && `${file.countedBy} · `}
      <Time value={file.countedAt} />
    </span>
  );
  const known = [
    {
      key: "foliation",
      value: file.foliation && (
        <>
          {file.foliation}
          {counted}
        </>
      ),
    },
    { key: "grade", value: named(file.gradeName, locale) ?? file.grade ?? t("noGrade") },
    { key: "owners", value: owners || t("noOwners") },
    { key: "stamps", value: file.stamps && <span className="serif">«{file.stamps}»</span> },
    { key: "dateText", value: file.dateText },
    { key: "extent", value: file.extent },
    ...Object.entries(file.description).map(([key, value]) => ({ key, value })),
  ];
  const items = known
    .filter(({ key, value }) => value && t.has(`field.${key}`))
    .map(({ key, value }) => ({ key, term: t(`field.${key}`), value }));
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="label mb-3">
        {t("facts")}
      </h2>
      <div className="text-small [&_dd]:whitespace-pre-line [&_dl]:grid-cols-1 [&_dl>div]:block [&_dl>div]:border-b [&_dl>div]:border-rule [&_dl>div]:pb-2">
        <DefinitionList items={items} />
      </div>
    </section>
  );
}
