import { type ReactNode, useEffect } from "react";
import { LeavePage } from "../shell/LeavePage.tsx";
import { useWords } from "../words-context.tsx";
import { openOthersOutside } from "./framing.ts";
import { fullPageAddress } from "./snippet.ts";

interface EmbedBarProps {
  readonly title: string;
  readonly leaveAddress: string;
  readonly localeSwitch?: ReactNode;
}

/** In another site's page the header is this: what it is, the way to the whole of it, and the way out. */
export function EmbedBar({ title, leaveAddress, localeSwitch }: EmbedBarProps) {
  const words = useWords();
  useEffect(() => openOthersOutside(document), []);
  return (
    <header className="header header-embedded">
      <strong>{title}</strong>
      <a
        href={fullPageAddress(window.location.href)}
        target="_blank"
        rel="noopener"
        onClick={({ currentTarget }) => {
          // What is chosen changes the address without this bar hearing of it.
          currentTarget.href = fullPageAddress(window.location.href);
        }}
      >
        {words.t("embed.full")}
      </a>
      {localeSwitch}
      <LeavePage address={leaveAddress} />
    </header>
  );
}

/** What a frame shows where the publisher has not allowed one. */
export function FrameRefused({ title }: { readonly title: string }) {
  const words = useWords();
  return (
    <main className="page" id="main">
      <p>{words.t("embed.refused")}</p>
      <p>
        <a href={fullPageAddress(window.location.href)} target="_blank" rel="noopener">
          {title}: {words.t("embed.full")}
        </a>
      </p>
    </main>
  );
}
