import path from "node:path";
import { deliveryRoot, placeOf } from "@/lib/files/blobs";
import type { ProposalRow } from "@/lib/store/intake";
import { asSheet, type Delivery } from "./open-delivery";
import type { Outcome, Problem, ProblemCode } from "./problem";
import type { Part, Summary } from "./view";

type Proposal = Pick<ProposalRow<Summary, Problem>, "sha256" | "size" | "file_name" | "asked" | "summary">;

const OF_PARTS: readonly ProblemCode[] = ["besideNotRead", "sheetsNotRead"];

/** What is read of a proposal that was opened before: the bytes that its summary was made of. */
export function openedBefore({ sha256, size, file_name, asked, summary }: Proposal): Delivery {
  const part = summary?.part ?? null;
  return {
    place: placeOf(deliveryRoot(), part?.sha256 ?? sha256),
    size: part?.size ?? size,
    ...(part && part.sheet !== null
      ? asSheet(asked)
      : { fileName: path.basename(part?.path ?? file_name), asked }),
    part,
    remarks: summary?.remarks.filter(({ code }) => OF_PARTS.includes(code)) ?? [],
  };
}

/** What was read of a part says so, whether it can be taken or not. */
export function tellPart(read: Outcome<Summary>, delivery: Delivery): Outcome<Summary> {
  if (read.ok) return { ok: true, value: withPart(read.value, delivery) };
  const { part } = delivery;
  return part ? { ok: false, problem: { ...read.problem, inside: insideOf(part) } } : read;
}

/** A sheet has neither encoding nor separator of its own. */
export const withPart = (summary: Summary, { part, remarks }: Delivery): Summary => ({
  ...summary,
  part,
  reading: part?.sheet == null ? summary.reading : null,
  remarks: [...remarks, ...summary.remarks],
  remarkCount: summary.remarkCount + remarks.length,
});

/** Where in a delivery a part was found. */
export const insideOf = ({ path: within, sheet }: Part): string =>
  [within, sheet].filter(Boolean).join(" / ");
