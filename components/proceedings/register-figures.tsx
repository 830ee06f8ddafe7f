"use client";

import { useTranslations } from "next-intl";
import { Figures } from "@/components/ui/figures";
import type { RegisterItem } from "./register-table";

type RegisterFiguresProps = { items: readonly RegisterItem[]; chosen: number; out: number; signs: boolean };

/** How many, how many stand out, how many were taken out, how much of the sample was opened. */
export function RegisterFigures({ items, chosen, out, signs }: RegisterFiguresProps) {
  const t = useTranslations("acts.register");
  const look = items.filter((item) => item.different).length;
  const sample = items.filter((item) => item.sampled);
  const opened = sample.filter((item) => item.opened !== null).length;
  const figures = [
    { key: "items", value: chosen, label: t("figure.items") },
    { key: "look", value: look, label: t("figure.look"), warn: look > 0 },
    { key: "out", value: out, label: t("figure.out") },
  ];
  const drawn = {
    key: "sample",
    value: t("of", { part: opened, all: sample.length }),
    label: t("figure.sample"),
  };
  return <Figures items={signs ? [...figures, drawn] : figures} />;
}
