"use client";

import { useEffect } from "react";

type MarkViewedProps = {
  proceeding: string;
  hash: string;
  mark: (input: { proceeding: string; hash: string }) => Promise<unknown>;
};

/** Tells the server that this dossier is on the screen; an effect, so that a prefetched page tells nothing. */
export function MarkViewed({ proceeding, hash, mark }: MarkViewedProps) {
  useEffect(() => {
    void mark({ proceeding, hash });
  }, [proceeding, hash, mark]);
  return null;
}
