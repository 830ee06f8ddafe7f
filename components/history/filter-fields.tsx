import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/choice-field";
import { acts, works } from "@/lib/law/acts";
import { law as table, worksLaw } from "@/lib/law/law";

type Named = readonly { id: string; name: string }[];

/** Who acted. */
export function ActorField({ actors, value }: { actors: Named; value: string | undefined }) {
  const t = useTranslations("history.filter");
  return (
    <SelectField
      name="actor"
      label={t("actor")}
      empty={t("any")}
      defaultValue={value ?? ""}
      choices={actors.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Which act of a proceeding, or also which work around one. */
export function ActField({ value, only }: { value: string | undefined; only?: "acts" }) {
  const t = useTranslations("history.filter");
  const nameOf = useActName();
  return (
    <SelectField
      name="act"
      label={t("act")}
      empty={t("any")}
      defaultValue={value ?? ""}
      choices={[...acts, ...(only ? [] : works)].map((act) => ({ value: act, label: nameOf(act) }))}
    />
  );
}

export function ArticleField({ value, only }: { value: string | undefined; only?: "acts" }) {
  const t = useTranslations("history.filter");
  const law = useTranslations("law.article");
  const articles = [...table, ...(only ? [] : worksLaw)].map((row) => row.article);
  return (
    <SelectField
      name="article"
      label={t("article")}
      empty={t("any")}
      defaultValue={value ?? ""}
      choices={articles.map((article) => ({ value: article, label: `${article} · ${law(article)}` }))}
    />
  );
}

export function useActName(): (act: string) => string {
  const law = useTranslations("law");
  return (act) => ((acts as readonly string[]).includes(act) ? law(`act.${act}`) : law(`workAct.${act}`));
}
