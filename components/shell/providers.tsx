"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useMemo, useState, type ReactNode } from "react";
import { ShortcutsProvider } from "@/components/ui/shortcuts";
import { formatsIn } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { markMissing, reportMissing } from "@/lib/i18n/missing";

type ProvidersProps = {
  locale: Locale;
  timeZone: string;
  messages: AbstractIntlMessages;
  keysEnabled: boolean;
  children: ReactNode;
};

export function Providers({ locale, timeZone, messages, keysEnabled, children }: ProvidersProps) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: 1 } } }),
  );
  const shortcuts = useMemo(() => ({ enabled: keysEnabled }), [keysEnabled]);
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone={timeZone}
      messages={messages}
      formats={formatsIn(locale)}
      getMessageFallback={markMissing}
      onError={reportMissing}
    >
      <QueryClientProvider client={queries}>
        <NuqsAdapter>
          <ShortcutsProvider value={shortcuts}>{children}</ShortcutsProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}
