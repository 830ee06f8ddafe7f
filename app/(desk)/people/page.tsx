import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TakeList } from "@/components/lists/take-list";
import { ExportForm } from "@/components/people/export-form";
import { PersonSearch } from "@/components/people/person-search";
import { PersonTable } from "@/components/people/person-table";
import { addressWith } from "@/components/units/address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/actor";
import { mayExport as mayTake } from "@/lib/lists/export";
import { mayExport } from "@/lib/people/export";
import { readPeople, readPeopleSearch } from "@/lib/people/read";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requireActor("/people");
  const raw = await searchParams;
  const search = readPeopleSearch(raw);
  const { q, place: where } = search;
  const born = String(search.born ?? "");
  const asked = { q, born, place: where };
  const place = /^([0-9a-f-]{36})\|(.*)$/s.exec(typeof raw.at === "string" ? raw.at : "");
  const at = place ? { id: place[1]!, value: place[2]! } : null;
  const { rows, next, total } = await readPeople(actor, search, at);
  const sought = Boolean(q || born || where);
  const t = await getTranslations("people");
  return (
    <>
      <PageHead title={t("title")} under={total === null ? t("likeFirst") : t("total", { count: total })} />
      <PersonSearch action="/people" q={q} born={born} place={where} />
      {rows.length > 0 ? (
        <PersonTable rows={rows} />
      ) : (
        <EmptyState
          title={t(sought ? "nobody" : "empty")}
          action={sought && <ButtonLink href="/people">{t("all")}</ButtonLink>}
        >
          {t(sought ? "nobodyHow" : "emptyHow")}
        </EmptyState>
      )}
      <Pager
        previous={at ? addressWith("/people", asked) : undefined}
        next={next ? addressWith("/people", { ...asked, at: `${next.id}|${next.value}` }) : undefined}
      />
      {mayTake(actor, "people") && <TakeList list="people" params={asked} failed={raw.take === "purpose"} />}
      {mayExport(actor) && <ExportForm failed={raw.export === "purpose"} />}
    </>
  );
}
