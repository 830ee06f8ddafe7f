"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { printCitation, printSheets, type CitableFile } from "@/lib/findings/view-cite";
import { useEditorDesk } from "./editor-context";

type Pick = (fileId: string, extents: readonly { from: number; to: number }[]) => void;

/** The documents that the files of the case hold, each to be cited with its sheets. */
export function MaterialPicker({ onPick }: { onPick: Pick }) {
  const { files } = useEditorDesk();
  const t = useTranslations("findings.picker");
  const [open, setOpen] = useState(false);
  const pick: Pick = (fileId, extents) => {
    setOpen(false);
    onPick(fileId, extents);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={t("title")}
      description={t("lead")}
      trigger={<Button kind="quiet">{t("open")}</Button>}
    >
      <div className="flex flex-col gap-6">
        {files.map((file) => (
          <FileMaterials key={file.id} file={file} onPick={pick} />
        ))}
      </div>
    </Dialog>
  );
}

function FileMaterials({ file, onPick }: { file: CitableFile; onPick: Pick }) {
  const t = useTranslations("findings.picker");
  const locale = useLocale();
  const nothing = file.closed ? t("closed") : file.materials.length === 0 ? t("none") : null;
  return (
    <section>
      <h3 className="heading">{printCitation(file, null, locale)}</h3>
      <p className="ref mb-2">{file.title}</p>
      {nothing && <p className="text-soft">{nothing}</p>}
      {!nothing && (
        <ul>
          {file.materials.map((material) => (
            <li key={material.id} className="border-t border-rule">
              <button
                type="button"
                className="flex w-full items-baseline gap-3 px-2 py-2 text-left hover:bg-tint"
                onClick={() => onPick(file.id, [material])}
              >
                <span className="cite">{printSheets(file.foliation, material, locale)}</span>
                <span className="serif">{material.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
