import type { ReactNode } from "react";
import { Later } from "../parts/Later.tsx";
import { LeavePage } from "../shell/LeavePage.tsx";

const loadFullPageLink = () => import("./FullPage.tsx").then(({ FullPageLink }) => FullPageLink);

interface EmbedBarProps {
  readonly title: string;
  readonly leaveAddress: string;
  readonly localeSwitch?: ReactNode;
}

/** In another site's page the header is this: what it is, the way to the whole of it, and the way out. */
export function EmbedBar({ title, leaveAddress, localeSwitch }: EmbedBarProps) {
  return (
    <header className="header header-embedded">
      <strong>{title}</strong>
      <Later load={loadFullPageLink} props={{}} quiet />
      {localeSwitch}
      <LeavePage address={leaveAddress} />
    </header>
  );
}
