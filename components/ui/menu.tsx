"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonKind } from "./button";

export type MenuItem = {
  label: string;
  href?: string;
  onSelect?: () => void;
  disabled?: boolean;
  danger?: boolean;
};

type MenuProps = { label: ReactNode; items: MenuItem[]; kind?: ButtonKind; className?: string };

const itemClass =
  "flex min-h-8 cursor-pointer items-center px-3.5 py-1.5 no-underline outline-none " +
  "data-highlighted:bg-tint data-highlighted:text-accent data-disabled:text-faint";

export function Menu({ label, items, kind = "ghost", className }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonClass(kind, className)}>
        {label}
        <span aria-hidden className="text-[0.6em]">
          ▼
        </span>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50 outline-none">
          <Base.Popup className="min-w-44 rounded-md border border-rule2 bg-sheet py-1 shadow-lg outline-none">
            {items.map((item) => {
              const className = clsx(itemClass, item.danger ? "text-danger" : "text-ink");
              return item.href ? (
                <Base.LinkItem
                  key={item.label}
                  className={className}
                  closeOnClick
                  render={<Link href={item.href} />}
                >
                  {item.label}
                </Base.LinkItem>
              ) : (
                <Base.Item
                  key={item.label}
                  className={className}
                  disabled={item.disabled}
                  onClick={item.onSelect}
                >
                  {item.label}
                </Base.Item>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
