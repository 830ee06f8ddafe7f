import { useTranslations } from "next-intl";
import type { ActorSnapshot } from "@/lib/ledger/entry";

/** In which role somebody acted, in words; null where in none. */
export function useRole(): (role: ActorSnapshot["role"]) => string | null {
  const t = useTranslations("history");
  const law = useTranslations("law.role");
  return (role) => (role === "operator" ? t("operator") : role && law(role));
}
