import { reference, sheets, type CitationShown, type ClaimShown, type FindingShown } from "@/lib/cases/view";
import { html, list, terms, type Html } from "./html";
import type { Words } from "./words";

/** One version of the finding, claim by claim with its citations, and what it comes to. */
export function findingPart(finding: FindingShown, words: Words): Html {
  const { cases, day } = words;
  const { number, author, submittedAt, summary, claims } = finding;
  const by = { number, name: author.name, when: submittedAt ? day(submittedAt) : "" };
  return html`<article>
    <h3>${cases("finding.by", by)}</h3>
    ${summary && html`<p>${summary}</p>`} ${claims.map((claim) => claimPart(claim, words))}
    ${conclusions(finding, words)}
  </article>`;
}

function claimPart({ kind, text, common, citations }: ClaimShown, words: Words): Html {
  const note = common && ` · ${words.cases("finding.common")}`;
  return html`<p><b>${words.law(`claimKind.${kind}`)}${note}</b><br />${text}</p>
    ${citations.map((citation) => citationPart(citation, words))}`;
}

function citationPart(citation: CitationShown, { locale, say, cases }: Words): Html {
  const { foliation, quote, translation, reliability } = citation;
  const place = [reference(citation.reference, locale), sheets(foliation, [citation], locale)];
  const mark =
    reliability && ` (${reliability === "interrogation" ? cases("reliability.interrogation") : reliability})`;
  return html`<blockquote>
    ${quote} <cite>${place.filter(Boolean).join(" ")}${mark}</cite>${
      translation && html` ${say("translation", { text: translation })}`
    }
  </blockquote>`;
}

function conclusions(finding: FindingShown, { cases }: Words): Html {
  const t = (key: string, values?: Record<string, string>): string => cases(`finding.${key}`, values);
  const { outcome, ground, earlierAct, earlierSearch, exclusionCheck, exclusionFound } = finding;
  const charges = finding.charges.map(({ article, text, outcome: of, reason }) => {
    const what = [article, text].filter(Boolean).join(", ");
    return of
      ? `${what}: ${of === "refuse" ? t("refuse", { reason: reason ?? "" }) : t("rehabilitate")}`
      : what;
  });
  const exclusion =
    exclusionCheck && t(exclusionFound ? "exclusionFound" : "exclusionNone", { text: exclusionCheck });
  return terms([
    [t("outcome"), outcome && t(`proposed.${outcome}`)],
    [t("charges"), charges.length > 0 ? list(charges) : null],
    [t("ground"), ground],
    [t("exclusion"), exclusion],
    [t("earlier"), earlierAct],
    [t("search"), earlierSearch],
  ]);
}
