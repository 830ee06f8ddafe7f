import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function RulesLayout({ children }: { children: ReactNode }) {
  return <Words of={["rules", "law.step", "law.claimKind"]}>{children}</Words>;
}
