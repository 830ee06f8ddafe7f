"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { useAmounts } from "./amounts";
import type { Gone } from "./send-file";

/** How much of a file has gone, how fast it goes and how long it will take. */
export function Sending({ bytes, rate, of }: Gone & { of: number }) {
  const t = useTranslations("intake");
  const { size, duration } = useAmounts();
  const parts = [
    t("upload.sent", { done: size(bytes), of: size(of) }),
    rate && bytes < of && t("progress.bytesRate", { rate: size(rate) }),
    rate && bytes < of && t("progress.left", { time: duration((of - bytes) / rate) }),
  ];
  return (
    <div className="mt-4 max-w-160">
      <Progress
        label={t("upload.file")}
        value={bytes}
        max={of}
        detail={bytes < of ? parts.filter(Boolean).join(" · ") : t("upload.arrived")}
      />
    </div>
  );
}
