import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { AppState, AppStore } from "./store.ts";

export const StoreContext = createContext<AppStore | null>(null);

export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("useAppStore needs a StoreContext above it.");
  return store;
}

/** A fact of the state, or something made from it; renders again only when that changes. */
export function useApp<T>(pick: (state: AppState) => T): T {
  return useStore(useAppStore(), pick);
}
