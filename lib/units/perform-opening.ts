import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { perform } from "@/lib/proceedings/perform";
import { done, refused, type Result } from "@/lib/result";
import type { opening } from "./schema";
import type { EditRefusal } from "./view";

/** Attests that the file never was secret, or opens its declassification. Neither is a signature. */
export async function openDeclassification(
  desk: Desk,
  actor: Actor,
  { fileId, key, act }: z.output<typeof opening>,
): Promise<Result<{ proceeding: string }, EditRefusal>> {
  const subject = { kind: "declassification", id: fileId } as const;
  const [result] = await perform(desk, actor, { key, requests: [{ act, subject }] });
  if (!result || (!result.ok && "unknown" in result)) return refused({ condition: "gone" });
  return result.ok ? done({ proceeding: result.proceeding }) : refused(result.refusal);
}
