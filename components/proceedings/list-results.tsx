"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Figures } from "@/components/ui/figures";
import { Cell, NameCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ItemResult } from "@/lib/cases/view-told";

/** What became of each item: what was not done comes first, with its reason. */
export function ListResults({ results }: { results: readonly ItemResult[] }) {
  const t = useTranslations("acts");
  const router = useRouter();
  // The count in the rail belongs to the frame, which a link alone would leave as it was.
  const leave = (event: MouseEvent): void => {
    event.preventDefault();
    router.push("/");
    router.refresh();
  };
  const refused = results.filter((item) => item.told !== null);
  const granted = results.length - refused.length;
  const ordered = [...refused, ...results.filter((item) => item.told === null)];
  return (
    <div role="status">
      <Figures
        items={[
          { key: "granted", value: granted, label: t("results.ok") },
          {
            key: "refused",
            value: refused.length,
            label: t("results.no"),
            warn: refused.length > 0,
          },
        ]}
      />
      <p className="mb-5">
        <ButtonLink href="/" onClick={leave}>
          {t("results.back")}
        </ButtonLink>
      </p>
      <Table
        caption={t("results.caption")}
        columns={[
          { key: "item", label: t("results.item"), width: "45%" },
          { key: "result", label: t("results.result") },
        ]}
      >
        {ordered.map((item) => (
          <Row key={item.proceeding} href={item.href}>
            <NameCell href={item.href} name={item.name} />
            <Cell>
              {item.told ? (
                <>
                  <Tag tone="danger">{t("results.no")}</Tag>
                  <span className="mt-1 block">{item.told.sentence}</span>
                  {item.told.article && (
                    <span className="block text-small text-soft">
                      {t("refusedBy", { article: item.told.article })}
                    </span>
                  )}
                </>
              ) : (
                <Tag tone="good">✓ {t("results.ok")}</Tag>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}
