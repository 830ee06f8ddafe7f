import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PersonCases, PersonFacts, PersonNamed } from "@/components/people/person-parts";
import { Alike, Registrations } from "@/components/people/same-person";
import { PersonForm } from "@/components/people/person-form";
import { addressWith } from "@/components/units/address";
import { EntryList } from "@/components/units/entry-list";
import { optionsOf } from "@/components/units/options";
import { SavedNotice } from "@/components/units/saved-notice";
import { ButtonLink } from "@/components/ui/button";
import { Columns } from "@/components/ui/columns";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/actor";
import { holds } from "@/lib/law/actor";
import { readAlike, readPerson, readPersonEntries } from "@/lib/people/read";
import { readWords } from "@/lib/units/read";
import { editPerson } from "./actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const page = await readPerson(await requireActor(`/people/${id}`), id);
  return { title: page?.person.name ?? (await getTranslations("common"))("notFound.title") };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/people/${id}`);
  const [page, raw] = await Promise.all([readPerson(actor, id), searchParams]);
  if (!page) notFound();
  const { person, edits, voids, compares, registrations } = page;
  const text = (name: string) => (typeof raw[name] === "string" ? raw[name] : undefined);
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const [{ rows, older }, alike] = await Promise.all([
    readPersonEntries(actor, id, Number(text("before")) || null),
    compares ? readAlike(actor, person) : [],
  ]);
  const editing = text("edit") === "person" && edits;
  const words = editing ? (await readWords(actor, ["nationality"])).nationality : undefined;
  return (
    <>
      <PageHead
        title={person.name}
        under={[person.birthText, person.birthPlace].filter(Boolean).join(" · ")}
        aside={
          edits &&
          !editing && (
            <ButtonLink kind="ghost" href={`/people/${id}?edit=person`}>
              {t("edit")}
            </ButtonLink>
          )
        }
      />
      <SavedNotice saved={text("saved")} voided={Number(text("voided")) || 0} />
      <Columns aside={<PersonFacts person={person} decided={page.decided} />}>
        {editing && (
          <Panel title={t("editTitle")}>
            <PersonForm
              person={person}
              voids={voids}
              nationalities={optionsOf(words, locale, person.nationality)}
              action={editPerson}
            />
          </Panel>
        )}
        <Registrations id={id} registrations={registrations} />
        <PersonCases person={person} registers={holds(actor, "archivist") || holds(actor, "expert")} />
        <PersonNamed person={person} />
        <Alike id={id} alike={alike} />
        <h2 className="heading mt-8 mb-3">{t("history")}</h2>
        <EntryList
          byEpisode
          rows={rows}
          older={older === null ? undefined : addressWith(`/people/${id}`, { before: String(older) })}
        />
      </Columns>
    </>
  );
}
