"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { parseFoliation } from "@/lib/archive/foliation";
import type { FileShown, Voids } from "@/lib/units/view";
import { EditForm, type EditAct } from "./edit-form";
import { SheetProblem } from "./sheet-problem";
import { VoidsNotice } from "./voids-notice";

type Props = { file: Pick<FileShown, "id" | "version" | "foliation">; voids: Voids; action: EditAct };

/** Which sheets there are: `1–214, 12а`. Read while it is typed, with the place of the first mistake. */
export function CountForm({ file, voids, action }: Props) {
  const t = useTranslations("files");
  const [text, setText] = useState(file.foliation ?? "");
  const read = parseFoliation(text);
  const problem =
    !read.ok && text.trim() !== "" ? <SheetProblem text={text} problem={read.problem} /> : undefined;
  return (
    <EditForm
      action={action}
      back={`/files/${file.id}`}
      saved="count"
      submit={t("count.submit")}
      labels={{ foliation: t("field.foliation") }}
    >
      {(error) => (
        <>
          <input type="hidden" name="fileId" value={file.id} />
          <input type="hidden" name="version" value={file.version} />
          <VoidsNotice voids={voids} />
          <TextField
            name="foliation"
            label={t("field.foliation")}
            hint={t("count.hint")}
            error={problem ?? error("foliation")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            required
          />
          <p role="status" className="figure min-h-7">
            {read.ok ? t("leaves", { count: read.value.leafCount }) : ""}
          </p>
        </>
      )}
    </EditForm>
  );
}
