/**
 * E.164 of a number already in UK form, for `tel:` links; null when it is not one that a UK phone can dial in full
 * (short codes, text-only numbers). Extensions are left to the caller to read out.
 */
export function dialOf(number: string): string | null {
  const digits = number.replace(/\s*(?:ext|x|extension)\.?\s*\d+$/i, "").replace(/[^\d+]/g, "");
  if (/^\+44\d{9,10}$/.test(digits)) return digits;
  return /^0\d{9,10}$/.test(digits) ? `+44${digits.slice(1)}` : null;
}
