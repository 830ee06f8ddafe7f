import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { ConsistencyPage } from "@/lib/history/view-consistency";

/** Which two heads: by how many entries they cover, the newest at hand to choose from. */
export function ConsistencyForm({ page: { asked, sizes, problem } }: { page: ConsistencyPage }) {
  const t = useTranslations("proof.consistency");
  const format = useFormatter();
  const wordsOf = (name: "from" | "to"): string | undefined => {
    if (!problem) return undefined;
    if (problem.is === "order") return name === "from" ? t("order") : undefined;
    if (asked[name] !== problem.size) return undefined;
    const near = format.list(problem.near.map((size) => format.number(size)));
    return t("missing", { size: format.number(problem.size), near: near || "none" });
  };
  return (
    <form
      action="/history/consistency"
      className="no-print mb-7 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      {(["from", "to"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          error={wordsOf(name)}
          inputMode="numeric"
          autoComplete="off"
          list="heads"
          defaultValue={asked[name] ?? undefined}
        />
      ))}
      <datalist id="heads">
        {sizes.map((size) => (
          <option key={size} value={size} />
        ))}
      </datalist>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
