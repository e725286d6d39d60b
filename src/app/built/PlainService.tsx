import type { Service } from "../../services/service.ts";
import { useLinks } from "../links-context.tsx";
import { ServiceDetails } from "../service/ServiceDetails.tsx";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import type { BuildInput } from "./built-pages.tsx";

export function PlainService({ input, service }: { readonly input: BuildInput; readonly service: Service }) {
  const words = useWords();
  const links = useLinks();
  const today = useToday();
  return (
    <main className="page" id="main">
      <p>
        <a href={links.boroughs}>{words.t("footer.boroughs")}</a> ·{" "}
        <a href={links.find}>{words.t("pages.openSearch")}</a>
      </p>
      <ServiceDetails
        service={service}
        vocabularies={input.vocabularies}
        publication={input.publication}
        today={today}
      />
    </main>
  );
}
