import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PurposeForm } from "@/components/sheets/purpose-form";
import { SheetViewer } from "@/components/sheets/sheet-viewer";
import { requireActor } from "@/lib/auth/actor";
import { reference } from "@/lib/cases/view";
import { readSheet } from "@/lib/sheets/read";
import { readClosedSheet } from "./actions";

type Props = { params: Promise<{ id: string; label: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("files.viewer"))("sheet") };
}

export default async function SheetPage({ params }: Props) {
  const { id, label } = await params;
  const actor = await requireActor(`/files/${id}/sheets/${label}`);
  const sheet = await readSheet(actor, id, decodeURIComponent(label));
  if (!sheet) notFound();
  const [t, locale] = await Promise.all([getTranslations("files.viewer"), getLocale()]);
  const { image, access, position, state } = sheet;
  const name = t("sheetName", { label: sheet.label });
  const until = access?.until ? t("until", { date: access.until }) : "";
  return (
    <SheetViewer
      key={position}
      fileId={id}
      back={{ href: `/files/${id}?tab=images`, label: t("back") }}
      title={name}
      place={reference(sheet.refPath, locale)}
      label={sheet.label}
      position={position}
      strip={sheet.strip}
      previous={sheet.previous}
      next={sheet.next}
      image={
        image && { src: `/api/sheets/${id}/${position}`, width: image.width, height: image.height, alt: name }
      }
    >
      <h2 className="question">{t(`${state}.title`)}</h2>
      <p className="mt-1 text-soft">
        {state === "ask" ? [access?.basis, until].filter(Boolean).join(" · ") : t(`${state}.text`)}
      </p>
      {state === "ask" && <PurposeForm fileId={id} position={position} action={readClosedSheet} />}
    </SheetViewer>
  );
}
