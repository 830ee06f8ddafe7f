import type { Page } from "@playwright/test";

/**
 * What is wrong with a page as it stands: text that is cut off, a page that scrolls sideways, a message
 * that is missing. Frames that scroll on purpose, `truncate` and what only screen readers hear may be.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways: ${root.scrollWidth} px`);
    for (const missing of document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? []) faults.push(`missing ${missing}`);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if (
        !words ||
        box.width <= 1 ||
        box.height <= 1 ||
        element.closest(".truncate, .sr-only, nextjs-portal")
      )
        continue;
      const style = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()} "${element.innerText.slice(0, 40)}"`;
      const cutAcross = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      const cutDown = style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 2;
      if ((cutAcross || cutDown) && !/auto|scroll/.test(style.overflow)) faults.push(`cut off: ${name}`);
      let up: Element | null = box.right > root.clientWidth + 1 ? element : null;
      while (up && up !== document.body && !/auto|scroll/.test(getComputedStyle(up).overflowX))
        up = up.parentElement;
      // Named helpers do not survive the way into the browser, hence the plain walk upwards.
      if (up === document.body) faults.push(`runs off the page: ${name}`);
    }
    return faults;
  });
}

/** Collects what the console complains of and what is thrown, from now on. */
export function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => heard.push(`thrown: ${error.message.slice(0, 200)}`));
  return heard;
}
