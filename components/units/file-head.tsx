import { Link } from "@/components/ui/link";
import { useLocale, useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { printDate } from "@/lib/archive/date-print";
import { readDate } from "@/lib/archive/dates";
import { named, reference } from "@/lib/cases/view";
import type { FileShown, UnitPlace } from "@/lib/units/view";
import { StandingMark } from "./standing-mark";

/** Where the unit stands in the archive, as links to what this person may see above it. */
export function UnitPath({ path }: { path: UnitPlace["path"] }) {
  const t = useTranslations("files");
  return (
    <nav aria-label={t("path")} className="no-print mb-2 text-small">
      <ol className="flex flex-wrap gap-x-1.5 gap-y-0.5">
        <li>
          <Link href="/files">{t("title")}</Link>
        </li>
        {path.map((unit) => (
          <li key={unit.id} className="text-soft">
            <span aria-hidden>› </span>
            {unit.seen ? <Link href={`/files/${unit.id}`}>{nameOf(unit)}</Link> : nameOf(unit)}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const nameOf = ({ title, reference }: UnitPlace["path"][number]): string => {
  const name = reference && title ? `${reference} ${title}` : title || reference;
  return name.length > 48 ? `${name.slice(0, 47)}…` : name;
};

export function FileHead({ file, path }: { file: FileShown; path: UnitPlace["path"] }) {
  const t = useTranslations("files");
  const locale = useLocale();
  const date = file.dateText && printDate(readDate(file.dateText), locale);
  const sheets = file.leaves === null ? t("uncounted") : t("leaves", { count: file.leaves });
  return (
    <>
      <UnitPath path={path} />
      <PageHead
        title={file.title || file.reference}
        under={
          <>
            <p>{reference(file.refPath, locale)}</p>
            <p>{[date, sheets, named(file.archive, locale)].filter(Boolean).join(" · ")}</p>
          </>
        }
        aside={<StandingMark standing={file.standing} />}
      />
    </>
  );
}
