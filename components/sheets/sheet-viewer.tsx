"use client";

import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useShortcuts } from "@/components/ui/shortcuts";
import type { StripSheet } from "@/lib/sheets/view";
import { SheetStrip } from "./sheet-strip";
import { SheetTools } from "./sheet-tools";

type SheetViewerProps = {
  fileId: string;
  back: { href: string; label: string };
  title: string;
  place: string;
  label: string;
  position: number;
  strip: StripSheet[];
  previous: string | null;
  next: string | null;
  image: { src: string; width: number; height: number; alt: string } | null;
  /** What stands in the dark where there is no image: why, or the question what it is read for. */
  children?: ReactNode;
};

const zooms = [1, 1.25, 1.6, 2, 2.5, 3.2, 4];

/** A sheet in a dark room, with the whole window for it. Everything the pointer does a key does as well. */
export function SheetViewer(props: SheetViewerProps) {
  const { fileId, back, title, place, image, strip, position, previous, next, children } = props;
  const t = useTranslations("files.viewer");
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [contrast, setContrast] = useState(false);
  const router = useRouter();
  const { enabled } = useShortcuts();
  const turnTo = (slug: string | null) =>
    slug && router.replace(`/files/${fileId}/sheets/${encodeURIComponent(slug)}`);
  const acts = {
    in: () => setZoom((at) => Math.min(at + 1, zooms.length - 1)),
    out: () => setZoom((at) => Math.max(at - 1, 0)),
    turn: () => setTurns((at) => (at + 1) % 4),
    contrast: () => setContrast((on) => !on),
    fit: () => {
      setZoom(0);
      setTurns(0);
      setContrast(false);
    },
  };
  useHotkeys("+,=", acts.in, { enabled, useKey: true, splitKey: "," });
  useHotkeys("-", acts.out, { enabled, useKey: true });
  useHotkeys("r", acts.turn, { enabled });
  useHotkeys("c", acts.contrast, { enabled });
  useHotkeys("0", acts.fit, { enabled });
  useHotkeys("j,arrowright", () => turnTo(next), { enabled });
  useHotkeys("k,arrowleft", () => turnTo(previous), { enabled });
  useHotkeys("escape", () => router.push(back.href));
  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-[#23282a] text-[#dfe4e5]">
      <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule2 bg-sheet px-4 py-2 text-ink">
        <Link href={back.href}>
          <span aria-hidden>← </span>
          {back.label}
        </Link>
        <h1 className="name min-w-0 truncate">{title}</h1>
        <span className="text-small text-soft">{place}</span>
      </header>
      <div className="relative min-h-0 flex-1">
        {image && <SheetTools acts={acts} contrast={contrast} />}
        <div
          tabIndex={0}
          role="region"
          aria-label={t("sheet")}
          className="h-full overflow-auto p-6 -outline-offset-4"
        >
          {image ? (
            <img
              src={image.src}
              width={image.width}
              height={image.height}
              alt={image.alt}
              className="mx-auto h-auto max-w-none shadow-2xl"
              style={{
                width: `min(${zooms[zoom]! * 100}%, ${zooms[zoom]! * 52}rem)`,
                rotate: `${turns * 90}deg`,
                filter: contrast ? "contrast(1.7) grayscale(1)" : undefined,
              }}
            />
          ) : (
            <div className="mx-auto mt-[8vh] max-w-140 rounded-lg bg-sheet px-6 py-5 text-ink">
              {children}
            </div>
          )}
        </div>
      </div>
      <SheetStrip fileId={fileId} sheets={strip} position={position} />
    </div>
  );
}
