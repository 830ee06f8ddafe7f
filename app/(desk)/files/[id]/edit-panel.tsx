import { getLocale, getTranslations } from "next-intl/server";
import { CountForm } from "@/components/units/count-form";
import { DescribeForm } from "@/components/units/describe-form";
import { OwnersForm } from "@/components/units/owners-form";
import { optionsOf } from "@/components/units/options";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/law/actor";
import { readAgencies, readWords } from "@/lib/units/read";
import type { FilePage } from "@/lib/units/view";
import { countSheets, describeFile, nameOwners } from "./actions";

type Props = { actor: Actor; page: FilePage; what: string | undefined };

/** The form that stands in place of the question while something of the file is edited. */
export async function EditPanel({ actor, page: { file, may, voids }, what }: Props) {
  const [t, locale] = await Promise.all([getTranslations("files"), getLocale()]);
  if (what === "describe" && may.describe_file) {
    return (
      <Panel title={t("describe.title")}>
        <DescribeForm file={file} action={describeFile} />
      </Panel>
    );
  }
  if (what === "count" && may.count_sheets) {
    return (
      <Panel title={t("question.count.title")}>
        <CountForm file={file} voids={voids} action={countSheets} />
      </Panel>
    );
  }
  if (what !== "owners" || !may.name_owners) return null;
  const [agencies, words] = await Promise.all([readAgencies(actor), readWords(actor, ["grade"])]);
  return (
    <Panel title={t("owners.title")}>
      <OwnersForm
        file={file}
        voids={voids}
        agencies={agencies.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        grades={optionsOf(words.grade, locale, file.grade)}
        action={nameOwners}
      />
    </Panel>
  );
}
