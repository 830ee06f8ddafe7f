import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/accounts/disclosure";
import { ActLink } from "@/components/transfers/act-link";
import { ImportsSection } from "@/components/transfers/imports-section";
import { LinesTable } from "@/components/transfers/lines-table";
import { StateTag } from "@/components/transfers/state-tag";
import { TransferActs } from "@/components/transfers/transfer-acts";
import { TransferFacts } from "@/components/transfers/transfer-facts";
import { TransferSteps, TransferWay } from "@/components/transfers/transfer-steps";
import { WaitsNotice } from "@/components/transfers/waits-notice";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readTransfer } from "@/lib/transfers/read";
import { transferId } from "@/lib/transfers/schema";
import { linesOf } from "@/lib/transfers/view";
import * as acts from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("title") };
}

const actsOfPage = {
  ...{ again: acts.announceAgain, withdraw: acts.withdrawTransfer, receive: acts.receiveTransfer },
  ...{ check: acts.checkTransfer, accept: acts.acceptTransfer, return: acts.returnTransfer },
};

export default async function TransferPage({ params }: Props) {
  const wanted = transferId.safeParse(await params);
  const actor = await requireActor(wanted.success ? `/transfers/${wanted.data.id}` : "/transfers");
  const page = wanted.success ? await readTransfer(actor, wanted.data.id) : null;
  if (!page) notFound();
  const { transfer, now, before, lines, described } = page;
  const t = await getTranslations("transfers");
  return (
    <>
      <PageHead
        title={now.title}
        under={t("name", { number: String(transfer.number) })}
        aside={
          <>
            <StateTag state={transfer.state} />
            <ActLink transfer={transfer} />
          </>
        }
      />
      <div className="mb-6">
        <TransferWay state={transfer.state} />
      </div>
      <WaitsNotice page={page} />
      <TransferFacts transfer={transfer} now={now} />
      <h2 className="heading mt-8 mb-2">{t("page.items")}</h2>
      <LinesTable caption={t("page.caption")} lines={lines} described={described} />
      <div className="mt-2 mb-8">
        <p className="text-small text-soft max-md:hidden">{t("page.describedHint")}</p>
      </div>
      <ImportsSection page={page} />
      <TransferActs page={page} acts={actsOfPage} />
      <h2 className="heading mt-8 mb-3">{t("page.steps")}</h2>
      <TransferSteps transfer={transfer} />
      {before.length > 0 && (
        <section className="mt-8">
          <h2 className="heading mb-2">{t("page.older")}</h2>
          {before.map((version) => (
            <Disclosure
              key={version.version}
              title={t("page.olderName", { version: String(version.version) })}
            >
              <p className="mb-3">{version.title}</p>
              <LinesTable caption={version.title} lines={linesOf(version, transfer.steps)} />
            </Disclosure>
          ))}
        </section>
      )}
    </>
  );
}
