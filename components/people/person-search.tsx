"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { useSettled } from "@/components/ui/use-settled";
import { fetchSuggested, suggestKey } from "@/lib/people/queries";
import type { LikePerson } from "@/lib/people/view";
import { MatchedBy } from "./matched-by";

type PersonSearchProps = { action: string; q: string; born?: string; place?: string; suggests?: boolean };

/** A name in any script, and what else is known; who may be meant is shown while it is typed. */
export function PersonSearch({ action, q, born, place, suggests = true }: PersonSearchProps) {
  const t = useTranslations("people.find");
  return (
    <form action={action} role="search" className="mb-5 flex max-w-200 flex-wrap items-end gap-2.5">
      {/* What another search left in it goes with the search. */}
      <NameBox key={q} q={q} suggests={suggests} />
      {born !== undefined && (
        <input
          name="born"
          inputMode="numeric"
          pattern="[0-9]{4}"
          defaultValue={born}
          aria-label={t("born")}
          placeholder={t("born")}
          className={`${controlClass} max-w-34`}
        />
      )}
      {place !== undefined && (
        <input
          name="place"
          defaultValue={place}
          aria-label={t("bornWhere")}
          placeholder={t("bornWhere")}
          className={`${controlClass} max-w-52 min-w-40 flex-1`}
        />
      )}
      <Button type="submit" kind="ghost">
        {t("submit")}
      </Button>
    </form>
  );
}

function NameBox({ q, suggests }: { q: string; suggests: boolean }) {
  const t = useTranslations("people.find");
  const router = useRouter();
  const [text, setText] = useState(q);
  const [open, setOpen] = useState(false);
  const wanted = useSettled(text.trim(), 180);
  // What stood there when the page came is the search that it answers.
  const enabled = suggests && wanted.length >= 2 && wanted !== q;
  const { data, isFetching } = useQuery({
    queryKey: suggestKey(wanted),
    queryFn: ({ signal }) => fetchSuggested(wanted, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  const people = enabled ? (data ?? []) : [];
  return (
    <Autocomplete.Root
      items={people}
      value={text}
      onValueChange={(value, { reason }) => reason !== "item-press" && setText(value)}
      itemToStringValue={({ name }: LikePerson) => name}
      filter={null}
      open={open && people.length > 0}
      onOpenChange={setOpen}
    >
      <Autocomplete.Input
        id="q"
        name="q"
        aria-label={t("search")}
        placeholder={t("prompt")}
        className={`${controlClass} min-w-64 flex-1`}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} align="start" className="z-50">
          <Autocomplete.Popup
            aria-busy={isFetching}
            className="max-h-[60dvh] w-(--anchor-width) max-w-[calc(100vw-2rem)] min-w-72 overflow-y-auto rounded-md border border-rule2 bg-sheet p-1.5 text-ink shadow-xl"
          >
            <Autocomplete.Status className="sr-only">
              {t("found", { count: people.length })}
            </Autocomplete.Status>
            <Autocomplete.List>
              {(person: LikePerson) => (
                <Autocomplete.Item
                  key={person.id}
                  value={person}
                  onClick={() => router.push(`/people/${person.id}`)}
                  className="cursor-pointer rounded-md px-3 py-1.5 data-highlighted:bg-tint"
                >
                  <span className="name">{person.name}</span>
                  <span className="block text-small text-soft">
                    {[person.birthText, person.birthPlace].filter(Boolean).join(" · ")}
                    <MatchedBy match={person} />
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
