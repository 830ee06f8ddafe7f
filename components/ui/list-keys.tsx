"use client";

import { useRouter } from "next/navigation";
import { useRef, type ReactNode } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useShortcuts } from "./shortcuts";

/** j and k walk the rows (or list items) that carry data-href, Enter opens the one that is marked. */
export function ListKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const { enabled } = useShortcuts();
  const walk = (step: 1 | -1) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>("[data-href]") ?? [])];
    const marked = rows.findIndex((row) => row.dataset.selected);
    const next = rows[marked === -1 ? (step === 1 ? 0 : rows.length - 1) : marked + step];
    if (!next) return;
    rows.forEach((row) => delete row.dataset.selected);
    next.dataset.selected = "true";
    next.querySelector<HTMLElement>("a[href]")?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  useHotkeys("j", () => walk(1), { enabled, preventDefault: true });
  useHotkeys("k", () => walk(-1), { enabled, preventDefault: true });
  useHotkeys(
    "enter",
    (event) => {
      // A focused link or button answers Enter by itself.
      if (event.target instanceof Element && event.target.closest("a, button, summary")) return;
      const href = box.current?.querySelector<HTMLElement>("[data-selected]")?.dataset.href;
      if (href) router.push(href);
    },
    { enabled },
  );
  return <div ref={box}>{children}</div>;
}
