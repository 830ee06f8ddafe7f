import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function FindingsLayout({ children }: { children: ReactNode }) {
  return <Words of={["findings"]}>{children}</Words>;
}
