"use client";

import { createContext, useContext } from "react";

/** Single-key shortcuts can be switched off: speech input and some keyboards press them by accident. */
const Shortcuts = createContext({ enabled: true });

export const ShortcutsProvider = Shortcuts.Provider;

export function useShortcuts(): { enabled: boolean } {
  return useContext(Shortcuts);
}
