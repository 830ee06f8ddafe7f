import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { AddPasskey, type PasskeyActs } from "./add-passkey";
import { PasskeyList, type PasskeyShown } from "./passkey-list";
import type { PasskeyAct } from "./remove-passkey";

type PasskeysProps = PasskeyActs & {
  passkeys: readonly PasskeyShown[];
  /** After a reset: before then nothing can be signed. */
  coolingUntil: Date | null;
  remove: PasskeyAct;
};

/** With what the reader signs: the keys that are there, and making another. */
export function Passkeys({ passkeys, coolingUntil, remove, start, vouch, keep }: PasskeysProps) {
  const t = useTranslations("auth.passkey");
  const first = passkeys.length === 0;
  return (
    <section id="passkeys">
      <h2 className="heading mt-9 mb-3">{t("title")}</h2>
      <p className="mb-4 max-w-[62ch] text-soft">{t("lead")}</p>
      {coolingUntil && (
        <Notice tone="warn" title={t("cooling.title")}>
          {t.rich("cooling.text", { when: () => <Time value={coolingUntil} format="moment" /> })}
        </Notice>
      )}
      <PasskeyList passkeys={passkeys} remove={remove} />
      <details className="mt-4" open={first}>
        <summary className="min-h-7 cursor-pointer font-semibold text-accent">
          {t(first ? "addFirst" : "addNext")}
        </summary>
        <div className="pt-4">
          <AddPasskey {...{ first, start, vouch, keep }} />
        </div>
      </details>
    </section>
  );
}
