"use client";

import "@/app/globals.css";
import en from "@/messages/en/common.json";
import kk from "@/messages/kk/common.json";
import ru from "@/messages/ru/common.json";

const languages = { kk, ru, en };

/** A root layout failed, so nothing is known of the reader: the same words in every language. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="kk">
      <body>
        <title>{kk.product}</title>
        <main className="mx-auto max-w-160 px-4 py-12 sm:px-6">
          {Object.entries(languages).map(([lang, { fault }]) => (
            <section key={lang} lang={lang} className="mb-9">
              <h1 className="heading mb-1">{fault.title}</h1>
              <p className="mb-2.5">{fault.text}</p>
              <button
                type="button"
                className="min-h-6 font-semibold text-accent underline underline-offset-3"
                onClick={retry}
              >
                {fault.retry}
              </button>
            </section>
          ))}
          {error.digest && <p className="text-small text-soft">{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
