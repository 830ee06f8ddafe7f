import { getLocale, getTranslations } from "next-intl/server";
import { foliationOf } from "@/components/units/contents";
import { optionsOf } from "@/components/units/options";
import { SpansEditor } from "@/components/units/spans-editor";
import { SpansTable } from "@/components/units/spans-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/law/actor";
import { readWords } from "@/lib/units/read";
import { spansOf, type FilePage } from "@/lib/units/view";
import { rangesAreFixed } from "@/lib/units/view-spans";
import { saveAccess, saveSecrecy } from "./actions";

type SpansTabProps = { actor: Actor; page: FilePage };

/** Both answers for every range. The author proposes secrecy at study, the archive answers on access. */
export async function SpansTab({ actor, page: { file, may, voids } }: SpansTabProps) {
  const [t, locale] = await Promise.all([getTranslations("files"), getLocale()]);
  const foliation = foliationOf(file.foliation);
  if (!foliation || !file.foliation || file.spans.length === 0) {
    return <EmptyState title={t("spans.empty")}>{t("spans.emptyHow")}</EmptyState>;
  }
  const owners = file.owners.map(({ id, name }) => ({ value: id, label: name[locale] }));
  const grades = optionsOf((await readWords(actor, ["grade"])).grade, locale, file.grade);
  const shared = { spans: spansOf(file.spans), owners, grades };
  if (!may.divide_spans && !may.answer_access) return <SpansTable foliation={foliation} {...shared} />;
  const half = may.divide_spans ? "secrecy" : "access";
  return (
    <SpansEditor
      key={file.version}
      {...shared}
      fileId={file.id}
      version={file.version}
      foliation={file.foliation}
      half={half}
      fixed={half === "access" && rangesAreFixed(file.proceeding?.step ?? null)}
      voids={voids}
      onward={half === "secrecy" && file.proceeding ? `/proceedings/${file.proceeding.id}` : null}
      save={half === "secrecy" ? saveSecrecy : saveAccess}
    />
  );
}
