import { clsx } from "clsx";

export type SlotState = "filled" | "mine" | "open" | "struck";

const dots: Record<SlotState, string> = {
  filled: "border-accent bg-accent",
  mine: "border-accent border-dashed",
  open: "border-edge",
  struck: "border-edge border-dotted opacity-70",
};

/** A row of small circles for a list; `label` says the same in words ("2 / 4"). */
export function SlotDots({ slots, label }: { slots: SlotState[]; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className="inline-flex gap-1">
        {slots.map((state, index) => (
          <i key={index} className={clsx("size-2.25 rounded-full border-[1.5px]", dots[state])} />
        ))}
      </span>
      {label}
    </span>
  );
}

const marks: Record<SlotState, string> = {
  filled: "border-rehabilitated bg-rehabilitated text-sheet",
  mine: "border-dashed border-accent",
  open: "border-edge",
  struck: "border-dotted border-edge",
};

/** The larger circle beside one slot. Decoration: the words beside it say who and when. */
export function SlotMark({ state }: { state: SlotState }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid size-4.5 shrink-0 place-items-center rounded-full border-[1.5px] text-[0.75rem] leading-none font-bold",
        marks[state],
      )}
    >
      {state === "filled" ? "✓" : ""}
    </span>
  );
}
