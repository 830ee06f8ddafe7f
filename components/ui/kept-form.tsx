"use client";

import type { ComponentProps } from "react";

/**
 * A form whose fields keep what was typed: React empties a form once its action has answered, also when the
 * answer is that something must be corrected. Give it another `key` after success to have it empty again.
 */
export function KeptForm(props: ComponentProps<"form">) {
  return <form onReset={(event) => event.preventDefault()} {...props} />;
}
