import { useTranslations } from "next-intl";
import { StageMark } from "@/components/ui/stage-mark";
import type { FileShown } from "@/lib/units/view";

/** Where a file stands, in the shapes of the stages: an open circle while it is closed. */
export function StandingMark({ standing }: { standing: FileShown["standing"] }) {
  const t = useTranslations("law.standing");
  return <StageMark stage={standing === "closed" ? "archived" : "declassified"}>{t(standing)}</StageMark>;
}
