import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function CasesReadingLayout({ children }: { children: ReactNode }) {
  return <Words of={["files.viewer", "findings.reading"]}>{children}</Words>;
}
