import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "@/lib/i18n/client-messages";
import { MoreMessages } from "./more-messages";

/** Sends words to the browser that only this section of the desk needs there. */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <MoreMessages messages={pickMessages(await getMessages(), of)}>{children}</MoreMessages>;
}
