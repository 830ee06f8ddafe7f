import { useFormatter } from "next-intl";

export type TimeFormat = "day" | "date" | "long" | "moment";

/** A moment in Almaty time. Rendered on the server: browsers differ in what Kazakh they know. */
export function Time({ value, format = "date" }: { value: Date | string; format?: TimeFormat }) {
  const formatter = useFormatter();
  const moment = typeof value === "string" ? new Date(value) : value;
  return (
    <time dateTime={moment.toISOString()} className="whitespace-nowrap">
      {formatter.dateTime(moment, format)}
    </time>
  );
}

const minute = 60_000;
const steps = [
  { unit: "day", length: 24 * 60 * minute },
  { unit: "hour", length: 60 * minute },
  { unit: "minute", length: minute },
] as const;

/** How long something has waited: "6 days", "5 hours"; the moment itself is in the title. */
export function Waiting({ since, now }: { since: Date | string; now: Date }) {
  const formatter = useFormatter();
  const start = typeof since === "string" ? new Date(since) : since;
  const passed = Math.max(0, now.getTime() - start.getTime());
  const step = steps.find(({ length }) => passed >= length) ?? steps[2];
  const words = formatter.number(Math.floor(passed / step.length), {
    style: "unit",
    unit: step.unit,
    unitDisplay: "long",
  });
  return (
    <time
      dateTime={start.toISOString()}
      title={formatter.dateTime(start, "moment")}
      className="whitespace-nowrap"
    >
      {words}
    </time>
  );
}
