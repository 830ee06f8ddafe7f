import { useSyncExternalStore } from "react";
import { CHOICE } from "./leave-thing";

function subscribe(look: () => void): () => void {
  document.addEventListener("change", look);
  return () => document.removeEventListener("change", look);
}

function isChanged(): boolean {
  const form = document.getElementById(CHOICE);
  if (!(form instanceof HTMLFormElement)) return false;
  return [...form.elements].some(
    (one) => one instanceof HTMLInputElement && one.type === "checkbox" && one.checked !== one.defaultChecked,
  );
}

/** Are boxes of the choice ticked otherwise than what is shown was compared with? */
export const useChoiceChanged = (): boolean => useSyncExternalStore(subscribe, isChanged, () => false);
