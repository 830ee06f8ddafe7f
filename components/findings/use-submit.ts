"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { SummaryError } from "@/components/ui/error-summary";
import type { FindingWords } from "@/lib/findings/sentences";
import { dropBackup } from "./backup";
import type { SubmitDraft } from "./types";

/** The control that a condition of R2 concerns. */
const fields: Record<string, string> = {
  earlierActSearched: "earlierSearch",
  claimsComplete: "add-other",
  claimsCited: "add-other",
  exclusionChecked: "exclusionCheck",
};

type Submission = {
  caseId: string;
  proceeding: { id: string; version: number };
  versionId: string;
  words: FindingWords;
  submit: SubmitDraft;
  send(): Promise<boolean>;
  base(): number;
  /** Everything typed is on the server already. */
  settled: boolean;
};

/** Saves what is not saved yet, then submits exactly that. The key stays the same until there is an answer. */
export function useSubmit(of: Submission) {
  const router = useRouter();
  const t = useTranslations("findings.submit");
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const key = useRef<string>(undefined);
  const say = (message: string, field?: string): void => setErrors([{ message, field }]);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setErrors([]);
    try {
      if (!of.settled && !(await of.send())) return say(t("notSaved"));
      key.current ??= crypto.randomUUID();
      const { id: proceeding, version } = of.proceeding;
      const { versionId } = of;
      const asked = { key: key.current, proceeding, version, versionId, draftVersion: of.base() };
      const answer = await of.submit(asked).catch(() => null);
      if (!answer) return say(t("noConnection"));
      key.current = undefined;
      if (!answer.ok) return say(t(answer.kind === "signed_out" ? "signedOut" : "fault"));
      const { value } = answer;
      if (value.kind === "refused") {
        const { condition, article } = value.refusal;
        return say(
          t("refused", { sentence: of.words.condition[condition] ?? condition, article }),
          fields[condition],
        );
      }
      if (value.kind !== "done") return say(t(value.kind));
      dropBackup(versionId);
      router.push(`/cases/${of.caseId}`);
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, errors };
}
