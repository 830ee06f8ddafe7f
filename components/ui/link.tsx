import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link that fetches nothing until it is followed. Every page is made for its reader at that moment, so that
 * what the framework would fetch ahead holds nothing to show: a queue of fifty lines sent fifty requests.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
