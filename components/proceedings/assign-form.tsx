"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Answer, useFieldError } from "@/components/ui/answer";
import { Button } from "@/components/ui/button";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { SelectField } from "@/components/ui/choice-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, NameCell, Row, Table, type Column } from "@/components/ui/table";
import type { FormAction, ListDone } from "@/lib/cases/view-told";
import type { Option, Stamp } from "./form-parts";
import { ListResults } from "./list-results";
import { RefusedNote } from "./refused-note";
import { useAct } from "./use-act";

export type AssignItem = {
  text: string;
  name: string;
  href: string;
  under: string;
  kind: string;
  author: string;
  reader: string;
  since: string;
};
type AssignFormProps = {
  items: AssignItem[];
  experts: Option[];
  columns: Column[];
  caption: string;
  stamp: Stamp;
  action: FormAction<ListDone>;
};

/** One or many proceedings, one author, one second reader. */
export function AssignForm({ items, experts, columns, caption, stamp, action }: AssignFormProps) {
  const { result, submit, pending } = useAct(action, stamp.key ?? "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(items.length === 1 ? [items[0]!.text] : []),
  );
  const t = useTranslations("acts");
  const error = useFieldError(result);
  const toggle = (text: string): void => {
    const next = new Set(chosen);
    if (!next.delete(text)) next.add(text);
    setChosen(next);
  };
  if (result?.ok) return <ListResults results={result.value.results} />;
  const pick = (name: "author" | "reader", label: string) => (
    <SelectField
      name={name}
      label={label}
      choices={experts}
      empty={t("assign.none")}
      error={error(name)}
      className="min-w-56"
    />
  );
  return (
    <form onSubmit={submit}>
      <Answer
        result={result}
        labels={{ author: t("assign.expert"), item: caption }}
        refusal={(told) => <RefusedNote told={told} />}
      />
      {Object.entries(stamp).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {items.length > 1 && (
        <p className="mb-3">
          <Button kind="ghost" onClick={() => setChosen(new Set(items.map((item) => item.text)))}>
            {t("assign.all")}
          </Button>
        </p>
      )}
      <Table caption={caption} columns={columns}>
        {items.map((item) => (
          <Row key={item.text} href={item.href} selected={chosen.has(item.text)}>
            <Cell>
              <input
                type="checkbox"
                name="item"
                value={item.text}
                checked={chosen.has(item.text)}
                onChange={() => toggle(item.text)}
                aria-label={item.name}
                className="mt-0.5 size-5 accent-accent"
              />
            </Cell>
            <NameCell href={item.href} name={item.name} under={<Under item={item} />} />
            <Cell wideOnly>{item.kind}</Cell>
            <Cell wideOnly>{item.author}</Cell>
            <Cell wideOnly>{item.reader}</Cell>
            <Cell wideOnly>{item.since}</Cell>
          </Row>
        ))}
      </Table>
      <ConfirmBar
        statement={chosen.size > 0 ? t("assign.chosen", { count: chosen.size }) : t("assign.nobody")}
      >
        {pick("author", t("assign.expert"))}
        {pick("reader", t("assign.reader"))}
        <SubmitButton pending={pending} disabled={chosen.size === 0} className="self-end">
          {t("assign.submit")}
        </SubmitButton>
      </ConfirmBar>
    </form>
  );
}

/** On a narrow screen what the left out columns say stands under the name. */
function Under({ item }: { item: AssignItem }) {
  const t = useTranslations("acts.assign");
  return (
    <>
      {item.under}
      <span className="block md:hidden">
        {item.kind} · {t("expert")}: {item.author} · {t("reader")}: {item.reader}
      </span>
    </>
  );
}
