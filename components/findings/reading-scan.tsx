"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { SheetTools } from "@/components/sheets/sheet-tools";
import { useShortcuts } from "@/components/ui/shortcuts";
import type { CitationRead, ClaimRead, ReadingView, SideRead } from "@/lib/findings/view-reading";
import { ReadingStrip } from "./reading-strip";

type ReadingScanProps = { view: ReadingView; claim: ClaimRead | null; citation: number };
const zooms = [1, 1.25, 1.6, 2, 2.5, 3.2, 4];

/** The cited sheet in the dark; another one when its picture in the strip is pressed. */
export function ReadingScan({ view, claim, citation }: ReadingScanProps) {
  const cited = claim?.citations[citation] ?? null;
  const place = cited && `${cited.id}:${cited.from}`;
  const [chosen, setChosen] = useState<{ of: string | null; side: SideRead } | null>(null);
  const first = view.strip.find((s) => s.fileId === cited?.fileId && s.position === cited.from) ?? null;
  // A side picked by hand stands until the next claim.
  const side = chosen && chosen.of === place ? chosen.side : first;
  return (
    <section className="flex min-h-0 min-w-0 flex-col bg-[#2b2f31] text-[#dfe4e5]">
      {claim ? (
        <Sheet key={`${side?.fileId}:${side?.position}`} side={side} cited={cited} />
      ) : (
        <div className="min-h-0 flex-1" />
      )}
      <ReadingStrip
        sides={view.strip}
        current={side}
        cited={cited}
        onChoose={(s) => setChosen({ of: place, side: s })}
      />
    </section>
  );
}

function Sheet({ side, cited }: { side: SideRead | null; cited: CitationRead | null }) {
  const t = useTranslations("findings.reading");
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [contrast, setContrast] = useState(false);
  const [broken, setBroken] = useState(false);
  const { enabled } = useShortcuts();
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
  const shown = side !== null && side.image === "there" && !broken;
  return (
    <div className="relative min-h-0 flex-1">
      {shown && <SheetTools acts={acts} contrast={contrast} />}
      <div
        tabIndex={0}
        role="region"
        aria-label={t("scan")}
        className="h-full overflow-auto p-6 -outline-offset-4"
      >
        {shown ? (
          <img
            src={`/api/sheets/${side.fileId}/${side.position}`}
            alt={t("scanOf", { sheet: side.label })}
            onError={() => setBroken(true)}
            className="mx-auto h-auto max-w-none shadow-2xl"
            style={{
              width: `min(${zooms[zoom]! * 100}%, ${zooms[zoom]! * 44}rem)`,
              rotate: `${turns * 90}deg`,
              filter: contrast ? "contrast(1.7) grayscale(1)" : undefined,
            }}
          />
        ) : (
          <NoImage side={side} cited={cited} />
        )}
      </div>
    </div>
  );
}

/** Without an image the citation still says where to look; a closed sheet asks what it is read for. */
function NoImage({ side, cited }: { side: SideRead | null; cited: CitationRead | null }) {
  const t = useTranslations("findings.reading");
  if (!side) return <p className="mt-[18vh] text-center text-[#b9c2c5]">{t("nothingCited")}</p>;
  const closed = side.image === "closed";
  return (
    <div className="mx-auto mt-[10vh] max-w-120 rounded-lg border border-dashed border-[#6d7c82] px-6 py-5">
      <p className="serif text-[1.1875rem]">{t(closed ? "closedSheet" : "noImage", { sheet: side.label })}</p>
      {cited && <p className="mt-1 text-small text-[#b9c2c5]">{cited.reference}</p>}
      {closed && (
        <Link
          href={`/files/${side.fileId}/sheets/${encodeURIComponent(side.slug)}`}
          className="mt-3 inline-block text-[#86cfe1]"
        >
          {t("namePurpose")}
        </Link>
      )}
    </div>
  );
}
