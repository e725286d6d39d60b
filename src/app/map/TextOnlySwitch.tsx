import { useId } from "react";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { chooseTextOnly, startsTextOnly } from "./text-only.ts";

/** Whether the map stays away: as the person chose, else as the browser asks. */
export function useTextOnly(): boolean {
  return useApp(({ textOnly }) => textOnly) ?? startsTextOnly();
}

/** While it is on, nothing of the map is loaded. */
export function TextOnlySwitch({ label }: { readonly label: string }) {
  const store = useAppStore();
  const textOnly = useTextOnly();
  const id = useId();
  return (
    <p className="text-only">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={textOnly}
        checked={textOnly}
        onChange={() => chooseTextOnly(store, !textOnly)}
      />
      <label htmlFor={id}>{label}</label>
    </p>
  );
}
