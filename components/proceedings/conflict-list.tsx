"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Answer } from "@/components/ui/answer";
import { ConfirmBar } from "@/components/ui/confirm-bar";
import { controlClass } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, Row, Table, type Column } from "@/components/ui/table";
import type { AnswerConflicts, Option } from "./form-parts";
import { RefusedNote } from "./refused-note";

export type ConflictItem = { subject: string; name: string; born: string; place: string; years: string };
type ConflictListProps = {
  items: ConflictItem[];
  kinds: Option[];
  columns: Column[];
  locale: string;
  words: { caption: string; kind: string; answer: string };
  action: AnswerConflicts;
};

/** Conflicts are marked with their kind; for the rest one act declares that there is none. */
export function ConflictList({ items, kinds, columns, locale, words, action }: ConflictListProps) {
  const [result, send] = useActionState(action, null);
  const [marked, setMarked] = useState<ReadonlyMap<string, string>>(new Map());
  const t = useTranslations("acts");
  const mark = (subject: string, kind: string): void => {
    const next = new Map(marked);
    if (kind === "none") next.delete(subject);
    else next.set(subject, kind);
    setMarked(next);
  };
  return (
    <form action={send}>
      <Answer result={result} labels={{}} refusal={(told) => <RefusedNote told={told} />} done={t("done")} />
      <input type="hidden" name="locale" value={locale} />
      <Table caption={words.caption} columns={columns}>
        {items.map((item) => (
          <Row key={item.subject} selected={marked.has(item.subject)}>
            <Cell header>
              <span className="name">{item.name}</span>
              {item.born && <span className="mt-0.5 block text-small text-soft">{item.born}</span>}
            </Cell>
            <Cell wideOnly>{item.place}</Cell>
            <Cell>{item.years}</Cell>
            <Cell>
              <input type="hidden" name="subject" value={item.subject} />
              <select
                name="answer"
                aria-label={`${words.kind}: ${item.name}`}
                value={marked.get(item.subject) ?? "none"}
                onChange={(event) => mark(item.subject, event.target.value)}
                className={clsx(controlClass, "min-w-26")}
              >
                <option value="none">{t("conflicts.none")}</option>
                {kinds.map((kind) => (
                  <option key={kind.value} value={kind.value}>
                    {kind.label}
                  </option>
                ))}
              </select>
            </Cell>
          </Row>
        ))}
      </Table>
      <ConfirmBar statement={words.answer}>
        <SubmitButton>
          {t("conflicts.submit", { conflicts: marked.size, rest: items.length - marked.size })}
        </SubmitButton>
      </ConfirmBar>
    </form>
  );
}
