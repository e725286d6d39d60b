/**
 * Whether every case of every promise is tried (`npm run test:promises`). On each change every promise is tried by its
 * main cases, so that the whole check stays short.
 */
export const EVERY_CASE = process.env.EVERY_CASE === "1";

/** Declares a case beside the main ones only where every case is tried: a test that is skipped counts as failed. */
export function besides(declare: () => void): void {
  if (EVERY_CASE) declare();
}
