import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { Document } from "@/components/shell/document";
import { PublicFrame } from "@/components/shell/public-frame";
import { locales } from "@/lib/i18n/locales";

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function generateMetadata(): Promise<Metadata> {
  const product = (await getTranslations("common"))("product");
  return { title: { default: product, template: `%s · ${product}` } };
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <Document>
      <PublicFrame>{children}</PublicFrame>
    </Document>
  );
}
