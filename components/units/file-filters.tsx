import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Chips, type Chip } from "@/components/ui/chips";
import { controlClass } from "@/components/ui/field";
import { addressWith } from "./address";

export const fileFilters = ["q", "standing", "grade", "count", "owner", "under"] as const;
export type FileParams = Partial<Record<(typeof fileFilters)[number], string>>;

type Props = {
  params: FileParams;
  owners: { id: string; label: string }[];
  under: string | null;
  found: string;
};

/** Search by reference or title, and filters that are taken off one by one. */
export function FileFilters({ params, owners, under, found }: Props) {
  const t = useTranslations("files.list");
  const standing = useTranslations("law.standing");
  const address = (changed: FileParams): string =>
    addressWith("/files", { view: "list", ...params, ...changed });
  const chip = (name: keyof FileParams, value: string, label: string): Chip => {
    const on = params[name] === value;
    return { label, on, href: address({ [name]: on ? undefined : value }) };
  };
  const chips = [
    ...(params.under && under ? [chip("under", params.under, t("under", { title: under }))] : []),
    ...(["closed", "declassified", "never_secret"] as const).map((s) => chip("standing", s, standing(s))),
    chip("grade", "yes", t("graded")),
    chip("grade", "no", t("ungraded")),
    chip("count", "no", t("uncounted")),
    chip("count", "yes", t("counted")),
    ...owners.map((owner) => chip("owner", owner.id, owner.label)),
  ];
  return (
    <>
      <form action="/files" role="search" className="mb-4 flex max-w-160 flex-wrap gap-2.5">
        <input type="hidden" name="view" value="list" />
        {fileFilters.map((name) =>
          name !== "q" && params[name] ? (
            <input key={name} type="hidden" name={name} value={params[name]} />
          ) : null,
        )}
        <label htmlFor="q" className="sr-only">
          {t("search")}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={params.q}
          placeholder={t("prompt")}
          className={`${controlClass} min-w-0 flex-1`}
        />
        <Button type="submit" kind="ghost">
          {t("submit")}
        </Button>
      </form>
      <Chips label={t("filters")} items={chips}>
        <span className="ml-auto text-soft">{found}</span>
      </Chips>
    </>
  );
}
