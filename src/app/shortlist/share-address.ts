/** Address of a list: ids only. Nothing of the person who made it, what they searched for or where they are. */
export function shareAddress(
  location: { readonly origin: string; readonly pathname: string },
  ids: readonly string[],
): string {
  return `${location.origin}${location.pathname}#/shortlist?ids=${ids.join(",")}`;
}
