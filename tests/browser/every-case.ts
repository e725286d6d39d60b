/**
 * Whether every case of every promise is tried (`npm run test:promises`). On each change every promise is tried by its
 * main cases, so that the whole check stays short.
 */
export const EVERY_CASE = process.env.EVERY_CASE === "1";
