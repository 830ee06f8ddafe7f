import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, type ButtonKind } from "@/components/ui/button";
import { isPlain, isSigning, plainForms, type PlainAct } from "@/lib/cases/view-forms";
import type { Subject } from "@/lib/cases/view-subject";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import type { Office } from "@/lib/law/actor";
import type { OpenAct } from "@/lib/law/open-to";
import { ActDialog } from "./act-dialog";
import { ActNow } from "./act-now";
import { useChoices } from "./choices";
import type { Stamp } from "./form-parts";
import { questionKey } from "./question-key";

/** On what an act is done, by whom, and where the form of each goes. */
export type ActDesk = {
  subject: Subject;
  offices: readonly Office[];
  actions: Record<PlainAct, FormAction<ActDone>>;
  stampKey: string;
};
type ActButtonProps = ActDesk & { open: OpenAct; kind?: ButtonKind };

/** Where an act is done that has a screen of its own; null where a dialog is enough. */
function screenOf(open: OpenAct, subject: Subject): string | null {
  const { proceeding, kind, id } = subject;
  if (open.act === "submit") return `/cases/${id}/finding`;
  if (open.act === "propose" && open.unmet.length > 0) return `/files/${id}?tab=spans`;
  if (open.act === "concur" && kind === "rehabilitation") return `/cases/${id}/reading`;
  if (open.act.startsWith("assign_")) return `/assign?proceeding=${proceeding?.id}`;
  return isSigning(open.act) ? `/proceedings/${proceeding?.id}/sign?act=${open.act}` : null;
}

/** The control of one act: a way to its screen, or a dialog. */
export function ActButton({ open, kind = "ghost", ...props }: ActButtonProps) {
  const law = useTranslations("law");
  const t = useTranslations("sign");
  const choices = useChoices(props.subject, props.offices);
  const locale = useLocale();
  const { subject } = props;
  const href = screenOf(open, subject);
  const primary = kind === "primary";
  const label =
    primary && open.act === "sign"
      ? t("read")
      : primary && open.act === "concur"
        ? t("readConcur")
        : href && open.act === "propose"
          ? law("workAct.divide_spans")
          : law(`act.${open.act}`);
  if (href) {
    return (
      <ButtonLink kind={kind} href={href}>
        {label}
      </ButtonLink>
    );
  }
  if (!isPlain(open.act)) return null;
  const stamp = stampOf(open, props, locale);
  const action = props.actions[open.act];
  if (plainForms[open.act].length === 0)
    return <ActNow {...{ label, kind, stamp, action }} article={open.article} />;
  const key = questionKey(open.act, subject);
  return (
    <ActDialog
      act={open.act}
      label={label}
      question={t.has(key) ? t(key, { name: subject.name }) : law(`act.${open.act}`)}
      article={open.article}
      kind={kind}
      spec={{ fields: plainForms[open.act], choices, stamp }}
      action={action}
    />
  );
}

function stampOf(open: OpenAct, { subject, stampKey }: ActDesk, locale: string): Stamp {
  const { proceeding } = subject;
  const about: Stamp = proceeding ? { proceeding: proceeding.id } : { subject: subject.id };
  return {
    ...about,
    version: String(proceeding?.version ?? 0),
    dossierHash: proceeding?.dossierHash ?? "",
    key: `${stampKey}-${open.act}`,
    locale,
  };
}
