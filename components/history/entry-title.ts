import { useTranslations } from "next-intl";
import type { Payload } from "@/lib/ledger/entry";
import { acts } from "@/lib/law/acts";

/** What an entry says happened, in a few words of the reader's language. */
export function useEntryTitle(payload: Payload): string {
  const t = useTranslations("history");
  const law = useTranslations("law");
  const accounts = useTranslations("accounts");
  switch (payload.kind) {
    case "act":
      return law(`actDone.${payload.act}`);
    case "work":
    case "rule_set":
      return law(`work.${payload.work}`);
    case "refusal": {
      const isAct = (acts as readonly string[]).includes(payload.act);
      return t("refusal", { act: law(isAct ? `act.${payload.act}` : `workAct.${payload.act}`) });
    }
    case "fell_back":
      return payload.suspended
        ? t("suspended", { part: law(`part.${payload.part}`) })
        : t("fellBack", { to: law(`step.${payload.to}`), part: law(`part.${payload.part}`) });
    case "stage":
      return payload.from === payload.to
        ? t("stageRefused", { to: law(`stage.${payload.to}`) })
        : t("stage", { from: law(`stage.${payload.from}`), to: law(`stage.${payload.to}`) });
    case "standing":
      return t("standing", { to: law(`standing.${payload.to}`) });
    case "arrived":
      return t(`arrived.${payload.what}`);
    case "departed":
      return t(`departed.${payload.what}`);
    case "imported":
      return t("imported", { file: payload.file });
    case "statement":
      return t("statement");
    case "passkey":
      return t(`passkey.${payload.what}`);
    case "reset":
      return t(`reset.${payload.what}`);
    case "account":
      return accounts.has(`event.${payload.what}`)
        ? accounts(`event.${payload.what}`)
        : t("account.other", { what: payload.what });
  }
}
