"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useSettled } from "@/components/ui/use-settled";
import { fetchLike, likeKey } from "@/lib/people/queries";
import { reasonsOf, type LikePerson } from "@/lib/people/view";

type LikeListProps = {
  name: string;
  birth: string;
  chosen: string | null;
  choose: (person: LikePerson | null) => void;
};

/** Who is registered under a like name, with what had to be bridged. A person decides whether they are one. */
export function LikeList({ name, birth, chosen, choose }: LikeListProps) {
  const t = useTranslations("register.like");
  const settled = useSettled(name.trim(), 250);
  const born = useSettled(birth.trim(), 250);
  const { data, isFetching } = useQuery({
    queryKey: likeKey(settled, born),
    queryFn: ({ signal }) => fetchLike(settled, born, signal),
    enabled: settled.length >= 3,
    placeholderData: keepPreviousData,
  });
  const found = settled.length >= 3 ? (data ?? []) : [];
  if (settled.length < 3) return null;
  return (
    <section
      aria-live="polite"
      aria-busy={isFetching}
      className="max-w-160 rounded-md border border-rule2 bg-paper px-4 py-3 xl:sticky xl:top-4"
    >
      <p className="label">
        {found.length > 0 ? t("title", { count: found.length }) : isFetching ? t("busy") : t("nobody")}
      </p>
      <ul>
        {found.map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-rule py-2.5 last:border-0"
          >
            <div className="min-w-0">
              <Link href={`/people/${person.id}`} target="_blank" className="name text-ink">
                {person.name}
              </Link>{" "}
              {person.otherYear && <Tag tone="warn">{t("otherYear")}</Tag>}
              <span className="block text-small text-soft">
                {[person.birthText, person.birthPlace, t("cases", { count: person.cases.length })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <Why person={person} />
            </div>
            <Button
              kind={chosen === person.id ? "primary" : "ghost"}
              aria-pressed={chosen === person.id}
              onClick={() => choose(chosen === person.id ? null : person)}
            >
              {t(chosen === person.id ? "chosen" : "same")}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > 0 && (
        <p className="mt-2 text-small text-soft">{t(chosen ? "willAdd" : "somebodyElse")}</p>
      )}
    </section>
  );
}

function Why({ person }: { person: LikePerson }) {
  const t = useTranslations("register.like");
  const reasons = reasonsOf(person);
  return (
    <span className="block text-small">
      {person.matched !== person.name && <>{t("as", { name: person.matched })}: </>}
      {reasons ? (
        <span className="text-accent">{reasons}</span>
      ) : (
        <span className="text-soft">{t("sameSpelling")}</span>
      )}
    </span>
  );
}
