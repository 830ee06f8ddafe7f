import type { Standing } from "./view-standing";

/** Keys and fetching of what lives on the screen. */
export const standingKey = (id: string) => ["imports", id, "standing"] as const;

export async function fetchStanding(id: string, signal?: AbortSignal): Promise<Standing> {
  const response = await fetch(`/api/intake/${id}/progress`, { signal });
  if (!response.ok) throw new Error(`the import answered ${response.status}`);
  return (await response.json()) as Standing;
}
