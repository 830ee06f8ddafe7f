import { useTranslations } from "next-intl";
import { reasonsOf, type LikePerson } from "@/lib/people/view";

/** Why somebody was found: as whom, where that is another form of the name, and what had to be bridged. */
export function MatchedBy({ match }: { match: LikePerson }) {
  const t = useTranslations("register.like");
  const as = match.matched === match.name ? "" : t("as", { name: match.matched });
  const said = [as, reasonsOf(match)].filter(Boolean).join(": ");
  return said ? <span className="block text-accent">{said}</span> : null;
}
