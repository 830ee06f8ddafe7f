import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";

/** A name in any script; the answer says why it fits. */
export function PersonSearch({ action, q }: { action: string; q: string }) {
  const t = useTranslations("people");
  return (
    <form action={action} role="search" className="mb-5 flex max-w-160 flex-wrap gap-2.5">
      <label htmlFor="q" className="sr-only">
        {t("search")}
      </label>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        placeholder={t("prompt")}
        className={`${controlClass} min-w-0 flex-1`}
      />
      <Button type="submit" kind="ghost">
        {t("submit")}
      </Button>
    </form>
  );
}
