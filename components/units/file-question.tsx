import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ActRow, Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { conditionKey } from "@/lib/cases/sentences";
import { named } from "@/lib/cases/view";
import type { FilePage, FileShown } from "@/lib/units/view";
import { addressWith } from "./address";
import { OpeningForm, type OpeningAct } from "./opening-form";

type Props = { page: FilePage; opening: OpeningAct; requestKey: string };

/** The one act in front of the person; what else can be done to the file stands beside it, quieter. */
export function FileQuestion({ page, opening, requestKey }: Props) {
  const t = useTranslations("files.question");
  const { file, may } = page;
  const edit = (what: string) => addressWith(`/files/${file.id}`, { edit: what });
  const others = (
    <>
      {may.count_sheets && file.leaves !== null && <Quiet href={edit("count")}>{t("recount")}</Quiet>}
      {may.name_owners && <Quiet href={edit("owners")}>{t("owners")}</Quiet>}
      {may.describe_file && <Quiet href={edit("describe")}>{t("describe")}</Quiet>}
      {may.register_case && <Quiet href={`/files/${file.id}/register`}>{t("register")}</Quiet>}
    </>
  );
  if (file.proceeding || file.decided || file.refused) {
    return <UnderWay file={file} others={others} />;
  }
  if (may.count_sheets && file.leaves === null) {
    return (
      <Panel title={t("count.title")}>
        <p className="text-soft">{t("count.text")}</p>
        <ActRow>
          <ButtonLink href={edit("count")}>{t("count.submit")}</ButtonLink>
          {others}
        </ActRow>
      </Panel>
    );
  }
  return <Opening page={page} opening={opening} requestKey={requestKey} others={others} />;
}

const Quiet = ({ href, children }: { href: string; children: ReactNode }) => (
  <ButtonLink kind="quiet" href={href} scroll={false}>
    {children}
  </ButtonLink>
);

function UnderWay({ file, others }: { file: FileShown; others: ReactNode }) {
  const t = useTranslations("files.question");
  const law = useTranslations("law");
  const proceeding = file.proceeding?.id ?? file.decided?.proceeding ?? file.refused?.proceeding;
  const at = file.decided?.at ?? file.refused?.at;
  const title = file.proceeding
    ? t("underWay", { step: law(`step.${file.proceeding.step}`) })
    : file.decided
      ? t(file.standing === "never_secret" ? "neverSecret" : "declassified")
      : t("refused");
  return (
    <Panel title={title}>
      {!file.proceeding && at && (
        <p className="text-soft">
          <Time value={at} format="long" />
        </p>
      )}
      <ActRow>
        <ButtonLink href={`/proceedings/${proceeding}`}>{t(file.proceeding ? "go" : "look")}</ButtonLink>
        {others}
      </ActRow>
    </Panel>
  );
}

function Opening({ page, opening, requestKey, others }: Props & { others: ReactNode }) {
  const t = useTranslations("files.question");
  const law = useTranslations("law");
  const locale = useLocale();
  const { file } = page;
  const bare = file.grade === null && file.owners.length === 0;
  const act = page.opening.find((one) => one.act === (bare ? "attest" : "open"));
  if (!act)
    return page.may.describe_file ? (
      <Panel title={t("work")}>
        <ActRow>{others}</ActRow>
      </Panel>
    ) : null;
  const owners = file.owners.map((owner) => named(owner.name, locale)).join(", ");
  return (
    <Panel title={t(bare ? "attest.title" : "open.title")}>
      <p className="text-soft">
        {t("article", { article: act.article })}{" "}
        {bare ? t("attest.text") : owners ? t("open.text", { owners }) : t("open.noOwner")}
      </p>
      {act.unmet.length > 0 ? (
        <>
          <ul className="mt-3 text-warn">
            {act.unmet.map((condition) => (
              <li key={condition}>{law(conditionKey(condition))}</li>
            ))}
          </ul>
          <ActRow>{others}</ActRow>
        </>
      ) : (
        <OpeningForm fileId={file.id} requestKey={requestKey} act={bare ? "attest" : "open"} action={opening}>
          {others}
        </OpeningForm>
      )}
    </Panel>
  );
}
