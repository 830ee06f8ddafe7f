type StepRow = { key: string; act: string; article: string; who: string; why?: string };

/** Rows of the law at one step: the act, who may, and what stands in this person's way. */
export function StepRows({ rows }: { rows: StepRow[] }) {
  return (
    <ul className="mt-2 flex flex-col">
      {rows.map((row) => (
        <li key={row.key} className="border-t border-rule py-2">
          <span className="font-semibold">{row.act}</span>
          <span className="text-small text-soft">
            {" "}
            · {row.article} · {row.who}
          </span>
          {row.why && <span className="block text-small text-warn">{row.why}</span>}
        </li>
      ))}
    </ul>
  );
}
