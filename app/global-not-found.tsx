import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import "@/app/globals.css";
import { BareFrame } from "@/components/shell/bare-frame";
import { Document } from "@/components/shell/document";
import { NothingHere } from "@/components/shell/nothing-here";
import { isTheme, themeCookie } from "@/lib/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.notFound"))("title") };
}

/** An address that no route answers; it stands outside both root layouts. */
export default async function GlobalNotFound() {
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <Document>
      <BareFrame theme={isTheme(theme) ? theme : "auto"}>
        <NothingHere home="/" />
      </BareFrame>
    </Document>
  );
}
