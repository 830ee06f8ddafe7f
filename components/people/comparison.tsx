import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { StageMark } from "@/components/ui/stage-mark";
import { Cell, Row, Table } from "@/components/ui/table";
import { named, reference } from "@/lib/cases/view";
import type { PersonShown } from "@/lib/people/view";

type Line = { key: string; label: string; of: readonly [ReactNode, ReactNode]; differs: boolean };

/** Two registrations side by side; what differs is marked, in more than a colour. */
export function ComparisonTable({ first, second }: { first: PersonShown; second: PersonShown }) {
  const t = useTranslations("people.compare");
  const lines = useLines(first, second);
  const head = (person: PersonShown) => (
    <Link href={`/people/${person.id}`} className="name text-ink">
      {person.name}
    </Link>
  );
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "what", label: t("what"), width: "22%", wideOnly: true },
        { key: "first", label: head(first), width: "39%" },
        { key: "second", label: head(second), width: "39%" },
      ]}
    >
      {lines.map(({ key, label, of: [a, b], differs }) => {
        const what = (
          <>
            {label} {differs && <span className="text-tiny font-medium text-warn">{t("differs")}</span>}
          </>
        );
        const cell = clsx("wrap-anywhere", differs && "bg-warn-tint");
        return (
          <Fragment key={key}>
            {/* Where there is no room for a third column, what is compared stands above it. */}
            <tr className="md:hidden">
              <th
                scope="rowgroup"
                colSpan={2}
                className="px-3 pt-3 text-left text-small font-normal text-soft"
              >
                {what}
              </th>
            </tr>
            <Row>
              <Cell wideOnly className="text-soft">
                {what}
              </Cell>
              <Cell className={cell}>{a ?? "–"}</Cell>
              <Cell className={cell}>{b ?? "–"}</Cell>
            </Row>
          </Fragment>
        );
      })}
    </Table>
  );
}

function useLines(first: PersonShown, second: PersonShown): Line[] {
  const t = useTranslations("people.compare");
  const register = useTranslations("register");
  const locale = useLocale();
  const line = (key: string, label: string, of: (person: PersonShown) => string | null): Line[] => {
    const [a, b] = [of(first), of(second)];
    return a === null && b === null
      ? []
      : [{ key, label, of: [a, b], differs: a !== null && b !== null && a !== b }];
  };
  const fields = ["surname", "given", "patronymic", "birthText", "birthPlace", "deathText"] as const;
  const parts = (of: (person: PersonShown) => ReactNode[], key: string, label: string): Line[] => {
    const [a, b] = [of(first), of(second)];
    const all = (some: ReactNode[]) => (some.length > 0 ? some : null);
    return a.length + b.length === 0 ? [] : [{ key, label, of: [all(a), all(b)], differs: false }];
  };
  return [
    ...fields.flatMap((key) => line(key, register(`field.${key}`), (person) => person[key])),
    ...line("sex", register("field.sex"), ({ sex }) => sex && register(`sexes.${sex}`)),
    ...line(
      "nationality",
      register("field.nationality"),
      ({ nationality, nationalityName }) => named(nationalityName, locale) ?? nationality,
    ),
    ...parts(
      ({ variants }) =>
        variants.map(({ script, text }) => (
          <span key={`${script}${text}`} className="serif block">
            {text}
          </span>
        )),
      "variants",
      register("field.variants"),
    ),
    ...parts(({ cases }) => cases.map((one) => <CaseLine key={one.id} one={one} />), "cases", t("cases")),
    ...parts(
      (person) =>
        person.named.map((one) => (
          <Link key={one.fileId + one.role} href={`/files/${one.fileId}`} className="block text-small">
            {reference(one.reference, locale)}
          </Link>
        )),
      "named",
      t("named"),
    ),
  ];
}

function CaseLine({ one }: { one: PersonShown["cases"][number] }) {
  const law = useTranslations("law");
  const locale = useLocale();
  return (
    <span className="mb-1 block">
      <Link href={`/cases/${one.id}`}>
        {[one.dateText ?? one.episode, one.organText ?? named(one.organ, locale)].filter(Boolean).join(", ")}
      </Link>
      <span className="block">
        <StageMark stage={one.stage}>{law(`stage.${one.stage}`)}</StageMark>
      </span>
      {one.outcome && <span className="block text-small text-soft">{law(`outcome.${one.outcome}`)}</span>}
    </span>
  );
}
