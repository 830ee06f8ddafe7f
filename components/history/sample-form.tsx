import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TextField } from "@/components/ui/text-field";
import type { SampleSearch } from "@/lib/history/view";
import { sampleKinds, type SamplePage } from "@/lib/history/view-sample";
import { ActField, ActorField, ArticleField } from "./filter-fields";
import { PeriodFields } from "./period-fields";

type SampleFormProps = { search: SampleSearch; page: SamplePage };

/** What it is drawn from, how many, and by which seed: that of the newest head unless somebody has another. */
export function SampleForm({ search, page }: SampleFormProps) {
  const t = useTranslations("audit.sample");
  const format = useFormatter();
  const { newest, actors } = page;
  const size = search.size ?? newest?.size;
  if (!newest || size === undefined) return <Notice tone="warn" title={t("noHead")} />;
  return (
    <Panel title={t("question")} className="no-print">
      <form action="/history/sample" className="mt-2 grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
        <SelectField
          name="of"
          label={t("of")}
          defaultValue={search.of}
          choices={sampleKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField type="number" min={1} max={200} name="n" label={t("n")} defaultValue={search.n} />
        <PeriodFields from={search.from} to={search.to} />
        <ActField value={search.act} only="acts" />
        <ActorField actors={actors} value={search.actor} />
        <div className="col-span-2 *:max-w-none">
          <ArticleField value={search.article} only="acts" />
        </div>
        <TextField
          name="seed"
          label={t("seed")}
          hint={t("seedHint")}
          defaultValue={search.seed ?? newest.root}
          spellCheck={false}
          autoComplete="off"
          className="max-w-none! col-span-2 lg:col-span-3"
          inputClassName="font-mono text-small"
        />
        <TextField
          type="number"
          min={1}
          name="size"
          label={t("size")}
          hint={t("sizeHint", { size: format.number(newest.size) })}
          defaultValue={size}
          className="col-span-2 lg:col-span-1"
        />
        <div className="col-span-2 lg:col-span-4">
          <Button type="submit">{t("draw")}</Button>
        </div>
      </form>
    </Panel>
  );
}
