import { buttonClass } from "./button";
import { TextField } from "./text-field";

type TakingFormProps = {
  /** Where a page has more than one of these. */ id?: string;
  /** The route it is posted to. */ action: string;
  title: string;
  what: string;
  purpose: { label: string; hint: string; error?: string };
  takes: readonly { value: string; label: string }[];
};

/** Takes something away as a file. It is posted: taking it is an act, and stands in the history with its purpose. */
export function TakingForm({ id = "export", action, title, what, purpose, takes }: TakingFormProps) {
  return (
    <details id={id} open={purpose.error !== undefined} className="no-print mt-8 border-t border-rule pt-4">
      <summary className="min-h-7 cursor-pointer font-semibold text-accent">{title}</summary>
      <p className="mt-2 mb-4 max-w-[68ch] text-small text-soft">{what}</p>
      <form method="post" action={action} className="flex max-w-[68ch] flex-col gap-4">
        <TextField id={`${id}-purpose`} name="purpose" {...purpose} maxLength={500} required />
        <div className="flex flex-wrap gap-2.5">
          {takes.map(({ value, label }) => (
            <button key={value} type="submit" name="format" value={value} className={buttonClass("ghost")}>
              {label}
            </button>
          ))}
        </div>
      </form>
    </details>
  );
}
