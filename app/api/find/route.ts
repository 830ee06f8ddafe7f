import { getLocale, getTranslations } from "next-intl/server";
import { findForPalette } from "@/lib/cases/read-list";
import { foundGroups } from "@/lib/cases/view-found";
import { withActor } from "@/lib/handler";

/** What the palette finds: people, cases and files, only those that this person may see. */
export const GET = withActor(async (actor, request) => {
  const text = new URL(request.url).searchParams.get("q")?.trim().slice(0, 200) ?? "";
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell.nav")]);
  const labels = { cases: t("cases"), people: t("people"), files: t("files") };
  const found = text.length < 2 ? null : await findForPalette(actor, text);
  return Response.json({ groups: found ? foundGroups(found, labels, locale) : [] });
});
