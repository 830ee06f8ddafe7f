"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type MouseEvent } from "react";

const kazakh = ["Ә", "Ғ", "Қ", "Ң", "Ө", "Ұ", "Ү", "Һ", "І"];
const before1918 = ["Ѣ", "Ѳ", "Ѵ", "Ъ"];

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Letters a Russian or Latin keyboard lacks; each goes to the text field that had focus last. */
export function SpecialLetters({ old, field }: { old?: boolean; /** id to start with */ field?: string }) {
  const t = useTranslations("ui");
  const target = useRef<TextControl | null>(null);
  useEffect(() => {
    const first = field ? document.getElementById(field) : document.activeElement;
    if (isTextControl(first)) target.current = first;
    const remember = ({ target: focused }: FocusEvent) => {
      if (isTextControl(focused)) target.current = focused;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [field]);
  return (
    <div role="group" aria-label={t("letters")} className="flex flex-wrap gap-1.5">
      {[...kazakh, ...(old ? before1918 : [])].map((letter) => (
        <button
          key={letter}
          type="button"
          lang="kk"
          className="grid size-7.5 place-items-center rounded-md border border-rule2 bg-sheet text-ink hover:bg-tint"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => insert(target.current, letter, event)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}

function isTextControl(element: EventTarget | null): element is TextControl {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && ["text", "search"].includes(element.type);
}

/** A capital at the start of a word, within capitals, or with Shift; small otherwise. */
function insert(control: TextControl | null, letter: string, { shiftKey }: MouseEvent): void {
  if (!control) return;
  const start = control.selectionStart ?? control.value.length;
  const ahead = control.value.slice(0, start);
  const capital = shiftKey || /(^|[\s.«"(-])$/.test(ahead) || /\p{Lu}\p{Lu}$/u.test(ahead);
  const text = capital ? letter : letter.toLocaleLowerCase("kk");
  control.setRangeText(text, start, control.selectionEnd ?? start, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
