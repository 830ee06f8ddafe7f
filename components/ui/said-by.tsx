import { Time } from "./time";

type SaidByProps = { note: string; by: string; at: string };

/** What somebody said, who it was, and when. */
export function SaidBy({ note, by, at }: SaidByProps) {
  return (
    <>
      {note}{" "}
      <span className="text-soft">
        — {by}, <Time value={at} />
      </span>
    </>
  );
}
