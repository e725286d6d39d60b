import { useLinks } from "../links-context.tsx";
import { useWords } from "../words-context.tsx";

export function Footer() {
  const words = useWords();
  const links = useLinks();
  return (
    <footer className="footer">
      <p>{words.t("search.private")}</p>
      <ul>
        <li>
          <a href={links.about}>{words.t("footer.about")}</a>
        </li>
        <li>
          <a href={links.privacy}>{words.t("footer.privacy")}</a>
        </li>
        <li>
          <a href={links.privacy}>{words.t("forget.button")}</a>
        </li>
        <li>
          <a href={links.accessibility}>{words.t("footer.accessibility")}</a>
        </li>
        <li>
          <a href={links.boroughs}>{words.t("footer.boroughs")}</a>
        </li>
      </ul>
      <p>
        {words.t("map.credits")}. {words.t("nothing.phone")}
      </p>
    </footer>
  );
}
