import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ask, markViewed, prepareSignature, sign } from "@/app/(desk)/proceedings/actions";
import { ReadingRoom } from "@/components/findings/reading-room";
import { requireActor } from "@/lib/auth/actor";
import { newKey } from "@/lib/cases/view-key";
import { readReading } from "@/lib/findings/read-reading";
import { findingWords } from "@/lib/findings/sentences";
import { keepMarks } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("reading.title") };
}

/** The submitted finding of a case, claim by claim beside its sheets; the second reader answers at its end. */
export default async function ReadingPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/cases/${id}/reading`);
  const [locale, law] = await Promise.all([getLocale(), getTranslations("law")]);
  const page = await readReading(actor, id, locale);
  if (!page) notFound();
  return (
    <ReadingRoom
      {...page}
      {...{ ask, sign, markViewed }}
      prepare={actor.keyed ? prepareSignature : undefined}
      keep={keepMarks}
      keys={{ ask: newKey(), concur: newKey(), disagree: newKey() }}
      words={findingWords(law)}
    />
  );
}
