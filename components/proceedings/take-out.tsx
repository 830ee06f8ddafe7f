"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import type { Result } from "@/lib/result";
import type { ActDone, FormAction, Told } from "@/lib/cases/view-told";
import type { Stamp } from "./form-parts";
import { RefusedNote } from "./refused-note";
import type { RegisterItem } from "./register-table";

type TakeOutProps = {
  item: RegisterItem | null;
  stamp: Stamp;
  action: FormAction<ActDone>;
  onClose: () => void;
  onTaken: (item: RegisterItem, word: string) => void;
};

/** Article B6: out of the register with a word, and signed singly from then on. */
export function TakeOut({ item, ...props }: TakeOutProps) {
  const t = useTranslations("acts.register");
  return (
    <Dialog
      open={item !== null}
      onOpenChange={(open) => !open && props.onClose()}
      title={item ? t("takeTitle", { name: item.name }) : ""}
      description={t("takeText")}
    >
      {item && <TakeOutForm key={item.proceeding} {...props} item={item} />}
    </Dialog>
  );
}

function TakeOutForm({ item, stamp, action, onTaken }: TakeOutProps & { item: RegisterItem }) {
  const [word, setWord] = useState("");
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result<ActDone, Told> | null>(null);
  const t = useTranslations("acts");
  const error = useFieldError(result);
  // Inside the register's own form a form of its own may not stand: the word is sent by hand.
  const take = async (): Promise<void> => {
    setBusy(true);
    const form = new FormData();
    const fields = {
      proceeding: item.proceeding,
      version: String(item.version),
      locale: stamp.locale ?? "kk",
      word,
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("key", `${stamp.key}-${item.proceeding.slice(-12)}-${word.length}`);
    const answer = await action(null, form);
    setBusy(false);
    setResult(answer);
    if (answer.ok) onTaken(item, word);
  };
  return (
    <div className="flex flex-col gap-4">
      <Answer
        result={result}
        labels={{ word: t("field.word") }}
        refusal={(told) => <RefusedNote told={told} />}
      />
      <TextField
        name="word"
        label={t("field.word")}
        value={word}
        onChange={(event) => setWord(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          void take();
        }}
        error={error("word")}
        required
      />
      <div>
        <Button onClick={() => void take()} aria-disabled={busy}>
          {t("take")}
        </Button>
      </div>
    </div>
  );
}
