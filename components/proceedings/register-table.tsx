"use client";

import { useTranslations } from "next-intl";
import { memo, useState, type ReactNode } from "react";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";

export type RegisterItem = {
  text: string;
  proceeding: string;
  version: number;
  name: string;
  href: string;
  under: string;
  differs: ReactNode;
  different: boolean;
  reader: ReactNode;
  opened: string | null;
  sampled: boolean;
};

type RegisterTableProps = {
  items: readonly RegisterItem[];
  out: ReadonlyMap<string, string>;
  onToggle: (item: RegisterItem) => void;
  signs: boolean;
};

/** One row an item; the box takes it out, the name leads to it. */
export function RegisterTable({ items, out, onToggle, signs }: RegisterTableProps) {
  const t = useTranslations("acts.register");
  const [only, setOnly] = useState(false);
  const shown = only ? items.filter((item) => item.different) : items;
  const reading = signs
    ? [
        { key: "reader", label: t("column.reader"), wideOnly: true },
        { key: "opened", label: t("column.opened"), wideOnly: true },
      ]
    : [];
  return (
    <>
      {items.some((item) => item.different) && (
        <label className="mb-3 flex min-h-7 items-center gap-2.5 text-small">
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => setOnly(event.target.checked)}
            className="size-4.5 accent-accent"
          />
          {t("only")}
        </label>
      )}
      <Table
        caption={t("caption")}
        columns={[
          { key: "pick", label: <span className="sr-only">{t("column.pick")}</span>, width: "2.5rem" },
          { key: "person", label: t("column.person"), width: "36%" },
          { key: "differs", label: t("column.differs") },
          ...reading,
        ]}
      >
        {shown.map((item) => (
          <RegisterRow
            key={item.proceeding}
            item={item}
            word={out.get(item.proceeding)}
            onToggle={onToggle}
            signs={signs}
          />
        ))}
      </Table>
    </>
  );
}

type RegisterRowProps = {
  item: RegisterItem;
  word: string | undefined;
  signs: boolean;
  onToggle: (item: RegisterItem) => void;
};

const RegisterRow = memo(
  function RegisterRow({ item, word, onToggle, signs }: RegisterRowProps) {
    const t = useTranslations("acts");
    const isOut = word !== undefined;
    return (
      <Row href={item.href} out={isOut}>
        <Cell>
          <input
            type="checkbox"
            checked={!isOut}
            disabled={isOut && signs}
            onChange={() => onToggle(item)}
            aria-label={t("register.pick", { name: item.name })}
            className="mt-0.5 size-5 accent-accent"
          />
        </Cell>
        <NameCell
          href={item.href}
          name={item.name}
          under={
            <>
              {item.under}
              {item.sampled && signs && (
                <>
                  {" "}
                  <Tag tone="accent">{t("register.inSample")}</Tag>
                </>
              )}
            </>
          }
        />
        <Cell>{isOut && word ? t("taken", { word }) : item.differs}</Cell>
        {signs && <Cell wideOnly>{item.reader}</Cell>}
        {signs && (
          <Cell wideOnly className={item.opened ? "font-semibold text-rehabilitated" : "text-faint"}>
            {item.opened ? `✓ ${item.opened}` : t("register.no")}
          </Cell>
        )}
      </Row>
    );
  },
  // The toggle is made anew on every drawing and does the same: only the item and its word count.
  (before, after) => before.item === after.item && before.word === after.word,
);
