import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { Document } from "@/components/shell/document";
import { Frame } from "@/components/shell/frame";
import { HaltedNotice } from "@/components/shell/halted-notice";
import { navFor } from "@/components/shell/nav";
import { currentActor } from "@/lib/auth/actor";
import { readQueueCount } from "@/lib/cases/read-queue";
import { readHalted } from "@/lib/history/read";
import { isTheme, themeCookie } from "@/lib/preferences";
import { signOut } from "./sign-in/actions";

export async function generateMetadata(): Promise<Metadata> {
  const product = (await getTranslations("common"))("product");
  return {
    title: { default: product, template: `%s · ${product}` },
    robots: { index: false, follow: false },
  };
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [actor, jar] = await Promise.all([currentActor(), cookies()]);
  const theme = jar.get(themeCookie)?.value;
  const person = actor && { name: actor.name, offices: [...new Set(actor.offices.map((o) => o.role))] };
  // Beside each other, and beside what the page itself reads.
  const [queue, halt] = actor ? await Promise.all([readQueueCount(actor), readHalted()]) : [0, null];
  return (
    <Document>
      <Frame
        person={person}
        items={actor ? navFor(actor, { queue }) : []}
        findAt="/api/find"
        theme={isTheme(theme) ? theme : "auto"}
        exit={<SignOutForm action={signOut} />}
        notice={halt && <HaltedNotice halt={halt} />}
      >
        {children}
      </Frame>
    </Document>
  );
}
