import { compareTexts } from "@/lib/findings/view-diff";

/** Two texts as one: what left is struck, what came in is underlined. */
export function Difference({ old, now }: { old: string; now: string }) {
  if (old === now) return null;
  return (
    <p className="serif mb-1.5 leading-relaxed">
      {compareTexts(old, now).map((stretch, i) => {
        if (stretch.kind === "gone")
          return (
            <del key={i} className="bg-danger-tint text-danger">
              {stretch.text}
            </del>
          );
        if (stretch.kind === "new")
          return (
            <ins key={i} className="bg-good-tint text-rehabilitated">
              {stretch.text}
            </ins>
          );
        return <span key={i}>{stretch.text}</span>;
      })}
    </p>
  );
}
