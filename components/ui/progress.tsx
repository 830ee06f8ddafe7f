import type { ReactNode } from "react";

type ProgressProps = { label: string; value: number; max: number; detail?: ReactNode; className?: string };

export function Progress({ label, value, max, detail, className }: ProgressProps) {
  const percent = max > 0 ? Math.min(100, Math.round((value / max) * 100)) : 0;
  return (
    <div className={className}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-1.5 overflow-hidden rounded-full bg-rule2"
      >
        <div className="h-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
      </div>
      {detail != null && <p className="mt-1 text-small text-soft">{detail}</p>}
    </div>
  );
}
