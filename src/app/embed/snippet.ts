/** Heights offered, in CSS pixels. */
export const HEIGHTS = [600, 800, 1000] as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Address of the page with its presets, as a frame in another site's page asks for it. */
export function embedAddress(page: string, presets: URLSearchParams): string {
  const params = new URLSearchParams([["embed", "1"], ...presets]);
  return `${page.split("#")[0] ?? ""}#/?${params.toString().replaceAll("%2C", ",")}`;
}

/** The same page on its own: what is chosen stays, the mark of the frame goes. */
export function fullPageAddress(href: string): string {
  const [page = "", fragment = ""] = href.split("#", 2);
  const [path = "", query = ""] = fragment.split("?", 2);
  const params = new URLSearchParams(query);
  params.delete("embed");
  const rest = params.toString().replaceAll("%2C", ",");
  return `${page}#${path === "" ? "/" : path}${rest === "" ? "" : `?${rest}`}`;
}

/** The lines that a council's web team pastes into its page. The device's place may be asked for, and only when pressed. */
export function iframeSnippet(address: string, title: string, height: number): string {
  return [
    `<iframe src="${escaped(address)}"`,
    `  title="${escaped(title)}" width="100%" height="${height}" style="border: 0"`,
    `  loading="lazy" allow="geolocation; clipboard-write" referrerpolicy="strict-origin"></iframe>`,
    `<p><a href="${escaped(fullPageAddress(address))}">${escaped(title)}</a></p>`,
  ].join("\n");
}
