import { useEffect, useMemo } from "react";
import { localVocabularies } from "../../locale/local-vocabularies.ts";
import { EmbedBar } from "../embed/EmbedBar.tsx";
import { mayStandHere } from "../embed/framing.ts";
import { FindScreen } from "../find/FindScreen.tsx";
import { Later } from "../parts/Later.tsx";
import { useApp } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import type { Spoken } from "../state/use-locale.ts";
import { useWords } from "../words-context.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { LocaleSwitch } from "./LocaleSwitch.tsx";
import { SkipLinks } from "./SkipLinks.tsx";

// The list must not wait for screens that nobody has opened yet.
const loadService = () => import("../service/ServiceScreen.tsx").then(({ ServiceScreen }) => ServiceScreen);
const loadAsk = () => import("../ask/AskScreen.tsx").then(({ AskScreen }) => AskScreen);
const loadRefused = () => import("../embed/FullPage.tsx").then(({ FrameRefused }) => FrameRefused);
const loadDraftNotice = () => import("./DraftNotice.tsx").then(({ DraftNotice }) => DraftNotice);
const loadPrivacy = () => import("../privacy/PrivacyScreen.tsx").then(({ PrivacyScreen }) => PrivacyScreen);
const loadAccessibility = () =>
  import("../accessibility/AccessibilityScreen.tsx").then(({ AccessibilityScreen }) => AccessibilityScreen);
const loadShortlist = () => import("../shortlist/ShortlistScreen.tsx").then(({ ShortlistScreen }) => ShortlistScreen);
const loadCheck = () => import("../check/CheckScreen.tsx").then(({ CheckScreen }) => CheckScreen);
const loadEmbed = () => import("../embed/EmbedScreen.tsx").then(({ EmbedScreen }) => EmbedScreen);
const loadEquity = () => import("../equity/EquityScreen.tsx").then(({ EquityScreen }) => EquityScreen);
const loadAbout = () => import("../about/AboutScreen.tsx").then(({ AboutScreen }) => AboutScreen);

interface AppProps {
  readonly ready: Ready;
  readonly spoken: Spoken;
  /** Whether the locale that was asked for did not come. */
  readonly localeFailed: boolean;
}

/** Every screen once the data are here; before that the built page itself stands. */
export function App({ ready: loaded, spoken, localeFailed }: AppProps) {
  const words = useWords();
  const route = useApp((state) => state.route);
  const shortlisted = useApp(({ shortlist }) => shortlist.ids.length);
  const localeFrom = useApp((state) => state.localeFrom);
  const embedded = useApp((state) => state.embedded);
  const { title, leaveAddress, logo, embed } = loaded.publication;
  // Labels of terms in the reader's locale; what is searched stays the same.
  const ready = useMemo(
    () => ({ ...loaded, vocabularies: localVocabularies(loaded.vocabularies, spoken.locale.id, spoken.terms) }),
    [loaded, spoken],
  );

  // A new screen starts at its top; the title never holds what was searched for or read.
  useEffect(() => {
    document.title = title;
    if (route.screen !== "find") window.scrollTo(0, 0);
  }, [route, title]);

  if (!mayStandHere(window, embed?.allowedAncestors ?? [])) return <Later load={loadRefused} props={{ title }} />;
  return (
    <>
      <SkipLinks screen={route.screen} />
      {embedded ? (
        <EmbedBar
          title={title}
          leaveAddress={leaveAddress}
          localeSwitch={<LocaleSwitch offered={loaded.publication.locales} />}
        />
      ) : (
        <Header
          title={title}
          leaveAddress={leaveAddress}
          logo={logo}
          current={route.screen}
          shortlisted={shortlisted}
          localeSwitch={<LocaleSwitch offered={loaded.publication.locales} />}
        />
      )}
      {spoken.locale.reviewedBy === null && (
        <Later
          load={loadDraftNotice}
          speak="statements"
          props={{ locale: spoken.locale, publication: ready.publication }}
          quiet
        />
      )}
      {localeFrom === "unknown-link" && <p className="draft">{words.t("locale.unknown")}</p>}
      {localeFailed && <p className="draft">{words.t("locale.failed")}</p>}
      {route.screen === "find" && <FindScreen ready={ready} />}
      {route.screen === "service" && <Later key={route.id} load={loadService} props={{ ready, id: route.id }} />}
      {route.screen === "ask" && <Later load={loadAsk} props={{ ready }} />}
      {route.screen === "shortlist" && (
        <Later load={loadShortlist} speak="sheet" props={{ ready, linked: route.linked }} />
      )}
      {route.screen === "equity" && <Later load={loadEquity} speak="equity" props={{ ready }} />}
      {route.screen === "about" && <Later load={loadAbout} props={{ ready }} />}
      {route.screen === "check" && <Later load={loadCheck} props={{ ready }} />}
      {route.screen === "embed" && <Later load={loadEmbed} props={{ ready }} />}
      {route.screen === "privacy" && <Later load={loadPrivacy} speak="statements" props={{ ready }} />}
      {route.screen === "accessibility" && (
        <Later load={loadAccessibility} speak="statements" props={{ publication: ready.publication }} />
      )}
      {!embedded && <Footer />}
    </>
  );
}
