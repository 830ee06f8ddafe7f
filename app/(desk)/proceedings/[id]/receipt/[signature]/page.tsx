import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { addressOf } from "@/components/cases/address-of";
import { NextWaiting } from "@/components/proceedings/next-waiting";
import { Receipt } from "@/components/proceedings/receipt";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readReceipt } from "@/lib/cases/read-receipt";

type Props = { params: Promise<{ id: string; signature: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign"))("receipt.title") };
}

export default async function ReceiptPage({ params }: Props) {
  const { id, signature } = await params;
  const actor = await requireActor(`/proceedings/${id}/receipt/${signature}`);
  const found = await readReceipt(actor, id, signature);
  if (!found) notFound();
  const { receipt, next } = found;
  const [t, law] = await Promise.all([getTranslations("sign"), getTranslations("law")]);
  return (
    <>
      <PageHead
        title={t("receipt.title")}
        under={`${t("receipt.lead")} ${t("receipt.now", { step: law(`step.${receipt.step}`) })}`}
      />
      <div className="max-w-190">
        <div className="no-print mb-6 flex flex-wrap gap-2.5">
          {next && <NextWaiting proceeding={id} next={addressOf(next)} word={t("receipt.next")} />}
          <ButtonLink kind="ghost" href={receipt.caseId ? `/cases/${receipt.caseId}` : `/proceedings/${id}`}>
            {t(receipt.caseId ? "back" : "backFile")}
          </ButtonLink>
          <ButtonLink kind="ghost" href="/">
            {t("receipt.queue")}
          </ButtonLink>
        </div>
        <Receipt receipt={receipt} />
      </div>
    </>
  );
}
