import type { ReactNode } from "react";
import { Words } from "@/components/shell/words";

export default function FilesLayout({ children }: { children: ReactNode }) {
  return (
    <Words
      of={[
        "files",
        "law.access",
        "law.condition",
        "law.mentionRole",
        "law.secrecy",
        "law.stage",
        "people.find",
        "people.link",
        "register",
      ]}
    >
      {children}
    </Words>
  );
}
