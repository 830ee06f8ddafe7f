import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";

/** Single-key shortcuts: speech input and some keyboards press them by accident. */
export function KeysSwitch({ on }: { on: boolean }) {
  const t = useTranslations("shell.keys");
  return (
    <form method="post" action="/api/preferences" className="flex flex-wrap items-center gap-2.5">
      <span>{t(on ? "nowOn" : "nowOff")}</span>
      <button name="keys" value={on ? "off" : "on"} className={buttonClass("quiet", "min-h-7 py-0.5")}>
        {t(on ? "switchOff" : "switchOn")}
      </button>
    </form>
  );
}
