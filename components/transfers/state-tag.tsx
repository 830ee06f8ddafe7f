import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { TransferState } from "@/lib/transfers/view";

const tones = {
  announced: "accent",
  received: "accent",
  checked: "accent",
  accepted: "good",
  returned: "warn",
  withdrawn: "plain",
} as const;

export function StateTag({ state }: { state: TransferState | "none" }) {
  const t = useTranslations("transfers.state");
  return state === "none" ? null : <Tag tone={tones[state]}>{t(state)}</Tag>;
}
