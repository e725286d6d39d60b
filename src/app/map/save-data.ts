interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether the browser asks to save data, or the line is too slow for a map that nobody asked for. */
export function asksToSaveData(browser: Navigator, page: Partial<Pick<Window, "matchMedia">> = window): boolean {
  const connection = (browser as Navigator & { readonly connection?: Connection }).connection;
  return (
    connection?.saveData === true ||
    /2g/.test(connection?.effectiveType ?? "") ||
    page.matchMedia?.("(prefers-reduced-data: reduce)").matches === true
  );
}
