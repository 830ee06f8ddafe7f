import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function IntakeLayout({ children }: { children: ReactNode }) {
  return <Words of={["intake", "transfers.link"]}>{children}</Words>;
}
