/**
 * In a frame, links to other sites open beside the page: most sites refuse to be framed, and nobody should be kept in
 * a small window of one that does not. Returns how to stop.
 */
export function openOthersOutside(page: Document): () => void {
  const onClick = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !/^https?:$/.test(link.protocol)) return;
    if (link.origin === window.location.origin) return;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  };
  page.addEventListener("click", onClick, { capture: true });
  return () => page.removeEventListener("click", onClick, { capture: true });
}
