import { clsx } from "clsx";
import { Link } from "@/components/ui/link";
import { useLocale, useTranslations } from "next-intl";
import { printDate } from "@/lib/archive/date-print";
import type { Branch, TreeNode } from "@/lib/units/view";
import { withOpen, type TreeParams } from "./address";
import { StandingMark } from "./standing-mark";

/** The finding aid as far as it is open; what is open stands in the address, so that a link shows the same. */
export function UnitTree({
  branch,
  params,
  parent,
}: {
  branch: Branch;
  params: TreeParams;
  parent?: string;
}) {
  const t = useTranslations("files.tree");
  const at = parent ?? "root";
  return (
    <ul className={clsx(parent && "ml-3 border-l border-rule pl-3 sm:ml-4 sm:pl-4")}>
      {branch.from > 0 && (
        <li className="py-1.5 text-small">
          <Link scroll={false} href={withOpen(params, at, 0)}>
            {t("fromStart")}
          </Link>
        </li>
      )}
      {branch.nodes.map((node) => (
        <Node key={node.id} node={node} params={params} />
      ))}
      {branch.next !== null && (
        <li className="py-1.5 text-small">
          <Link scroll={false} href={withOpen(params, at, branch.next)}>
            {t("next")}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Node({ node, params }: { node: TreeNode; params: TreeParams }) {
  const t = useTranslations("files");
  const locale = useLocale();
  const date = node.dateText && printDate({ text: node.dateText, edtf: null }, locale);
  const level = t.has(`level.${node.level}`) ? t(`level.${node.level}`) : node.level;
  return (
    <li id={`u-${node.id}`}>
      <div className="flex items-baseline gap-2 border-b border-rule py-2" data-href={`/files/${node.id}`}>
        {node.hasChildren ? (
          <Link
            scroll={false}
            href={withOpen(params, node.id, node.children ? null : 0)}
            aria-expanded={node.children !== null}
            aria-label={t(node.children ? "tree.close" : "tree.open", {
              title: node.title || node.reference,
            })}
            className="grid size-6 shrink-0 place-items-center rounded-sm text-soft no-underline hover:bg-tint"
          >
            <span aria-hidden className={clsx("inline-block text-tiny", node.children && "rotate-90")}>
              ▶
            </span>
          </Link>
        ) : (
          <span aria-hidden className="size-6 shrink-0" />
        )}
        <div className="min-w-0 flex-1">
          <span className="mr-2 text-small text-soft">
            {level} {node.reference}
          </span>
          <Link
            href={`/files/${node.id}`}
            className="font-serif font-semibold text-ink no-underline hover:underline"
          >
            {node.title || node.reference || t("untitled")}
          </Link>
          {date && <span className="ml-2 text-small whitespace-nowrap text-soft">{date}</span>}
        </div>
        {node.file && (
          <span className="flex shrink-0 flex-wrap items-baseline justify-end gap-x-4 text-right text-small">
            {node.file.leaves !== null && (
              <span className="text-soft max-sm:hidden">{t("leaves", { count: node.file.leaves })}</span>
            )}
            <StandingMark standing={node.file.standing} />
          </span>
        )}
      </div>
      {node.children && <UnitTree branch={node.children} params={params} parent={node.id} />}
    </li>
  );
}
