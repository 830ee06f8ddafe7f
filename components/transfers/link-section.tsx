import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import type { ImportLink, TransferChoice } from "@/lib/transfers/view";
import { LinkForm } from "./link-form";

type LinkSectionProps = { id: string; link: ImportLink } & Pick<ComponentProps<typeof LinkForm>, "act">;

/** To which transfer an import belongs, and the way to say so; once that is accepted, the first alone. */
export function LinkSection({ id, link, act }: LinkSectionProps) {
  const t = useTranslations("transfers");
  const { belongs, choices } = link;
  const nameOf = ({ number, title, state }: TransferChoice): string =>
    t("link.choice", { number: String(number), title, state: state === "none" ? "" : t(`state.${state}`) });
  const leads = belongs && (
    <>
      {t("link.belongs")} <Link href={`/transfers/${belongs.id}`}>{nameOf(belongs)}</Link>
    </>
  );
  if (choices.length === 0)
    return (
      <p className="mb-6">
        {leads}. {t("link.stays")}
      </p>
    );
  return (
    <div className="mb-6">
      {leads && <p className="wrap-anywhere">{leads}</p>}
      <details className="no-print">
        <summary className="min-h-7 cursor-pointer font-semibold text-accent">
          {t(belongs ? "link.otherwise" : "link.title")}
        </summary>
        <LinkForm
          key={belongs?.id}
          id={id}
          belongs={belongs?.id ?? null}
          choices={choices.map((one) => ({ value: one.id, label: nameOf(one) }))}
          act={act}
        />
      </details>
    </div>
  );
}
