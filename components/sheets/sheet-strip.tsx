"use client";

import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { StripSheet } from "@/lib/sheets/view";

const looks: Record<StripSheet["state"], string> = {
  image: "bg-[#d6c9a6] text-[#33291b]",
  none: "border border-dashed border-[#6d7c82] text-[#c9d0d2]",
  closed: "bg-[repeating-linear-gradient(45deg,#4a5053,#4a5053_5px,#555c5f_5px,#555c5f_10px)] text-[#eef2f3]",
  secret: "bg-[repeating-linear-gradient(45deg,#4a3a38,#4a3a38_5px,#5a4543_5px,#5a4543_10px)] text-[#f3e9e8]",
};

type StripProps = { fileId: string; sheets: StripSheet[]; position: number };

/** The sheets around this one, by their labels; what is closed or secret is hatched and says so. */
export function SheetStrip({ fileId, sheets, position }: StripProps) {
  const t = useTranslations("files.viewer");
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which would be taken for a clean-up.
    void current.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [position]);
  return (
    <nav aria-label={t("strip")} className="overflow-x-auto bg-[#141718] px-4 py-2.5 text-tiny">
      <ul className="flex items-center gap-1.75">
        {sheets.map((sheet) => {
          const here = sheet.position === position;
          const said = sheet.state === "image" ? sheet.label : `${sheet.label}: ${t(`state.${sheet.state}`)}`;
          return (
            <li key={sheet.position} className="shrink-0">
              <Link
                ref={here ? current : undefined}
                href={`/files/${fileId}/sheets/${encodeURIComponent(sheet.slug)}`}

                replace
                title={said}
                aria-label={said}
                aria-current={here ? "page" : undefined}
                className={clsx(
                  "grid h-14 w-11 place-items-end justify-center rounded-xs pb-1 font-semibold no-underline",
                  looks[sheet.state],
                  here && "outline-2 outline-offset-2 outline-[#ffd640]",
                )}
              >
                {sheet.label.replace(" об.", " об")}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
