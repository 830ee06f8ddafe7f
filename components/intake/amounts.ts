import { useFormatter, useTranslations } from "next-intl";

const STEPS = ["B", "KB", "MB", "GB"] as const;

/** Sizes and times in words: two digits say enough. */
export function useAmounts() {
  const t = useTranslations("intake.amount");
  const format = useFormatter();
  return {
    /** Of bytes. */
    size: (bytes: number): string => {
      const step = bytes < 1000 ? 0 : Math.min(STEPS.length - 1, Math.floor(Math.log10(bytes) / 3));
      const value = bytes / 1000 ** step;
      const rounded = value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value);
      return t(STEPS[step]!, { value: format.number(rounded) });
    },
    /** Of seconds. */
    duration: (seconds: number): string => {
      if (seconds < 60) return t("seconds", { value: Math.max(1, Math.ceil(seconds)) });
      const minutes = Math.ceil(seconds / 60);
      if (minutes < 90) return t("minutes", { value: minutes });
      return t("hours", { value: Math.round(minutes / 60) });
    },
    number: (value: number): string => format.number(Math.round(value)),
  };
}
