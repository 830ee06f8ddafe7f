import { useLocale } from "next-intl";
import type { FindingWords } from "@/lib/findings/sentences";
import type { ClaimDraft } from "@/lib/findings/view";
import { printSheets, type CitableFile } from "@/lib/findings/view-cite";

type CommonReadProps = { claims: readonly ClaimDraft[]; file: CitableFile; words: FindingWords };

/** A released common part as it is read: each sentence with its sheets and their words. */
export function CommonRead({ claims, file, words }: CommonReadProps) {
  const locale = useLocale();
  return (
    <ol className="max-w-180">
      {claims.map((claim) => (
        <li key={claim.id} className="mb-5 border-t border-rule2 pt-3.5">
          <h2 className="label mb-1">{words.kind[claim.kind]}</h2>
          <p className="statement">{claim.text}</p>
          {claim.citations.map((c) => (
            <p key={c.id} className="mt-1.5 text-small">
              <span className="cite">{printSheets(file.foliation, c, locale) ?? "?"}</span>{" "}
              <q className="serif text-soft">{c.quote}</q>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
