import { useEffect } from "react";
import { useWords } from "../words-context.tsx";
import { openOthersOutside } from "./open-outside.ts";
import { fullPageAddress } from "./snippet.ts";

/** The way from a frame to the whole page; while it stands there, links to other sites open beside the page. */
export function FullPageLink() {
  const words = useWords();
  useEffect(() => openOthersOutside(document), []);
  return (
    <a
      href={fullPageAddress(window.location.href)}
      target="_blank"
      rel="noopener"
      onClick={({ currentTarget }) => {
        // What is chosen changes the address without this link hearing of it.
        currentTarget.href = fullPageAddress(window.location.href);
      }}
    >
      {words.t("embed.full")}
    </a>
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
