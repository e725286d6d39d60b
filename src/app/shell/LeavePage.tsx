import { useEffect } from "react";
import { useWords } from "../words-context.tsx";
import { leavePage } from "./leave.ts";

/** How long the three presses of Shift may take, in milliseconds. */
const SHIFT_WINDOW = 3000;

/** A way out on every screen: the red button, or Shift three times. It works as a plain link where no script runs. */
export function LeavePage({ address }: { readonly address: string }) {
  const words = useWords();
  useEffect(() => {
    let presses: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Shift" || event.repeat) {
        if (event.key !== "Shift") presses = [];
        return;
      }
      presses = [...presses.filter((time) => event.timeStamp - time < SHIFT_WINDOW), event.timeStamp];
      if (presses.length >= 3) leavePage(address);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [address]);
  return (
    <a
      className="leave"
      href={address}
      rel="noopener noreferrer nofollow"
      title={words.t("leave.hint")}
      onClick={(event) => {
        event.preventDefault();
        leavePage(address);
      }}
    >
      {words.t("leave.button")}
    </a>
  );
}
