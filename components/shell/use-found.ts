"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useSettled } from "@/components/ui/use-settled";

const found = z.object({
  groups: z.array(
    z.object({
      label: z.string(),
      items: z.array(z.object({ label: z.string(), sub: z.string().optional(), href: z.string() })),
    }),
  ),
});

export type FoundGroup = z.infer<typeof found>["groups"][number];

/** What the desk's search answers to a text of two letters or more, a moment after the last key. */
export function useFound(
  endpoint: string | undefined,
  text: string,
): { groups: FoundGroup[]; busy: boolean } {
  const wanted = useSettled(text.trim(), 180);
  const enabled = endpoint !== undefined && wanted.length >= 2;
  const { data, isFetching } = useQuery({
    queryKey: ["find", endpoint, wanted],
    queryFn: async ({ signal }) => {
      const response = await fetch(`${endpoint}?q=${encodeURIComponent(wanted)}`, { signal });
      if (!response.ok) throw new Error(`find answered ${response.status}`);
      return found.parse(await response.json());
    },
    enabled,
    placeholderData: keepPreviousData,
  });
  return { groups: enabled ? (data?.groups ?? []) : [], busy: enabled && isFetching };
}
