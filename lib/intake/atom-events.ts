import { readDateColumns } from "./dates";
import { tidy } from "./ead-text";
import { cleanText, joinValues, splitValues } from "./atom-values";

export const EVENT_COLUMNS = [
  ...(["eventActors", "eventActorHistories", "eventTypes"] as const),
  ...(["eventDates", "eventStartDates", "eventEndDates"] as const),
] as const;
type EventColumn = (typeof EVENT_COLUMNS)[number];
export type EventCells = Readonly<Record<EventColumn, string>>;
type Event = Readonly<Record<EventColumn, string>>;

export const EVENT_FIELDS = ["dateText", "dateNormal", "creator", "history"] as const;
export type EventFields = Readonly<Record<(typeof EVENT_FIELDS)[number], string>>;

/** Whose dates are those of the unit (ISAD(G) 3.1.3); the others stay in the table. */
const CREATION = /^(?:creation|создание|құру|жасау)?$/i;

function eventsOf(cells: EventCells): Event[] {
  const columns = EVENT_COLUMNS.map((column) => [column, splitValues(cells[column])] as const);
  const count = Math.max(...columns.map(([, values]) => values.length));
  return Array.from(
    { length: count },
    (_, nth) => Object.fromEntries(columns.map(([column, values]) => [column, values[nth] ?? ""])) as Event,
  );
}

const isCreation = (event: Event): boolean => CREATION.test(tidy(event.eventTypes));

/** Dates, creators and their histories: of the creation, or of all events where none is a creation. */
export function readEvents(cells: EventCells): EventFields {
  const all = eventsOf(cells);
  const own = all.some(isCreation) ? all.filter(isCreation) : all;
  const distinct = (values: string[]): string[] => [...new Set(values)].filter((value) => value !== "");
  const spans = own.map(spanOf);
  const words = own.map((event, nth) => tidy(event.eventDates) || (spans[nth] ?? ""));
  const dateText = distinct(words).join("; ");
  return {
    dateText,
    dateNormal: normalOf(distinct(spans), dateText),
    creator: distinct(own.map((event) => tidy(event.eventActors))).join("; "),
    history: distinct(own.map((event) => cleanText(event.eventActorHistories))).join("\n"),
  };
}

/** 2016-00-00 is the year alone. */
const shorten = (date: string): string => tidy(date).replace(/(?:-00)+$/, "");

function spanOf(event: Event): string {
  const [start, end] = [shorten(event.eventStartDates), shorten(event.eventEndDates)];
  return start === "" || end === "" || start === end ? start || end : `${start}/${end}`;
}

/** The machine-readable form, unless the words say the same days. */
function normalOf(spans: readonly string[], dateText: string): string {
  const [span, ...more] = spans;
  if (span === undefined || more.length > 0) return "";
  const { date_from: from, date_to: to } = readDateColumns(dateText);
  return from !== null && span === rangeOf(from, to) ? "" : span;
}

const rangeOf = (from: string, to: string | null): string =>
  to === null || to === from ? from : `${from}/${to}`;

/** Creators one by one, the dates and the histories with the first; then the events of `kept` that are no creation. */
export function printEvents(fields: EventFields, kept: EventCells | null): EventCells {
  const creators = fields.creator === "" ? [] : fields.creator.split("; ");
  const { date_from, date_to } = readDateColumns(fields.dateText);
  const span = fields.dateNormal || (date_from === null ? "" : rangeOf(date_from, date_to));
  const [start = "", end = start] = span.split("/");
  const said = fields.dateText !== "" || fields.history !== "" || creators.length > 0;
  const first = { eventDates: fields.dateText, eventStartDates: start, eventEndDates: end };
  const own = (said ? [creators[0] ?? "", ...creators.slice(1)] : []).map((creator, nth): Event => {
    const dates = nth === 0 ? first : { eventDates: "", eventStartDates: "", eventEndDates: "" };
    const eventActorHistories = nth === 0 ? fields.history : "";
    return { eventActors: creator, eventActorHistories, eventTypes: "Creation", ...dates };
  });
  const others = kept ? eventsOf(kept) : [];
  const events = [...own, ...(others.some(isCreation) ? others.filter((event) => !isCreation(event)) : [])];
  const column = (name: EventColumn): [EventColumn, string] => [
    name,
    joinValues(events.map((event) => event[name])),
  ];
  return Object.fromEntries(EVENT_COLUMNS.map(column)) as Record<EventColumn, string>;
}
