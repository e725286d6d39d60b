import { useEffect } from "react";
import { AboutScreen } from "../about/AboutScreen.tsx";
import { FindScreen } from "../find/FindScreen.tsx";
import { ServiceScreen } from "../service/ServiceScreen.tsx";
import { useApp } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { SkipLinks } from "./SkipLinks.tsx";

/** Every screen once the data are here; before that the built page itself stands. */
export function App({ ready }: { readonly ready: Ready }) {
  const route = useApp((state) => state.route);
  const { title, leaveAddress } = ready.publication;

  // A new screen starts at its top; the title never holds what was searched for or read.
  useEffect(() => {
    document.title = title;
    if (route.screen !== "find") window.scrollTo(0, 0);
  }, [route, title]);

  return (
    <>
      <SkipLinks screen={route.screen} />
      <Header title={title} leaveAddress={leaveAddress} current={route.screen === "service" ? "other" : route.screen} />
      {route.screen === "find" && <FindScreen ready={ready} />}
      {route.screen === "service" && <ServiceScreen key={route.id} ready={ready} id={route.id} />}
      {route.screen === "about" && <AboutScreen ready={ready} />}
      <Footer />
    </>
  );
}
