import { CSPProvider } from "@base-ui/react/csp-provider";
import { cookies, headers } from "next/headers";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { clientNamespaces, pickMessages } from "@/lib/i18n/client-messages";
import { isTheme, keysCookie, themeCookie } from "@/lib/preferences";
import { Providers } from "./providers";

/** The html element of both root layouts: language, theme, nonce and what the browser needs to know. */
export async function Document({ children }: { children: ReactNode }) {
  const [jar, head, locale, messages, timeZone] = await Promise.all([
    cookies(),
    headers(),
    getLocale(),
    getMessages(),
    getTimeZone(),
  ]);
  const theme = jar.get(themeCookie)?.value;
  return (
    <html lang={locale} data-theme={isTheme(theme) && theme !== "auto" ? theme : undefined}>
      <body>
        <CSPProvider nonce={head.get("x-nonce") ?? undefined}>
          <Providers
            locale={locale}
            timeZone={timeZone}
            messages={pickMessages(messages, clientNamespaces)}
            keysEnabled={jar.get(keysCookie)?.value !== "off"}
          >
            {children}
          </Providers>
        </CSPProvider>
      </body>
    </html>
  );
}
