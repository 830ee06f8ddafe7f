"use client";

import { TextField } from "@/components/ui/text-field";

type DayProps = { id: string; name: string; label: string; error?: string; defaultValue?: string };

/** A day of today's calendar, unlike the dates of sources: the browser may offer its calendar. */
export function DayField(props: DayProps) {
  return <TextField type="date" inputClassName="max-w-52" {...props} />;
}
