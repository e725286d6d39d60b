import type { ReactNode } from "react";
import { useLinks } from "../links-context.tsx";
import { useWords } from "../words-context.tsx";
import { LeavePage } from "./LeavePage.tsx";

interface HeaderProps {
  readonly title: string;
  readonly leaveAddress: string;
  /** The publisher's logo, from the site's root; absent: our own drawing. */
  readonly logo?: string | undefined;
  /** Name of the screen or page that is open. */
  readonly current: string;
  /** How many services are on the person's list; absent where no list can be kept. */
  readonly shortlisted?: number;
  readonly localeSwitch?: ReactNode;
}

/** Drawn in the page's own colours. */
function OwnLogo() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path className="brand-ground" d="M16 1C8.3 1 3 6.6 3 13.4 3 22 16 31 16 31s13-9 13-17.6C29 6.6 23.7 1 16 1Z" />
      <path
        className="brand-hands"
        d="M9 15.5c2-3.4 4.600-3.400 7-.6 2.400-2.800 5-2.800 7 .6-2 3.800-4.400 5.400-7 7.300-2.600-1.900-5-3.500-7-7.300Z"
      />
      <circle className="brand-head" cx="16" cy="9" r="3" />
    </svg>
  );
}

/** The frame of every screen: what this is, where else to go, and the way out. */
export function Header({ title, leaveAddress, logo, current, shortlisted, localeSwitch }: HeaderProps) {
  const words = useWords();
  const links = useLinks();
  return (
    <header className="header">
      <a className="brand" href={links.find}>
        {logo === undefined ? <OwnLogo /> : <img src={links.download(logo)} alt="" height={32} />}
        <span>{title}</span>
      </a>
      <nav aria-label={words.t("nav.label")}>
        <ul>
          <li>
            <a href={links.find} aria-current={current === "find" ? "page" : undefined}>
              {words.t("nav.find")}
            </a>
          </li>
          {shortlisted !== undefined && (
            <li>
              <a href={links.shortlist} aria-current={current === "shortlist" ? "page" : undefined}>
                {words.t("nav.shortlist", { count: words.number(shortlisted) })}
              </a>
            </li>
          )}
          <li>
            <a href={links.equity} aria-current={current === "equity" ? "page" : undefined}>
              {words.t("nav.equity")}
            </a>
          </li>
          <li>
            <a href={links.about} aria-current={current === "about" ? "page" : undefined}>
              {words.t("nav.about")}
            </a>
          </li>
        </ul>
      </nav>
      {localeSwitch}
      <LeavePage address={leaveAddress} />
    </header>
  );
}
