import type { Actor } from "@/lib/law/actor";
import { perform, type Desk, type Result } from "@/lib/proceedings/perform";
import type { Submitted } from "./view-answers";

type SubmitInput = {
  key: string;
  proceeding: string;
  version: number;
  versionId: string;
  draftVersion: number;
};

/** R2. What was saved last is what is submitted: a draft that was saved elsewhere since is not. */
export async function submit(desk: Desk, actor: Actor, input: SubmitInput): Promise<Submitted> {
  // Of what somebody else wrote the answer must not say that it is there.
  const held = await desk.prisma.finding_versions.findFirst({
    where: { id: input.versionId, author_id: actor.accountId },
    select: { draft_version: true },
  });
  if (held && held.draft_version !== input.draftVersion) return { kind: "stale" };
  const { key, proceeding, version } = input;
  const [result] = await perform(desk, actor, {
    key,
    requests: [{ act: "submit", proceeding, version }],
  });
  return told(result!);
}

export function told(result: Result): Submitted {
  if (result.ok) return { kind: "done", proceeding: result.proceeding };
  return "refusal" in result ? { kind: "refused", refusal: result.refusal } : { kind: "unknown" };
}
