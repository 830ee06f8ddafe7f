import { useTranslations } from "next-intl";
import Link from "next/link";
import { Kbd } from "@/components/ui/kbd";
import { WalkKeys } from "@/components/ui/walk-keys";
import type { QueueNeighbour, QueuePlace as Place } from "@/lib/cases/view";
import { addressOf } from "./address-of";

/** “7 of 12 in my queue”: on to the next with a link or with j and k, without the way back to the list. */
export function QueuePlace({ place }: { place: Place | null }) {
  const t = useTranslations("queue.place");
  if (!place || (place.at === null && !place.next)) return null;
  return (
    <nav
      aria-label={t("label")}
      className="no-print mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft lg:absolute lg:top-7 lg:right-22 lg:mb-0"
    >
      <WalkKeys
        previous={place.previous ? addressOf(place.previous) : null}
        next={place.next ? addressOf(place.next) : null}
      />
      {place.at !== null ? t("at", { at: place.at, total: place.total }) : t("left", { total: place.total })}
      {place.previous && (
        <Step to={place.previous} label={t("previousNamed", { name: place.previous.title })} press="K">
          {t("previous")}
        </Step>
      )}
      {place.next && (
        <Step to={place.next} label={t("nextNamed", { name: place.next.title })} press="J">
          {t("next")}
        </Step>
      )}
    </nav>
  );
}

type StepProps = { to: QueueNeighbour; label: string; press: string; children: string };

function Step({ to, label, press, children }: StepProps) {
  return (
    <Link href={addressOf(to)} title={label} className="inline-flex min-h-6 items-center gap-1.5">
      {children}
      <span aria-hidden className="max-lg:hidden">
        <Kbd>{press}</Kbd>
      </span>
    </Link>
  );
}
