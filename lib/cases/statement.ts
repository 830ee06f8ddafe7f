import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Actor } from "@/lib/law/actor";
import { law } from "@/lib/law/law";
import type { Outcome } from "@/lib/law/words";
import type { Saying } from "@/lib/store/sayings";
import { reference } from "./view";
import type { SignAct } from "./view-forms";

export type Said = {
  act: SignAct;
  outcome?: Outcome;
  items: readonly Saying[];
  basis?: string;
  reason?: string;
  register: boolean;
};

/** In what the actor signs: the first of the act's own roles that they hold. */
function standingOf(actor: Pick<Actor, "offices">, act: SignAct): string {
  const by = law.filter((row) => row.act === act && row.slot).flatMap((row) => row.by);
  const held = by.find((one) =>
    actor.offices.some((o) =>
      one === "regional"
        ? o.role === "chair" && o.bodyKind === "regional"
        : o.role === one && o.bodyKind !== "regional",
    ),
  );
  return held ?? actor.offices[0]?.role ?? "expert";
}

/** Which sentence says this act of this item. */
export function sayingKey(act: SignAct, kind: Saying["kind"], outcome: Outcome | undefined): string {
  if (act === "sign")
    return kind === "declassification" ? "sign.declassification" : `sign.rehabilitation.${outcome ?? "full"}`;
  if (act === "conclude") return outcome === "refused" ? "conclude.against" : "conclude.for";
  return act;
}

/**
 * What the signer is shown and what is hashed: who signs, each item by name and reference with its dossier, the
 * basis and the reason given. The same input gives the same text, so that it can be made again when it is sent.
 */
export async function statementText(actor: Actor, said: Said, locale: Locale): Promise<string> {
  const t = await translator(locale, "sign");
  const words = await translator(locale, "law");
  const lines = [t("say.sign", { signer: actor.name, role: words(`by.${standingOf(actor, said.act)}`) })];
  for (const item of said.items) {
    const subject = item.reference
      ? t("say.subject", { name: item.name, reference: reference(item.reference, locale) })
      : item.name;
    const sentence = t(`say.item.${sayingKey(said.act, item.kind, said.outcome)}`, { subject });
    const dossier = item.dossierHash ? ` ${t("say.dossier", { hash: item.dossierHash })}` : "";
    lines.push(`${said.items.length > 1 ? `${lines.length}. ` : ""}${sentence}${dossier}`);
  }
  if (said.reason) lines.push(t("say.reason", { reason: said.reason }));
  if (said.basis) lines.push(t("say.basis", { basis: said.basis }));
  lines.push(said.register ? t("say.by.register", { count: said.items.length }) : t("say.by.single"));
  return lines.join("\n");
}
