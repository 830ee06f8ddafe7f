import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { SaidBy } from "@/components/ui/said-by";
import { Tag } from "@/components/ui/tag";
import { reasonsOf, type LikePerson, type Registration } from "@/lib/people/view";

type Facts = { id: string; name: string; birthText: string | null; birthPlace: string | null };

function Who({ person, children }: { person: Facts; children?: ReactNode }) {
  return (
    <div className="min-w-0">
      <Link href={`/people/${person.id}`} className="name text-ink">
        {person.name}
      </Link>{" "}
      {children}
      <span className="block text-small text-soft">
        {[person.birthText, person.birthPlace].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}

const compareHref = (a: string, b: string): string => `/people/${a}/compare/${b}`;
const rowClass =
  "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-rule py-2.5 last:border-0";

/** The other registrations of the same person, with who said so and why. */
export function Registrations({ id, registrations }: { id: string; registrations: readonly Registration[] }) {
  const t = useTranslations("people.same");
  if (registrations.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <p className="text-small text-soft">{t("how")}</p>
      <ul>
        {registrations.map((one) => (
          <li key={one.id} className={rowClass}>
            <div className="min-w-0">
              <Who person={one}>{one.leads && <Tag tone="accent">{t("leads")}</Tag>}</Who>
              <p className="text-small">
                <SaidBy note={one.note} by={one.by} at={one.at} />
              </p>
            </div>
            {one.with === id && (
              <ButtonLink kind="ghost" href={compareHref(id, one.id)}>
                {t("compare")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** People of whom nobody has said yet whether they are this one. */
export function Alike({ id, alike }: { id: string; alike: readonly LikePerson[] }) {
  const t = useTranslations("people.alike");
  if (alike.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="mb-8">
      <h2 id="alike" className="heading mb-1">
        {t("title")}
      </h2>
      <p className="text-small text-soft">{t("how")}</p>
      <ul>
        {alike.map((one) => (
          <li key={one.id} className={rowClass}>
            <div className="min-w-0">
              <Who person={one} />
              <p className="text-small text-accent">{reasonsOf(one) || t("sameSpelling")}</p>
            </div>
            <ButtonLink kind="ghost" href={compareHref(id, one.id)}>
              {t("compare")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
