import { useEffect, useRef, useState } from "react";
import { TextOnlySwitch } from "../map/TextOnlySwitch.tsx";
import { useApp, useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { forgetHere } from "./forget.ts";
import { PrivacyText } from "./PrivacyText.tsx";

function Forget() {
  const words = useWords();
  const store = useAppStore();
  const forgotten = useApp((state) => state.forgotten);
  const [busy, setBusy] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  // The button's screen is made anew on the way, so that focus would be lost.
  useEffect(() => {
    if (forgotten !== null) said.current?.focus();
  }, [forgotten]);
  return (
    <>
      <p>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void forgetHere(store).finally(() => setBusy(false));
          }}
        >
          {words.t("forget.button")}
        </button>
      </p>
      <p role="status" ref={said} tabIndex={-1}>
        {forgotten === "all" && <strong>{words.t("forget.done")}</strong>}
        {forgotten === "in-part" && <strong>{words.t("forget.inPart")}</strong>}
      </p>
    </>
  );
}

export function PrivacyScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  return (
    <main className="page" id="main" tabIndex={-1}>
      <PrivacyText
        publication={ready.publication}
        ways={
          <>
            <Forget />
            <TextOnlySwitch label={words.t("privacy.textOnly")} />
          </>
        }
      />
    </main>
  );
}
