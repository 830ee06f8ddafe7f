import type { AbstractIntlMessages } from "next-intl";

/**
 * The words that travel to the browser with every page: those of the frame and of the acts. What a section of
 * the desk needs besides is named in its layout by <Words>; tests/messages.test.ts finds what is missing on a
 * page, and what is sent to a section that has no use for it.
 */
export const clientNamespaces = ["acts", "auth", "common", "input", "shell", "ui"] as const;

/** These namespaces, or parts of one such as `law.stage`. */
export function pickMessages(all: AbstractIntlMessages, names: readonly string[]): AbstractIntlMessages {
  const picked: AbstractIntlMessages = {};
  for (const name of names) {
    const path = name.split(".");
    const last = path.pop()!;
    let [from, to] = [all, picked];
    for (const step of path) {
      from = from[step] as AbstractIntlMessages;
      to = (to[step] ??= {}) as AbstractIntlMessages;
    }
    to[last] = from[last]!;
  }
  return picked;
}
