/** Focuses a control that the next rendering brings. */
export function focusLater(id: string): void {
  setTimeout(() => {
    const control = document.getElementById(id);
    control?.focus();
    control?.scrollIntoView({ block: "nearest" });
  }, 0);
}
