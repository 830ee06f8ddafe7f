import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return (
    <Words of={["files", "law.condition", "people.compare", "people.find", "register"]}>{children}</Words>
  );
}
