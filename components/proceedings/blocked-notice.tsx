import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { named, type ProceedingShown } from "@/lib/cases/view";
import type { Standing } from "@/lib/cases/view-standing";
import type { Blocked } from "@/lib/law/blocked";

type BlockedNoticeProps = { proceeding: ProceedingShown | null; standing: Standing | null };

/** A step that cannot go on: the cause, and who can cure it. Also what is suspended or put off. */
export function BlockedNotice({ proceeding, standing }: BlockedNoticeProps) {
  const t = useTranslations("sign.blocked");
  const law = useTranslations("law");
  const format = useFormatter();
  if (!proceeding || proceeding.decidedAt) return null;
  return (
    <>
      {proceeding.suspended && (
        <Notice tone="warn" title={t("suspended", { why: law(`part.${proceeding.suspended}`) })} />
      )}
      {proceeding.deferredUntil && (
        <Notice
          tone="warn"
          title={t("deferred", {
            when: format.dateTime(new Date(proceeding.deferredUntil), "long"),
            why: proceeding.deferReason ?? "",
          })}
        />
      )}
      {standing && standing.blocked.length > 0 && (
        <Notice tone="warn" title={t("title")}>
          {standing.blocked.map((one) => (
            <BlockedLine key={`${one.slot}-${one.agencyId}`} one={one} proceeding={proceeding} />
          ))}
        </Notice>
      )}
    </>
  );
}

function BlockedLine({ one, proceeding }: { one: Blocked; proceeding: ProceedingShown }) {
  const t = useTranslations("sign.blocked");
  const law = useTranslations("law");
  const locale = useLocale();
  const agency = proceeding.owners.find((owner) => owner.id === one.agencyId);
  const slot = agency
    ? named(agency.name, locale)
    : law(one.slot === "author" ? "duty.author" : `slot.${one.slot}`);
  return (
    <p>
      {t("line", { slot: slot ?? "", cause: one.causes.map((cause) => law(`blockedBy.${cause}`)).join(" ") })}{" "}
      {t("cure", { who: law(`role.${one.curedBy}`) })}
    </p>
  );
}
