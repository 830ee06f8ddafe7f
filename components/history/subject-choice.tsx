import { useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { HistorySearch, WholeHistory } from "@/lib/cases/view-history";

type SubjectChoiceProps = { path: string; search: HistorySearch; found: NonNullable<WholeHistory["found"]> };

/** Which of those that a name or a reference may mean is meant. */
export function SubjectChoice({ path, search, found }: SubjectChoiceProps) {
  const t = useTranslations("history.choice");
  const to = (name: "case" | "file" | "person", id: string): string =>
    withParams(path, search, { q: undefined, after: undefined, [name]: id });
  const lines = [
    ...found.persons.map((one) => ({
      href: to("person", one.id),
      kind: t("person"),
      name: one.name,
      more: one.born,
    })),
    ...found.cases.map((one) => ({
      href: to("case", one.id),
      kind: t("case"),
      name: one.name,
      more: one.reference,
    })),
    ...found.files.map((one) => ({
      href: to("file", one.id),
      kind: t("file"),
      name: one.title,
      more: one.reference,
    })),
  ];
  return (
    <Panel title={lines.length > 0 ? t("title", { q: search.q ?? "" }) : t("none", { q: search.q ?? "" })}>
      {lines.length === 0 && <p className="text-soft">{t("noneText")}</p>}
      <ul className="mt-1 grid gap-1.5">
        {lines.map(({ href, kind, name, more }) => (
          <li key={href} className="flex flex-wrap items-baseline gap-x-2.5">
            <Link href={href} className="name">
              {name}
            </Link>
            <span className="text-small text-soft">{[kind, more].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
