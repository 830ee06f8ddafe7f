"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { CitationRead, SideRead } from "@/lib/findings/view-reading";

const looks: Record<SideRead["image"], string> = {
  there: "bg-[#d6c9a6] text-[#33291b]",
  none: "border border-dashed border-[#6d7c82] text-[#c9d0d2]",
  closed: "bg-[repeating-linear-gradient(45deg,#4a5053,#4a5053_5px,#555c5f_5px,#555c5f_10px)] text-[#eef2f3]",
};

type ReadingStripProps = {
  sides: readonly SideRead[];
  current: SideRead | null;
  cited: CitationRead | null;
  onChoose(side: SideRead): void;
};

/** The cited sheets by their labels, and those beside them that have an image; what this citation names is underlined. */
export function ReadingStrip({ sides, current, cited, onChoose }: ReadingStripProps) {
  const t = useTranslations("findings.reading");
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Some browsers answer with a promise, which an effect may not return.
    void here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  if (sides.length === 0) return null;
  return (
    <nav aria-label={t("strip")} className="overflow-x-auto bg-[#141718] px-4 py-2.5 text-tiny">
      <ul className="flex items-center gap-1.75">
        {sides.map((side, i) => {
          const on = side.fileId === current?.fileId && side.position === current.position;
          const named =
            cited?.fileId === side.fileId && cited.from <= side.position && side.position <= cited.to;
          const said = t(`side.${side.image}`, { sheet: side.label });
          return (
            <li key={`${side.fileId}:${side.position}`} className="flex shrink-0 items-center gap-1.75">
              {i > 0 && sides[i - 1]!.fileId !== side.fileId && <span aria-hidden>…</span>}
              <button
                ref={on ? here : undefined}
                type="button"
                title={said}
                aria-label={said}
                aria-current={on || undefined}
                onClick={() => onChoose(side)}
                className={clsx(
                  "grid h-14 w-11 place-items-end justify-center rounded-xs border-b-3 pb-0.5 font-semibold",
                  looks[side.image],
                  named ? "border-b-[#c58d00]!" : "border-b-transparent!",
                  on && "outline-2 outline-offset-2 outline-[#ffd640]",
                )}
              >
                {side.label.replace(" об.", " об")}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
