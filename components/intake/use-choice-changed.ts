import { useSyncExternalStore } from "react";
import { CHOICE } from "./leave-thing";

/** Boxes are ticked, and others take their place when what is shown was compared anew. */
function subscribe(look: () => void): () => void {
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("change", look);
  return () => {
    observer.disconnect();
    document.removeEventListener("change", look);
  };
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
