"use client";

import { useTranslations } from "next-intl";

const tools = [
  { key: "in", glyph: "+", press: "+" },
  { key: "out", glyph: "−", press: "−" },
  { key: "turn", glyph: "↻", press: "R" },
  { key: "contrast", glyph: "◐", press: "C" },
  { key: "fit", glyph: "1:1", press: "0" },
] as const;

type ToolsProps = { acts: Record<(typeof tools)[number]["key"], () => void>; contrast: boolean };

export function SheetTools({ acts, contrast }: ToolsProps) {
  const t = useTranslations("files.viewer");
  return (
    <div
      role="toolbar"
      aria-label={t("tools")}
      className="absolute top-4 left-4 z-10 flex flex-col overflow-hidden rounded-md"
    >
      {tools.map(({ key, glyph, press }) => (
        <button
          key={key}
          type="button"
          title={`${t(key)} (${press})`}
          aria-label={t(key)}
          aria-pressed={key === "contrast" ? contrast : undefined}
          onClick={acts[key]}
          className="grid size-10 place-items-center border-b border-[#30363a] bg-[#171a1b] text-[1.0625rem] text-[#dfe4e5] -outline-offset-3 last:border-0 hover:bg-[#2b3235] aria-pressed:bg-[#0b5a70]"
        >
          <span aria-hidden>{glyph}</span>
        </button>
      ))}
    </div>
  );
}
