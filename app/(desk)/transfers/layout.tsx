import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function TransfersLayout({ children }: { children: ReactNode }) {
  return <Words of={["transfers", "register"]}>{children}</Words>;
}
