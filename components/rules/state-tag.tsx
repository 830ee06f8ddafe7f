import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { RuleState } from "@/lib/rules/view";

const tones = {
  waiting: "warn",
  coming: "accent",
  inForce: "good",
  past: "plain",
  never: "plain",
  withdrawn: "plain",
} as const satisfies Record<RuleState, string>;

export function StateTag({ state }: { state: RuleState }) {
  const t = useTranslations("rules.state");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
