"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** The button that opens it; leave out when `open` is held elsewhere. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "narrow" | "wide";
};

export function Dialog({ title, description, children, trigger, open, onOpenChange, size }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <DialogSurface size={size}>
        <Base.Title className="question pt-4.5 pr-13 pl-5">{title}</Base.Title>
        {description != null && (
          <Base.Description className="px-5 pt-1 text-soft">{description}</Base.Description>
        )}
        <div className="overflow-y-auto px-5 pt-4 pb-5">{children}</div>
        {/* Last, so that what opens first takes focus in the matter and not on the way out. */}
        <Base.Close
          aria-label={t("close")}
          className="absolute top-3 right-3 grid size-8 place-items-center rounded-md text-[1.25rem] text-soft hover:bg-tint"
        >
          <span aria-hidden>×</span>
        </Base.Close>
      </DialogSurface>
    </Base.Root>
  );
}

type SurfaceProps = { children: ReactNode; size?: "narrow" | "wide"; label?: string; high?: boolean };

/** Veil and sheet alone, for dialogs that arrange their own head (the palette). */
export function DialogSurface({ children, size = "narrow", label, high }: SurfaceProps) {
  return (
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-starting-style:opacity-0" />
      <Base.Popup
        aria-label={label}
        className={clsx(
          "fixed left-1/2 z-50 flex max-h-[85dvh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg",
          "border border-rule2 bg-sheet text-ink shadow-xl outline-none",
          high ? "top-[10dvh]" : "top-1/2 -translate-y-1/2",
          size === "wide" ? "max-w-200" : "max-w-120",
        )}
      >
        {children}
      </Base.Popup>
    </Base.Portal>
  );
}
