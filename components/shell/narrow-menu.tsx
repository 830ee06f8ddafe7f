"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { NavLinks, type RailItem } from "./nav-links";

export function NarrowMenu({ items, children }: { items: RailItem[]; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("shell");
  const words = useTranslations("ui");
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger className={buttonClass("ghost")}>{t("menu")}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup className="fixed inset-y-0 right-0 z-50 flex w-72 max-w-[85vw] flex-col gap-4 overflow-y-auto border-l border-rule2 bg-paper p-4 outline-none">
          <div className="flex items-center justify-between pl-2.5">
            <Base.Title className="label">{t("places")}</Base.Title>
            <Base.Close className={buttonClass("quiet")}>{words("close")}</Base.Close>
          </div>
          <nav aria-label={t("places")}>
            <NavLinks items={items} onFollow={() => setOpen(false)} />
          </nav>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
