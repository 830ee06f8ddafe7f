import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConflictList } from "@/components/proceedings/conflict-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readUnanswered } from "@/lib/cases/read-lists";
import { conflictKinds } from "@/lib/law/words";
import { answerConflicts } from "../proceedings/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign.conflicts"))("title") };
}

export default async function ConflictsPage() {
  const actor = await requireActor("/conflicts");
  const { rows, regions } = await readUnanswered(actor);
  const locale = await getLocale();
  const [t, law, acts] = await Promise.all([
    getTranslations("sign.conflicts"),
    getTranslations("law"),
    getTranslations("acts"),
  ]);
  if (rows.length === 0) {
    return (
      <>
        <PageHead title={t("title")} />
        <EmptyState title={t("empty")} action={<ButtonLink href="/">{acts("results.back")}</ButtonLink>}>
          {t("emptyText")}
        </EmptyState>
      </>
    );
  }
  const place = (row: (typeof rows)[number]) => [row.place, row.region && regions[row.region]?.[locale]];
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      <ConflictList
        items={rows.map((row) => ({
          subject: row.subject,
          name: row.name,
          born: row.born ?? "",
          place: place(row).filter(Boolean).join(", "),
          years: row.dateText ?? "",
        }))}
        kinds={conflictKinds.map((value) => ({ value, label: law(`conflictKind.${value}`) }))}
        columns={[
          { key: "person", label: t("person"), width: "34%" },
          { key: "place", label: t("place"), wideOnly: true },
          { key: "year", label: t("year") },
          { key: "kind", label: t("kind"), width: "16rem" },
        ]}
        locale={locale}
        words={{ caption: t("caption"), kind: t("kind"), answer: t("answer") }}
        action={answerConflicts}
      />
    </>
  );
}
