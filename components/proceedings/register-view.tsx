import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { reference } from "@/lib/cases/view";
import {
  addressOfItem,
  differences,
  itemText,
  sorted,
  type RegisterPage,
  type RegisterRow,
} from "@/lib/cases/view-register";
import type { ActDone, FormAction, ListDone } from "@/lib/cases/view-told";
import type { PreparePasskey } from "@/components/auth/touch-passkey";
import { RegisterDiffers } from "./register-differs";
import { RegisterForm } from "./register-form";
import type { RegisterItem } from "./register-table";

type RegisterViewProps = {
  page: RegisterPage;
  stampKey: string;
  action: FormAction<ListDone>;
  prepare?: PreparePasskey;
  takeOut: FormAction<ActDone>;
};

/** The list with what differs in each item, its words made here so that three hundred rows stay light. */
export function RegisterView({ page, stampKey, action, prepare, takeOut }: RegisterViewProps) {
  const t = useTranslations("sign.register");
  const format = useFormatter();
  const locale = useLocale();
  const { act, sort } = page.search;
  const items = sorted(page.rows, sort, locale).map((row): RegisterItem => ({
    text: itemText(row),
    proceeding: row.proceeding,
    version: row.version,
    name: row.name,
    href: addressOfItem(row.caseId, row.proceeding),
    under: [row.born, row.reference && reference(row.reference, locale)].filter(Boolean).join(" · "),
    differs: <RegisterDiffers row={row} />,
    different: differences(row) > 0,
    reader: readerWords(row),
    opened: row.opened ? t("opened.yes", { when: format.dateTime(new Date(row.opened), "day") }) : null,
    sampled: page.sample.has(row.proceeding),
  }));
  return (
    <RegisterForm
      items={items}
      act={act}
      signs={act !== "enter_act" && act !== "open"}
      stamp={{
        key: stampKey,
        locale,
        act,
        ...(page.outcome && { outcome: page.outcome }),
        ...(page.agencyId && act === "lift" && { agencyId: page.agencyId }),
      }}
      basis={page.needsBasis ? (page.basis ?? "") : null}
      limit={page.rules.registerLimit}
      action={action}
      prepare={prepare}
      takeOut={takeOut}
    />
  );
  function readerWords(row: RegisterRow): ReactNode {
    if (!row.reader) return t("reader.none");
    return t(row.reader.remark ? "reader.remark" : "reader.agrees");
  }
}
