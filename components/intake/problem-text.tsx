import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/intake/view";

/** Where in the file something is wrong. */
export function PlaceText({ place }: { place: Problem["place"] }) {
  const t = useTranslations("intake");
  if (place.kind === "line") {
    return t("place.line", { line: String(place.line), column: String(place.column) });
  }
  if (place.kind === "file") return t("place.file");
  const row = String(place.row);
  return place.heading ? t("place.cell", { row, heading: place.heading }) : t("place.row", { row });
}

/** What is wrong, in a sentence. */
export function ProblemText({ problem, withPlace }: { problem: Problem; withPlace?: boolean }) {
  const t = useTranslations("intake.problem");
  return (
    <p>
      {withPlace && (
        <>
          <b>
            <PlaceText place={problem.place} />
          </b>
          {". "}
        </>
      )}
      {t(problem.code, { detail: problem.detail })}
    </p>
  );
}
