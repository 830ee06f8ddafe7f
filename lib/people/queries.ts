import type { LikePerson } from "./view";

/** Keys and fetching of what lives on the screen. */
export const likeKey = (name: string, birth: string) => ["people", "like", name, birth] as const;

export async function fetchLike(name: string, birth: string, signal?: AbortSignal): Promise<LikePerson[]> {
  const query = new URLSearchParams({ name, birth });
  const response = await fetch(`/api/people/like?${query}`, { signal });
  if (!response.ok) throw new Error(`like names answered ${response.status}`);
  return (await response.json()) as LikePerson[];
}
