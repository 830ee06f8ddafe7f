import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { SlotMark, type SlotState } from "@/components/ui/slot-dots";
import { slotKey } from "@/lib/cases/sentences";
import { named, type ProceedingShown, type SignatureShown } from "@/lib/cases/view";
import { asidePlaces } from "@/lib/cases/view-aside";
import type { RuleSet } from "@/lib/law/matter";

type AsideProps = {
  proceeding: ProceedingShown;
  rules: RuleSet;
  regional: boolean;
  mine: string | null;
  history: string;
};

/** Who signed under the present edition, whose turn it is, who stepped aside, and what no longer counts. */
export function SignaturesAside({ proceeding, rules, regional, mine, history }: AsideProps) {
  const t = useTranslations("cases.aside");
  const law = useTranslations("law");
  const format = useFormatter();
  const locale = useLocale();
  const since = format.dateTime(new Date(proceeding.stepSince), "day");
  const places = asidePlaces(proceeding, rules, regional, mine);
  const voided = proceeding.signatures.filter((s) => s.voidAt !== null);
  return (
    <>
      <h2 className="label mb-3">
        {proceeding.edition > 0 ? t("signatures", { edition: proceeding.edition }) : t("signaturesNone")}
      </h2>
      <ul>
        <Slot
          state={proceeding.author && proceeding.step !== "study" ? "filled" : "open"}
          title={t("author")}
        >
          {proceeding.author?.name ?? t("unassigned")}
        </Slot>
        {places.map((place) => (
          <Slot
            key={place.key}
            state={place.state}
            title={place.owner ? named(place.owner, locale) : law(slotKey(place.slot))}
          >
            {place.signature ? (
              <Signed signature={place.signature} proceeding={proceeding.id} />
            ) : place.state === "mine" ? (
              t("waitsYou", { when: since })
            ) : place.turn ? (
              (place.assigned ?? t("waits", { when: since }))
            ) : (
              (place.assigned ?? t("later"))
            )}
          </Slot>
        ))}
        {proceeding.recused.map(({ who, kind, at }) => (
          <Slot key={who.id} state="struck" title={t("recusal")}>
            {who.name} · {law(`conflictKind.${kind}`)}, {format.dateTime(new Date(at), "date")}
          </Slot>
        ))}
      </ul>
      {voided.length > 0 && (
        <details className="mt-4 text-small">
          <summary className="font-semibold text-accent">
            {t("voided")} ({voided.length})
          </summary>
          <ul>
            {voided.map((signature) => (
              <Slot key={signature.id} state="struck" title={law(slotKey(signature.slot))}>
                <Signed signature={signature} proceeding={proceeding.id} /> ·{" "}
                {law(`voidReason.${signature.voidReason}`)}
              </Slot>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-5.5 border-t border-rule2 pt-3 text-tiny text-soft">
        {proceeding.dossierHash && (
          <>
            {t("dossier")}{" "}
            <code>{`${proceeding.dossierHash.slice(0, 4)}…${proceeding.dossierHash.slice(-4)}`}</code>.{" "}
          </>
        )}
        {t("proof", { count: proceeding.entries })} <Link href={history}>{t("history")}</Link>
      </p>
    </>
  );
}

function Slot({ state, title, children }: { state: SlotState; title: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.375rem_1fr] gap-x-2.5 border-b border-rule py-2.5 text-[0.875rem] leading-snug">
      <SlotMark state={state} />
      <b
        className={
          state === "mine"
            ? "font-semibold text-accent first-letter:uppercase"
            : "font-semibold first-letter:uppercase"
        }
      >
        {title}
      </b>
      <span className="col-start-2 text-small text-soft">{children}</span>
    </li>
  );
}

/** How it was signed, leading to its receipt. */
function Signed({ signature, proceeding }: { signature: SignatureShown; proceeding: string }) {
  const t = useTranslations("cases.aside");
  const law = useTranslations("law");
  const format = useFormatter();
  const { who, at, method, answer, register, opened, deputyFor, slot } = signature;
  const remarks = [
    slot === "reader" && (answer === "for" ? t("agrees") : t("against")),
    slot !== "reader" && answer === "against" && t("against"),
    deputyFor && t("deputy", { why: law(`deputyFor.${deputyFor}`) }),
    register && t("register"),
    register && !opened && t("unopened"),
  ].filter(Boolean);
  return (
    <>
      <Link href={`/proceedings/${proceeding}/receipt/${signature.id}`}>
        {t("by", {
          name: who.name,
          when: format.dateTime(new Date(at), "moment"),
          method: t(`method.${method}`),
        })}
      </Link>
      {remarks.map((remark, index) => (
        <span key={index}> · {remark}</span>
      ))}
    </>
  );
}
