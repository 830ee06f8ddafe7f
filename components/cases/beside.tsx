import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { SaidBy } from "@/components/ui/said-by";
import { named, reference } from "@/lib/cases/view";
import type { BesideCase } from "@/lib/cases/view-joins";
import { JoinForm, type JoinAct } from "./join-form";

type BesideProps = {
  caseId: string;
  beside: readonly BesideCase[];
  /** May join and part them. */
  joins: boolean;
  action: JoinAct;
};

const kinds = ["leads", "joined", "asked"] as const;

/** Cases of the same episode: the one that leads, those that point here, and those that a secretary may join. */
export function Beside({ beside, ...rest }: BesideProps) {
  const t = useTranslations("cases.join");
  return kinds.map((is) => {
    const some = beside.filter((one) => one.is === is);
    if (some.length === 0) return null;
    return (
      <Panel key={is} title={t(`title.${is}`)}>
        <p className="text-small text-soft">{t(`how.${is}`)}</p>
        {some.map((one) => (
          <One key={one.id} one={one} {...rest} />
        ))}
      </Panel>
    );
  });
}

function One({ caseId, one, joins, action }: Omit<BesideProps, "beside"> & { one: BesideCase }) {
  const t = useTranslations("cases.join");
  const locale = useLocale();
  return (
    <div className="border-t border-rule py-3 first-of-type:border-0">
      <Link href={`/cases/${one.id}`} className="name text-ink">
        {one.name}
      </Link>
      <p className="text-small text-soft">
        {[one.dateText ?? one.episode, named(one.organ, locale)].filter(Boolean).join(", ")}
      </p>
      {one.files.length > 0 && (
        <ul className="text-small">
          {one.files.map((file) => (
            <li key={file.id}>
              <Link href={`/files/${file.id}`}>{reference(file.reference, locale)}</Link>
            </li>
          ))}
        </ul>
      )}
      <p className="text-small">
        <SaidBy note={one.note} by={one.by} at={one.at} />
      </p>
      {joins && (
        <JoinForm
          caseId={one.is === "joined" ? one.id : caseId}
          otherId={one.is === "joined" ? caseId : one.id}
          locale={locale}
          parts={one.is !== "asked"}
          words={{
            ...{ note: t("note"), which: t("which"), lead: t("lead"), point: t("point") },
            ...{ join: t("join"), part: t("part") },
          }}
          action={action}
        />
      )}
    </div>
  );
}
