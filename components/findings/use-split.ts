"use client";

import { useEffect, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from "react";

const least = 25;
const most = 75;
const step = 3;
const usual = 63;

/** Two rooms side by side and the wall between them, moved by hand or by arrow keys, remembered in this browser. */
export function useSplit(memory: string) {
  const [share, setShare] = useState(usual);
  // After the first drawing: the server knows no memory of a browser.
  useEffect(() => {
    const recalling = setTimeout(() => setShare(recall(memory)), 0);
    return () => clearTimeout(recalling);
  }, [memory]);
  const move = (to: number): void => {
    const next = Math.min(most, Math.max(least, Math.round(to)));
    setShare(next);
    try {
      localStorage.setItem(memory, String(next));
    } catch {
      return;
    }
  };
  const separator = {
    role: "separator",
    tabIndex: 0,
    "aria-orientation": "vertical" as const,
    "aria-valuemin": least,
    "aria-valuemax": most,
    "aria-valuenow": share,
    onPointerDown: (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent) => {
      const box = event.currentTarget.parentElement?.getBoundingClientRect();
      if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      move(((event.clientX - box.left) / box.width) * 100);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "ArrowLeft") move(share - step);
      if (event.key === "ArrowRight") move(share + step);
    },
  };
  const style = { "--split": `minmax(0,${share}fr) 8px minmax(0,${100 - share}fr)` } as CSSProperties;
  return { separator, style };
}

function recall(memory: string): number {
  const kept = Number(localStorage.getItem(memory));
  return kept >= least && kept <= most ? kept : usual;
}
