import type { ReactNode } from "react";

export type Definition = { term: ReactNode; value: ReactNode; key?: string };

/** Terms at the left, what they are at the right; one under the other on a narrow screen. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="grid gap-y-2 sm:grid-cols-[minmax(8rem,12rem)_1fr] sm:gap-x-4">
      {items.map((item, index) => (
        <div key={item.key ?? index} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt className="text-soft">{item.term}</dt>
          <dd className="min-w-0 wrap-break-word">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
