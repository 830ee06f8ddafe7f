import { useLocale, useTranslations } from "next-intl";
import { SlotDots } from "@/components/ui/slot-dots";
import { Cell, NameCell, Row } from "@/components/ui/table";
import { Time, Waiting } from "@/components/ui/time";
import { nextAfter, placesOf } from "@/lib/cases/view-slots";
import { addressOf } from "./address-of";
import { reference, type QueueKind, type QueueRow as Item } from "@/lib/cases/view";

const slotOfKind: Partial<Record<QueueKind, string>> = {
  read: "reader",
  study: "author",
  reply: "owner",
  conclude: "regional",
  confirm: "confirm",
};

export function QueueRow({ item, chair, now }: { item: Item; chair: boolean; now: Date }) {
  const t = useTranslations("queue");
  const locale = useLocale();
  const href = addressOf(item);
  const under = [
    item.reference && reference(item.reference, locale),
    item.fileId && item.persons > 0 ? t("persons", { count: item.persons }) : item.organText,
    item.dateText,
  ];
  return (
    <Row href={href}>
      <NameCell href={href} name={item.title} under={under.filter(Boolean).join(" · ")} />
      <Cell>
        {whatKey(item)}
        <Remarks item={item} />
        {item.due && (
          <span
            className={
              item.late ? "warn mt-0.5 block md:hidden" : "mt-0.5 block text-small text-soft md:hidden"
            }
          >
            {t("column.due")}: <Time value={item.due} format="day" />
          </span>
        )}
      </Cell>
      <Cell wideOnly>
        <Places
          item={item}
          mine={item.what === "sign" ? (chair ? "chair" : "member") : (slotOfKind[item.what] ?? null)}
        />
      </Cell>
      <Cell wideOnly>
        <Waiting since={item.since} now={now} />
      </Cell>
      <Cell numeric wideOnly className={item.late ? "warn" : undefined}>
        {item.due ? <Time value={item.due} format="day" /> : <span className="faint">–</span>}
      </Cell>
    </Row>
  );
  function whatKey({ what, kind, single }: Item) {
    if (what === "sign" && single === "unfavourable_act") return t("what.signRefusal");
    if (what === "sign" || what === "read" || what === "study") return t(`what.${what}.${kind}`);
    return t(`what.${what}`);
  }
}

/** What is to be known before opening it. */
function Remarks({ item }: { item: Item }) {
  const t = useTranslations("queue");
  const law = useTranslations("law");
  return (
    <>
      {item.unanswered && <span className="mt-0.5 block text-small text-warn">{t("conflictFirst")}</span>}
      {item.changed && <span className="mt-0.5 block text-small text-soft">{t("changed")}</span>}
      {item.single && item.what !== "study" && (
        <span className="mt-0.5 block text-small text-soft">
          {t("single", { why: law(`single.${item.single}`) })}
        </span>
      )}
    </>
  );
}

function Places({ item, mine }: { item: Item; mine: string | null }) {
  const t = useTranslations("queue");
  const law = useTranslations("law");
  if (item.what === "study" || item.what === "assign") return <NoPlaces />;
  const places = placesOf(item, mine);
  const filled = places.filter((p) => p.filled).length;
  const next = nextAfter(places);
  return (
    <>
      <SlotDots
        slots={places.map((p) => (p.filled ? "filled" : p.mine ? "mine" : "open"))}
        label={t("slots", { filled, all: places.length })}
      />
      {mine && next && (
        <span className="mt-0.5 block text-small text-soft">
          {t("then", { who: law(next === "author" ? "duty.author" : `slot.${next}`) })}
        </span>
      )}
    </>
  );
}

function NoPlaces() {
  const t = useTranslations("queue");
  return (
    <span className="faint">
      <span aria-hidden>–</span>
      <span className="sr-only">{t("noSlots")}</span>
    </span>
  );
}
