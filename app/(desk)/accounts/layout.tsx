import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function AccountsLayout({ children }: { children: ReactNode }) {
  return <Words of={["accounts"]}>{children}</Words>;
}
