import { useTranslations } from "next-intl";

/** The form to which every box of the choice belongs, wherever on the page it stands. */
export const CHOICE = "choice";

type LeaveThingProps = {
  /** Null where it cannot be left out by itself. */
  thing: string | null;
  name: string;
  ticked?: boolean;
};

/** Leaves one thing of the import out. */
export function LeaveThing({ thing, name, ticked }: LeaveThingProps) {
  const t = useTranslations("intake.choice");
  if (thing === null) return null;
  return (
    // Where the list becomes another, a tick does not pass to whatever stands there now.
    <label key={thing} className="no-print inline-flex min-h-7 items-start gap-2.5 text-small text-soft">
      <input
        type="checkbox"
        form={CHOICE}
        name="things[]"
        value={thing}
        defaultChecked={ticked}
        className="size-5 shrink-0 accent-accent"
      />
      <span>
        {t("leave")}
        <span className="sr-only"> {name}</span>
      </span>
    </label>
  );
}
