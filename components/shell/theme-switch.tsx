import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { themes, type Theme } from "@/lib/preferences";

const drawings: Record<Theme, React.ReactNode> = {
  auto: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 0 0 12z" className="fill-current" />
    </>
  ),
  light: (
    <path d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6 13 13M3 13l1.4-1.4M11.6 4.4 13 3" />
  ),
  dark: <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />,
};

export function ThemeSwitch({ current }: { current: Theme }) {
  const t = useTranslations("shell");
  return (
    <form method="post" action="/api/preferences" aria-label={t("theme.label")} className="flex gap-0.5">
      {themes.map((theme) => (
        <button
          key={theme}
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          title={t(`theme.${theme}`)}
          className={clsx(
            "grid size-6 place-items-center rounded hover:bg-tint",
            theme === current ? "text-accent" : "text-faint",
          )}
        >
          <svg
            aria-hidden
            viewBox="0 0 16 16"
            className="size-3.5 fill-none stroke-current"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            {drawings[theme]}
          </svg>
          <span className="sr-only">{t(`theme.${theme}`)}</span>
        </button>
      ))}
    </form>
  );
}
