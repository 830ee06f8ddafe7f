"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/shortcuts";

const keys = [
  { name: "find", press: ["Ctrl", "K"] },
  { name: "down", press: ["J"] },
  { name: "up", press: ["K"] },
  { name: "open", press: ["Enter"] },
  { name: "help", press: ["?"] },
] as const;

/** What the keys do, and the switch for those that act on a single press. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  const { enabled } = useShortcuts();
  const t = useTranslations("shell.keys");
  useHotkeys("?", () => setOpen(true), { enabled, useKey: true });
  return (
    <Dialog
      title={t("title")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t("all")}
          className="ml-auto grid min-h-9 min-w-9 place-items-center rounded-md hover:bg-tint max-lg:hidden"
        >
          <span className="sr-only">{t("all")}</span>
          <Kbd>?</Kbd>
        </button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map((key) => (
          <div key={key.name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="flex gap-1">
              {key.press.map((press) => (
                <Kbd key={press}>{press}</Kbd>
              ))}
            </dt>
            <dd>{t(key.name)}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/api/preferences" className="mt-5 border-t border-rule pt-4">
        <p className="mb-2.5 text-small text-soft">{t(enabled ? "nowOn" : "nowOff")}</p>
        <Button type="submit" kind="ghost" name="keys" value={enabled ? "off" : "on"}>
          {t(enabled ? "switchOff" : "switchOn")}
        </Button>
      </form>
    </Dialog>
  );
}
