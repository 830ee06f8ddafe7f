import { keepChoice } from "@/lib/keep-choice";
import { isKeysChoice, isTheme, keysCookie, themeCookie } from "@/lib/preferences";

/** Keeps one choice: the theme, or whether single keys act. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const theme = form.get("theme");
  const keys = form.get("keys");
  if (isTheme(theme)) return keepChoice(request, { cookie: themeCookie, value: theme });
  return keepChoice(request, isKeysChoice(keys) ? { cookie: keysCookie, value: keys } : null);
}
