"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tag } from "@/components/ui/tag";
import type { FindingWords } from "@/lib/findings/sentences";
import type { CitationRead, ClaimRead, ReadingView } from "@/lib/findings/view-reading";
import { Difference } from "./difference";
import type { Reading } from "./use-reading";

type ReadingClaimProps = { view: ReadingView; reading: Reading; claim: ClaimRead; words: FindingWords };

/** One claim: what it says, what changed, and the words of the sheets it rests on. */
export function ReadingClaim({ view, reading, claim, words }: ReadingClaimProps) {
  const t = useTranslations("findings.reading");
  const accepted = reading.accepted.includes(claim.key);
  return (
    <article>
      <p className="mb-2.5 flex flex-wrap justify-between gap-2 text-small text-soft">
        <span className="font-semibold">
          {t("head", { nth: reading.at + 1, kind: words.kind[claim.kind] })}
        </span>
        <span>
          {claim.common ? t("common") : claim.required ? t("required") : null}
          {accepted && (
            <button
              type="button"
              className="ml-2 text-rehabilitated"
              onClick={reading.takeBack}
              title={t("takeBack")}
            >
              <span aria-hidden>✓ </span>
              {t("isAccepted")}
            </button>
          )}
        </span>
      </p>
      <p className="serif mb-3.5 text-[1.25rem] leading-normal">{claim.text}</p>
      <Changed key={claim.id} view={view} claim={claim} />
      <ul>
        {claim.citations.map((citation, i) => (
          <Source
            key={citation.id}
            citation={citation}
            here={reading.citation === i}
            onShow={() => reading.setCitation(i)}
          />
        ))}
      </ul>
      {claim.citations.length === 0 && (
        <p className="border-t border-rule2 pt-3.5 text-soft">{t("uncited")}</p>
      )}
    </article>
  );
}

function Changed({ view, claim }: { view: ReadingView; claim: ClaimRead }) {
  const t = useTranslations("findings.reading");
  const [open, setOpen] = useState(false);
  if (claim.isNew)
    return <p className="mb-3.5 text-small text-warn">{t("isNew", { date: view.submittedOn })}</p>;
  if (!claim.before) return null;
  const { before } = claim;
  return (
    <div className="mb-3.5 text-small">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="text-left text-accent underline underline-offset-3"
      >
        {t("changed", { date: view.submittedOn })} {t(open ? "hide" : "show")}
      </button>
      {open && (
        <div className="mt-2 border-l-3 border-rule2 pl-3.5">
          <Difference old={before.text} now={claim.text} />
          <Difference old={before.quotes.join(" … ")} now={claim.citations.map((c) => c.quote).join(" … ")} />
        </div>
      )}
    </div>
  );
}

type SourceProps = { citation: CitationRead; here: boolean; onShow(): void };

function Source({ citation, here, onShow }: SourceProps) {
  const t = useTranslations("findings.reading");
  return (
    <li className="mt-4 border-t border-rule2 pt-3.5">
      <p className="mb-1.5 flex flex-wrap items-center gap-2.5 text-small">
        <button
          type="button"
          onClick={onShow}
          aria-pressed={here}
          title={t("showSheet")}
          className={clsx("cite", here && "outline-1 outline-accent")}
        >
          {citation.sheets}
        </button>
        {citation.reliability && (
          <Tag tone={citation.interrogation ? "warn" : "plain"}>{citation.reliability}</Tag>
        )}
        <span className="ml-auto text-tiny text-faint">{citation.reference}</span>
      </p>
      <blockquote className="serif text-[1rem] leading-relaxed">{citation.quote}</blockquote>
      {citation.translation && (
        <p className="serif mt-1.5 leading-relaxed text-soft">
          <span className="sr-only">{t("translation")} </span>
          {citation.translation}
        </p>
      )}
    </li>
  );
}
