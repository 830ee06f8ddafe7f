import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function ProofsLayout({ children }: { children: ReactNode }) {
  return <Words of={["proofs.check"]}>{children}</Words>;
}
