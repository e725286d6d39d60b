/** A `mailto:` address made from its parts, so that nothing in them can add a header or a second reader. */
export function mailtoLink(address: string, subject?: string, body?: string): string {
  const parts = [
    subject === undefined ? null : `subject=${encodeURIComponent(subject)}`,
    body === undefined ? null : `body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`,
  ].filter((part) => part !== null);
  const [local = "", domain = ""] = address.split("@");
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}
