import { useTranslations } from "next-intl";
import { ActRow, Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { refusalSentences } from "@/lib/accounts/sentences";
import { confirmingWork } from "@/lib/law/appointing";
import type { HeldView } from "@/lib/accounts/view";
import { ActForm } from "./act-form";
import { HeldName } from "./held-name";
import type { FormAct } from "./types";

/** A proposal that waits for a second person: what it would give, and who may say yes. */
export function WaitingPanel({ held, confirm, end }: { held: HeldView; confirm: FormAct; end: FormAct }) {
  const t = useTranslations("accounts");
  const fields = { kind: held.kind, id: held.id, accountId: held.accountId };
  return (
    <Panel title={t("waitingTitle")}>
      <p className="mt-2">
        <HeldName held={held} />
      </p>
      <p className="mt-2">
        {held.act}, <Time value={held.from} /> – {held.to ? <Time value={held.to} /> : t("open")}
      </p>
      <ActRow note={t("proposedBy", { name: held.proposedBy.name ?? t("commandLine") })}>
        {held.confirm === true && (
          <ActForm action={confirm} fields={fields} label={t("act.confirm")} kind="primary" />
        )}
        {held.mayEnd && <ActForm action={end} fields={fields} label={t("act.withdraw")} />}
      </ActRow>
      {held.confirm !== null && held.confirm !== true && (
        <p className="mt-2.5 text-small text-soft">
          {held.confirm === "heldRole"
            ? t(`confirmer.${confirmingWork(held.role)}`)
            : t(refusalSentences[held.confirm])}
        </p>
      )}
    </Panel>
  );
}
