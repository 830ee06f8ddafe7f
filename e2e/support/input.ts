import { expect, type Locator, type Page } from "@playwright/test";

/** How somebody works the controls of a page. */
export type Input = {
  /** A link or a button. */
  press(control: Locator): Promise<void>;
  /** A text or a date, in place of what stands in the field. */
  type(field: Locator, text: string): Promise<void>;
  /** A radio button or a checkbox. */
  check(control: Locator): Promise<void>;
  /** The option of a list that stands at this place, or has this text. */
  select(field: Locator, option: number | string): Promise<void>;
  /** A file, through the dialog in which the browser asks for it. */
  upload(field: Locator, file: Parameters<Locator["setInputFiles"]>[0]): Promise<void>;
};

/** With mouse and keyboard, as most people do. */
export const pointer: Input = {
  press: (control) => control.click(),
  type: (field, text) => field.fill(text),
  check: (control) => control.check(),
  select: async (field, option) => void (await field.selectOption({ index: await indexOf(field, option) })),
  upload: (field, file) => field.setInputFiles(file),
};

/** With keys alone: Tab leads to a control, and what it is says which keys work it. */
export const keyboard: Input = {
  async press(control) {
    await tabTo(control);
    await control.page().keyboard.press("Enter");
  },

  async type(field, text) {
    await tabTo(field);
    const { keyboard: keys } = field.page();
    if ((await field.getAttribute("type")) === "date") {
      const [year, month, day] = text.split("-");
      await keys.type(`${month}${day}${year}`);
      await expect(field).toHaveValue(text);
      return;
    }
    await keys.press("Control+a");
    await keys.type(text);
  },

  async check(control) {
    if ((await control.getAttribute("type")) === "radio") return checkRadio(control);
    await tabTo(control);
    if (!(await control.isChecked())) await control.page().keyboard.press("Space");
    await expect(control).toBeChecked();
  },

  async select(field, option) {
    await tabTo(field);
    const to = await indexOf(field, option);
    const from = await field.evaluate((list: HTMLSelectElement) => list.selectedIndex);
    for (let n = from; n !== to; n += Math.sign(to - from))
      await field.page().keyboard.press(to > from ? "ArrowDown" : "ArrowUp");
    expect(await field.evaluate((list: HTMLSelectElement) => list.selectedIndex)).toBe(to);
  },

  async upload(field, file) {
    await tabTo(field);
    const asked = field.page().waitForEvent("filechooser");
    await field.page().keyboard.press("Enter");
    await (await asked).setFiles(file);
  },
};

async function indexOf(field: Locator, option: number | string): Promise<number> {
  if (typeof option === "number") return option;
  const texts = await field.locator("option").allTextContents();
  const found = texts.findIndex((text) => text.includes(option));
  if (found < 0) throw new Error(`no option says ${option}: ${texts.join(", ")}`);
  return found;
}

/** Tab leads to one radio button of a group, arrows to the others; what they reach is chosen. */
async function checkRadio(control: Locator): Promise<void> {
  const { keyboard: keys } = control.page();
  const group = await control.evaluate((radio: HTMLInputElement) => {
    const all = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    const own = all.filter((one) => one.name === radio.name && one.form === radio.form);
    return { at: all.indexOf(own.find((one) => one.checked) ?? own[0]!), size: own.length };
  });
  await tabTo(control.page().locator("input[type=radio]").nth(group.at));
  for (let n = 0; n < group.size && !(await hasFocus(control)); n++) await keys.press("ArrowDown");
  if (!(await control.isChecked())) await keys.press("Space");
  await expect(control).toBeChecked();
}

const hasFocus = (control: Locator) => control.evaluate((one) => one === document.activeElement);

/** How many Tabs somebody may be asked for on the way to a control. */
const patience = 120;

/** Tabs on until the control is reached; what takes the focus on the way shows it and lies in sight. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  await expect(control).toBeVisible();
  for (let tabs = 0; tabs < patience; tabs++) {
    if (await hasFocus(control)) return;
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focusFault), "where the focus is").toBeNull();
  }
  throw new Error(`${patience} Tabs did not lead to ${String(control)}`);
}

/** What is wrong with the place of the focus: out of sight, or nothing shows that it is there. */
function focusFault(): string | null {
  const { activeElement: at } = document;
  if (!at || at === document.body) return null;
  const { top, bottom, width, height } = at.getBoundingClientRect();
  const named = at.outerHTML.slice(0, 160);
  if (width === 0 || height === 0 || bottom <= 0 || top >= innerHeight) return `out of sight: ${named}`;
  // A date is several parts inside one input, and the browser marks the part itself.
  if (at instanceof HTMLInputElement && at.type === "date") return null;
  const shows = [at, at.parentElement, at.closest("label")].some((one) => {
    if (!one) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return outlineStyle !== "none" || boxShadow !== "none";
  });
  return shows ? null : `nothing shows the focus: ${named}`;
}

/** Whether a pointer was used in any page of a context, asked at the end. */
export async function watchPointer(page: Page): Promise<() => number> {
  let used = 0;
  await page.context().exposeBinding("pointerUsed", () => void (used += 1));
  await page.context().addInitScript(() => {
    addEventListener(
      "pointerdown",
      () => (window as unknown as Record<string, () => void>).pointerUsed?.(),
      true,
    );
  });
  return () => used;
}
