import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";

export type ButtonKind = "primary" | "ghost" | "danger" | "quiet";

const shape =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border py-1.5 text-center text-body " +
  "font-semibold no-underline disabled:opacity-60 aria-disabled:opacity-60";

const kinds: Record<ButtonKind, string> = {
  primary: "border-accent px-4.5 bg-accent text-accent-ink hover:bg-accent-deep",
  ghost: "border-rule2 px-4.5 bg-transparent text-accent hover:bg-tint",
  danger: "border-danger px-4.5 bg-danger text-danger-ink hover:brightness-110",
  quiet: "border-transparent bg-transparent px-2.5 text-accent hover:bg-tint",
};

/** The look of a button, for elements that are buttons already (a menu's trigger, a dialog's close). */
export function buttonClass(kind: ButtonKind = "primary", className?: string): string {
  return clsx(shape, kinds[kind], className);
}

type ButtonProps = ComponentProps<"button"> & { kind?: ButtonKind };

/** type is "button" unless said otherwise, so that a stray button in a form sends nothing. */
export function Button({ kind, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(kind, className)} {...rest} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { kind?: ButtonKind };

export function ButtonLink({ kind, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(kind, className)} {...rest} />;
}
