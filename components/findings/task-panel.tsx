"use client";

import { useTranslations } from "next-intl";
import type { FindingWords } from "@/lib/findings/sentences";
import type { Task } from "@/lib/findings/view-tasks";

/** A task in words, the same in the list at the head and beside its control. */
export function useTaskSentence(words: FindingWords): (task: Task) => string {
  const t = useTranslations("findings.task");
  return ({ key, kind, claim, charge }) =>
    t(key, { kind: kind ? words.kind[kind] : "", claim: claim ?? 0, charge: charge ?? 0 });
}

type TaskPanelProps = { tasks: readonly Task[]; sentence(task: Task): string };

/** What is still missing, each with a way to it. */
export function TaskPanel({ tasks, sentence }: TaskPanelProps) {
  const t = useTranslations("findings.tasks");
  return (
    <section aria-labelledby="tasks-title" className="text-small">
      <h2 id="tasks-title" className="label mb-2">
        {t("title", { count: tasks.length })}
      </h2>
      {tasks.length === 0 && <p className="text-rehabilitated">{t("none")}</p>}
      <ul>
        {tasks.map((task) => (
          <li key={`${task.key}:${task.field}`} className="border-t border-rule py-1.5">
            <a
              href={`#${task.field}`}
              onClick={(event) => {
                const control = document.getElementById(task.field);
                if (!control) return;
                event.preventDefault();
                control.focus({ preventScroll: true });
                control.scrollIntoView({ block: "center" });
              }}
            >
              {sentence(task)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
