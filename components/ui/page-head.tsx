import type { ReactNode } from "react";

type PageHeadProps = {
  title: ReactNode;
  under?: ReactNode;
  /** stage or acts, at the right */ aside?: ReactNode;
};

export function PageHead({ title, under, aside }: PageHeadProps) {
  return (
    <header className="mb-5.5 flex flex-wrap items-start justify-between gap-x-10 gap-y-2.5">
      <div className="min-w-0">
        <h1 className="title">{title}</h1>
        {under != null && <div className="ref mt-1.5">{under}</div>}
      </div>
      {aside != null && <div className="flex flex-wrap items-center gap-2.5 pt-1.5">{aside}</div>}
    </header>
  );
}
