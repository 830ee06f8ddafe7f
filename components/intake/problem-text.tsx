import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/intake/view";

/** Where in the file something is wrong. */
export function PlaceText({ place }: { place: Problem["place"] }) {
  const t = useTranslations("intake");
  if (place.kind === "line") {
    return t("place.line", { line: String(place.line), column: String(place.column) });
  }
  if (place.kind === "file") return t("place.file");
  if (place.kind === "entry") {
    const { path, listed } = place;
    if (!listed) return t("place.entry", { path });
    const { file, line } = listed;
    return line === null
      ? t("place.listedIn", { path, file })
      : t("place.listed", { path, file, line: String(line) });
  }
  const row = String(place.row);
  return place.heading ? t("place.cell", { row, heading: place.heading }) : t("place.row", { row });
}

/** What is wrong, in a sentence. */
export function ProblemText({ problem, withPlace }: { problem: Problem; withPlace?: boolean }) {
  const t = useTranslations("intake");
  const { code, place, detail, inside } = problem;
  return (
    <p className="wrap-anywhere">
      {withPlace && (
        <>
          <b>
            {inside && `${t("place.inside", { path: inside })}, `}
            <PlaceText place={place} />
          </b>
          {". "}
        </>
      )}
      {t(`problem.${code}`, { detail })}
    </p>
  );
}

/** What else is wrong with a package, so that all of it can be mended at once. */
export function OtherProblems({ others }: Pick<Problem, "others">) {
  const t = useTranslations("intake");
  if (!others) return null;
  const { shown, count } = others;
  return (
    <>
      <p className="mt-2">{t("others", { count })}</p>
      <ul className="mt-1 list-disc pl-5">
        {shown.map((problem, index) => (
          <li key={index}>
            <ProblemText problem={problem} withPlace />
          </li>
        ))}
      </ul>
      {count > shown.length && <p className="mt-1">{t("more", { count: String(count - shown.length) })}</p>}
    </>
  );
}
