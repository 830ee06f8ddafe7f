import { useTranslations } from "next-intl";

const points = {
  yes: ["changed", "tables", "order"],
  no: ["truth", "newest", "keys", "apart"],
} as const;

/** In plain words: what a clean verdict says, and what it does not say. */
export function WhatIsProven() {
  const t = useTranslations("proofs.proven");
  return (
    <section className="text-[0.90625rem]">
      {(["yes", "no"] as const).map((side) => (
        <div key={side} className="mb-5">
          <h2 className="heading mb-2">{t(`${side}.title`)}</h2>
          <ul className="grid list-disc gap-2 pl-5">
            {points[side].map((point) => (
              <li key={point}>{t(`point.${point}`)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
