"use client";

import { Button } from "./button";

/** Opens the browser's own way of printing. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="ghost" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
