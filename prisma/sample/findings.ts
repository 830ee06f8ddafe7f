import { hashOf } from "@/lib/ledger/canonical";
import type { Outcome } from "@/lib/law/words";
import { newId } from "@/lib/store/id";
import type { Tx } from "@/lib/store/transaction";
import type { SampleCase } from "./cases";
import { caseClaims, listClaims, type ClaimFacts, type ClaimName, type Quoted } from "./claim-texts";
import type { Random } from "./random";
import type { Records } from "./records";

const all: readonly ClaimName[] = ["identity", "charge", "organ", "measure", "ground", "applied"];
/** What every case of a list has in common. */
export const commonClaims: readonly ClaimName[] = ["charge", "organ", "measure", "ground"];

export type DraftSpec = {
  author: { accountId: string; locale: string };
  outcome: Outcome;
  at: Date;
  commonVersion?: string;
  /** A draft that somebody is still writing has only its first claims. */
  unfinished?: boolean;
};
type Desk = { records: Records; random: Random };

/** A quotation, and the side on which it stands. */
export type Cited = { name: ClaimName; position: number; quote: string };

/** A draft with claims, quotations and an outcome for each charge. Returns what it cites. */
export function addDraft(desk: Desk, kase: SampleCase, spec: DraftSpec): Cited[] {
  const { records } = desk;
  const [findingId, versionId, at] = [newId(), newId(), spec.at.toISOString()];
  const kk = spec.author.locale === "kk";
  const by = spec.author.accountId;
  records.add("findings", { id: findingId, case_id: kase.id, title: null, created_by: by, created_at: at });
  records.add("finding_versions", {
    id: versionId,
    finding_id: findingId,
    number: 1,
    author_id: by,
    common_version_id: spec.commonVersion ?? null,
    outcome: spec.unfinished ? null : spec.outcome,
    ...(spec.unfinished ? {} : conclusionOf(spec.outcome, kk)),
    created_at: at,
    saved_at: at,
  });
  const wanted = spec.commonVersion ? all.filter((name) => !commonClaims.includes(name)) : all;
  const cited = addClaims(desk, versionId, kase, spec.unfinished ? wanted.slice(0, 2) : wanted, kk);
  if (spec.unfinished) return cited;
  records.add("claims", { ...exclusion(kk), id: newId(), version_id: versionId, position: wanted.length });
  for (const [nth, { id, text }] of kase.charges.entries()) {
    const refuse = spec.outcome === "refused" || (spec.outcome === "part" && nth > 0);
    const reason = refuse
      ? `Обвинение «${text}» подтверждено материалами дела, не зависящими от признания`
      : null;
    const outcome = refuse ? "refuse" : "rehabilitate";
    records.add("charge_outcomes", { version_id: versionId, charge_id: id, outcome, reason });
  }
  return cited;
}

function conclusionOf(outcome: Outcome, kk: boolean): Record<string, unknown> {
  const [ground, search, check, summary] = kk
    ? [
        "Шара саяси себеппен, соттан тыс немесе айып дәлелденбей қолданылған",
        "Прокуратура картотекасы мен сот мұрағаты қаралды: бұрынғы ақтау актісі табылмады",
        "Ақтауды болдырмайтын мән-жайлар бойынша тексерілді",
        "Ұсыныс іс материалдарына негізделген.",
      ]
    : [
        "Мера применена по политическим мотивам, без суда либо без доказательств вины",
        "Просмотрены картотека прокуратуры и архив суда: прежний акт реабилитации не найден",
        "Проверено по обстоятельствам, исключающим реабилитацию",
        "Предложение основано на материалах дела.",
      ];
  const earlier = outcome === "already" ? "Определение областного суда № 214-н, 1957" : null;
  const found = outcome === "already" ? "Архив областного суда: найдено определение 1957 года" : search;
  return {
    ground,
    earlier_act: earlier,
    earlier_search: found,
    exclusion_check: check,
    exclusion_found: outcome === "refused" || outcome === "part",
    summary,
  };
}

const exclusion = (kk: boolean) => ({
  kind: "exclusion",
  text: kk
    ? "Ақтауды болдырмайтын мән-жайлар тексерілді, нәтижесі қорытындыда көрсетілген."
    : "Исключающие обстоятельства проверены, результат указан в заключении.",
  required: true,
});

function addClaims(
  { records, random }: Desk,
  versionId: string,
  kase: SampleCase,
  names: readonly ClaimName[],
  kk: boolean,
): (Quoted & Cited)[] {
  const templates = kase.kind.settlers ? listClaims : caseClaims;
  return names.map((name, position) => {
    const said = random.pick(templates[name])(factsOf(kase));
    const [id, [from, to]] = [newId(), kase.evidence[name]];
    const text = kk ? said.text.kk : said.text.ru;
    records.add("claims", { id, version_id: versionId, position, kind: name, text, required: true });
    records.add("citations", {
      id: newId(),
      claim_id: id,
      position: 0,
      file_id: kase.file.id,
      from_pos: from,
      to_pos: to,
      quote: said.quote,
      translation: said.translation,
      reliability: said.reliability ?? null,
    });
    return { ...said, name, position: from };
  });
}

function factsOf({ person, kind, date, charges, measure }: SampleCase): ClaimFacts {
  const { inSource: who, birth } = person;
  const [charge] = charges;
  const { article = "", text = "" } = charge ?? {};
  return { who, birth, organ: kind.organText, date, charge: text, article, measure };
}

/** The part that the findings of a list share; it is fixed, with its hash, before the first of them is submitted. */
export function addCommonPart(
  desk: Desk,
  example: SampleCase,
  spec: Pick<DraftSpec, "author" | "at"> & { title: string },
): { versionId: string; seal: (tx: Pick<Tx, "$executeRawUnsafe">, at: Date) => Promise<void> } {
  const { records } = desk;
  const [findingId, versionId, at] = [newId(), newId(), spec.at.toISOString()];
  const by = spec.author.accountId;
  records.add("findings", {
    id: findingId,
    case_id: null,
    file_id: example.file.id,
    title: spec.title,
    created_by: by,
    created_at: at,
  });
  records.add("finding_versions", {
    id: versionId,
    finding_id: findingId,
    number: 1,
    author_id: by,
    common_version_id: null,
    outcome: null,
    summary: spec.title,
    created_at: at,
    saved_at: at,
  });
  const said = addClaims(desk, versionId, example, commonClaims, spec.author.locale === "kk");
  const hash = hashOf(JSON.parse(JSON.stringify({ title: spec.title, said })));
  const seal = async (tx: Pick<Tx, "$executeRawUnsafe">, sealedAt: Date): Promise<void> => {
    await tx.$executeRawUnsafe(
      "update finding_versions set submitted_at = $2, hash = $3 where id = $1::uuid",
      versionId,
      sealedAt,
      hash,
    );
  };
  return { versionId, seal };
}
