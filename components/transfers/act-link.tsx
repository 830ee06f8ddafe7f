import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { TransferRow } from "@/lib/transfers/view";

/** The act of transfer on paper; before it is accepted, its draft. */
export function ActLink({ transfer: { id, state } }: { transfer: Pick<TransferRow, "id" | "state"> }) {
  const t = useTranslations("transfers.page");
  if (state === "withdrawn") return null;
  return (
    <a href={`/api/transfers/act/${id}`} download className={buttonClass("ghost", "no-print")}>
      {t(state === "accepted" ? "act" : "draft")}
    </a>
  );
}
