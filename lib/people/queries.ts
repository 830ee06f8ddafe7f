import type { LikePerson } from "./view";

/** Keys and fetching of what lives on the screen. */
export const likeKey = (name: string, birth: string) => ["people", "like", name, birth] as const;

export const suggestKey = (text: string) => ["people", "suggest", text] as const;

export const fetchLike = (name: string, birth: string, signal?: AbortSignal): Promise<LikePerson[]> =>
  fetchPeople(`/api/people/like?${new URLSearchParams({ name, birth })}`, signal);

export const fetchSuggested = (q: string, signal?: AbortSignal): Promise<LikePerson[]> =>
  fetchPeople(`/api/people/suggest?${new URLSearchParams({ q })}`, signal);

async function fetchPeople(address: string, signal?: AbortSignal): Promise<LikePerson[]> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as LikePerson[];
}
