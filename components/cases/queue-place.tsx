import { useTranslations } from "next-intl";
import type { QueuePlace as Place } from "@/lib/cases/view";
import { addressOf } from "./address-of";
import { QueueSteps } from "./queue-steps";

/** “7 of 12 in my queue”: on to the next without the way back to the list. */
export function QueuePlace({ proceeding, place }: { proceeding: string | null; place: Place | null }) {
  const t = useTranslations("queue.place");
  if (!place || (place.at === null && !place.next)) return null;
  const { at, total, previous, next } = place;
  return (
    <nav
      aria-label={t("label")}
      className="no-print mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft lg:absolute lg:top-7 lg:right-22 lg:mb-0"
    >
      {at !== null ? t("at", { at, total }) : t("left", { total })}
      <QueueSteps
        proceeding={proceeding}
        waits={at !== null}
        previous={previous && addressOf(previous)}
        next={next && addressOf(next)}
        words={{ previous: t("previous"), next: t("next") }}
      />
    </nav>
  );
}
