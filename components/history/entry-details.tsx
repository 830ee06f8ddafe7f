import { useFormatter, useTranslations } from "next-intl";
import type { ActPayload, Json, Payload } from "@/lib/ledger/entry";

/** Works that are done for a purpose, which is told with them. */
const purposeful: ReadonlySet<string> = new Set([
  ...["read_closed_sheet", "export_description", "export_people", "export_list", "export_dossier"],
]);

/** What an entry says besides: reasons, basis, where it led, what became void. */
export function EntryDetails({ payload, assignee }: { payload: Payload; assignee: string | null }) {
  const lines = useLines(payload, assignee);
  if (lines.length === 0) return null;
  return (
    <ul className="text-[0.875rem]">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

const textOf = (value: Json | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;
const recordOf = (value: Json | undefined): { readonly [key: string]: Json } | null =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as { [key: string]: Json })
    : null;

function useLines(payload: Payload, assignee: string | null): string[] {
  const t = useTranslations("history");
  const law = useTranslations("law");
  const format = useFormatter();
  const act = useActLines();
  switch (payload.kind) {
    case "act":
      return act(payload, assignee);
    case "refusal":
      return law.has(`condition.${payload.condition}`) ? [law(`condition.${payload.condition}`)] : [];
    case "fell_back":
      return payload.voids.length > 0 ? [t("voids", { count: payload.voids.length })] : [];
    case "stage": {
      const outcome = payload.outcome && t("outcome", { outcome: law(`outcome.${payload.outcome}`) });
      return [outcome, payload.neverSecret && t("neverSecret")].filter((line) => typeof line === "string");
    }
    case "work":
      return workLines(payload);
    case "statement":
      return [t("items", { count: payload.signed.requests.length })];
    case "reset":
      return payload.reason ? [payload.reason.text] : [];
    case "rule_set": {
      const { version, from, work, facts, reason } = payload;
      const when = format.dateTime(new Date(from), "moment");
      const settled = work === "confirm_rule_set" ? "rules.confirmed" : "rules.proposed";
      const said = [textOf(facts.act), reason && textOf(reason.text)].filter((line) => line !== null);
      return [t(settled, { version, when }), ...said.map((text) => t("text", { text }))];
    }
    case "passkey":
    case "standing":
    case "arrived":
    case "departed":
    case "imported":
      return [];
    case "account":
      return [textOf(payload.facts.reason)].filter((line) => line !== null);
  }
  function workLines({ work, facts }: Extract<Payload, { kind: "work" }>): string[] {
    const said = (key: string, value: string | null): string | null => value && t(key, { text: value });
    const answer = work === "answer_conflicts" ? textOf(facts.answer) : null;
    const taken = work === "export_history" ? [textOf(facts.kind), textOf(facts.table)] : [];
    const lines = [
      answer && t(answer === "none" ? "conflict.none" : "conflict.conflict"),
      work === "read_closed_sheet" && said("sheet", textOf(facts.sheet)),
      purposeful.has(work) && said("purpose", textOf(facts.purpose)),
      work === "export_list" && t(`takenList.${textOf(facts.kind)}`),
      work === "export_description" && said("exported", textOf(facts.reference)),
      work.endsWith("_appointment") && said("byAct", textOf(facts.act)),
      work.endsWith("_transfer") &&
        t("transfer", { number: Number(facts.number), version: Number(facts.version) }),
      work === "link_import" &&
        t(facts.to === null ? "unlinked" : "linked", {
          file: textOf(facts.file) ?? "–",
          number: Number(facts.number),
        }),
      said("text", textOf(recordOf(facts.reason)?.text)),
      said("text", textOf(facts.note)),
      taken[0] && t(`taken.${taken[0]}`),
      taken[1] && t(`takenTable.${taken[1]}`),
    ];
    return lines.filter((line) => typeof line === "string" && line !== "") as string[];
  }
}

function useActLines(): (payload: ActPayload, assignee: string | null) => string[] {
  const t = useTranslations("history");
  const law = useTranslations("law");
  const format = useFormatter();
  return (payload, assignee) => {
    const { facts, reason, from, to, signature, decision, voids } = payload;
    const said = (key: string, value: string | null): string | null => value && t(key, { text: value });
    const until = textOf(facts.until);
    const legal = recordOf(facts.legalAct);
    const correction = recordOf(facts.correction);
    const lines = [
      reason && t("reason", { code: law(`reasonCode.${reason.code}`), text: reason.text }),
      said("missing", textOf(facts.missing)),
      said("text", textOf(facts.text)),
      until && t("until", { when: format.dateTime(new Date(until), "date") }),
      assignee && t("assignee", { name: assignee }),
      legal &&
        t("legalAct", {
          issuer: textOf(legal.issuer) ?? "",
          number: textOf(legal.number) ?? "",
          date: format.dateTime(new Date(textOf(legal.date) ?? 0), "date"),
        }),
      correction &&
        t("correction", { field: textOf(correction.field) ?? "", text: textOf(correction.newText) ?? "" }),
      signature?.outcome && t("outcome", { outcome: law(`outcome.${signature.outcome}`) }),
      decision && decision.result === "granted"
        ? t("decision.granted", { outcome: law(`outcome.${decision.outcome}`) })
        : decision && t("decision.refused"),
      said("basis", textOf(facts.basis)),
      from === "none"
        ? t("opened", { to: law(`step.${to}`) })
        : from !== to && t("move", { from: law(`step.${from}`), to: law(`step.${to}`) }),
      signature && signedHow(signature),
      voids.length > 0 && t("voids", { count: voids.length }),
    ];
    return lines.filter((line) => typeof line === "string" && line !== "") as string[];
    function signedHow(s: NonNullable<ActPayload["signature"]>): string {
      const how = [t(s.register ? "register" : "singly"), t(s.opened ? "openedDossier" : "unopened")];
      return [...how, t("dossier", { hash: `${s.dossier.slice(0, 4)}…${s.dossier.slice(-4)}` })].join(" · ");
    }
  };
}
