import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import type { ComponentProps, ReactNode } from "react";

export type Column = {
  key: string;
  label: ReactNode;
  /** A CSS width such as "36%". */
  width?: string;
  numeric?: boolean;
  /** Left out on a narrow screen; give its cells the same word. */
  wideOnly?: boolean;
  sort?: { href: string; direction?: "ascending" | "descending" };
};

type TableProps = {
  caption: string;
  captionHidden?: boolean;
  columns: Column[];
  children: ReactNode;
  className?: string;
};

/** A real table. On a narrow screen it scrolls within its own frame, never the page. */
export function Table({ caption, captionHidden = true, columns, children, className }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={clsx("relative overflow-x-auto -outline-offset-2", className)}
    >
      <table className="w-full border-collapse">
        <caption className={captionHidden ? "sr-only" : "heading pb-2 text-left"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function HeaderCell({ column }: { column: Column }) {
  const { label, width, numeric, wideOnly, sort } = column;
  return (
    <th
      scope="col"
      style={width ? { width } : undefined}
      aria-sort={sort?.direction}
      className={clsx(
        "border-b border-rule2 px-3 pb-2 align-bottom text-tiny font-medium text-faint",
        numeric ? "text-right" : "text-left",
        wideOnly && "max-md:hidden",
      )}
    >
      {sort ? (
        <Link href={sort.href} scroll={false} className="inline-flex min-h-6 items-end gap-1 text-inherit">
          {label}
          {sort.direction && <span aria-hidden>{sort.direction === "ascending" ? "↑" : "↓"}</span>}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

type RowProps = ComponentProps<"tr"> & {
  /** Where j, k and Enter lead. */
  href?: string;
  selected?: boolean;
  /** Struck and paled: taken out, withdrawn. */
  out?: boolean;
};

export function Row({ href, selected, out, className, ...rest }: RowProps) {
  return (
    <tr
      data-href={href}
      data-selected={selected || undefined}
      className={clsx("table-row-marked", out && "text-soft [&_.name]:line-through", className)}
      {...rest}
    />
  );
}

type CellProps = ComponentProps<"td"> & { numeric?: boolean; wideOnly?: boolean; header?: boolean };

export function Cell({ numeric, wideOnly, header, className, ...rest }: CellProps) {
  const style = clsx(
    "border-b border-rule px-3 py-2.5 align-top",
    numeric ? "text-right whitespace-nowrap" : "text-left",
    wideOnly && "max-md:hidden",
    className,
  );
  return header ? (
    <th scope="row" className={clsx(style, "font-normal")} {...rest} />
  ) : (
    <td className={style} {...rest} />
  );
}

/** The first cell of most lists: a person or a thing in serif, what it is underneath. */
export function NameCell({ href, name, under }: { href: string; name: ReactNode; under?: ReactNode }) {
  return (
    <Cell header>
      <Link href={href} className="name text-ink no-underline hover:underline">
        {name}
      </Link>
      {under != null && <span className="mt-0.5 block text-small text-soft">{under}</span>}
    </Cell>
  );
}
