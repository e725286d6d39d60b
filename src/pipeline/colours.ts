import { contrast, laidOver } from "../overlays/contrast.ts";

/** A publisher's own colours, `#rrggbb`: of what can be pressed, and of what is chosen. */
export interface OwnColours {
  readonly teal?: string;
  readonly marigold?: string;
}

/** Least contrast of words to what is behind them: WCAG 2.2, success criterion 1.4.3. */
const LEAST = 4.5;

/** Least contrast of what is no word but must be seen: WCAG 2.2, success criterion 1.4.11. */
const LEAST_APART = 3;

/** The page's own two, of `src/app/styles/base.css`. */
const OUR_COLOURS = { teal: "#00605c", marigold: "#f5b82e" } as const;

/** The grounds and inks of `src/app/styles/base.css` that a colour stands on, or that stand on it. */
export const GROUNDS = {
  light: { paper: "#faf6ee", surface: "#fffdf8", ink: "#14231d" },
  dark: { paper: "#0f1714", surface: "#17211d", ink: "#eef3ef" },
} as const;
const INKS = { teal: ["#ffffff", "#06201d"], marigold: ["#2b1d00", "#ffffff"] } as const;

/** What is wrong with a colour, as what was expected; null when it may be used. */
export function colourFault(name: keyof OwnColours, colour: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return 'a colour such as "#00605c"';
  if (name === "marigold") return inkOn("marigold", colour) === null ? "a lighter or a darker colour" : null;
  const ground = Object.values(GROUNDS.light)
    .slice(0, 2)
    .find((behind) => contrast(colour, behind) < LEAST);
  if (ground !== undefined) {
    const found = Math.floor(contrast(colour, ground) * 10) / 10;
    return `a darker colour (at least ${LEAST} to 1 against the page's ${ground}; this has ${found})`;
  }
  return null;
}

/** What is wrong with the two together, as what was expected; null when what is chosen stands out on the map, where both are the same by day and by night. */
export function pairFault({ teal = OUR_COLOURS.teal, marigold = OUR_COLOURS.marigold }: OwnColours): string | null {
  const found = contrast(teal, marigold);
  if (found >= LEAST_APART) return null;
  return `two colours that can be told apart (at least ${LEAST_APART} to 1; "teal" ${teal} and "marigold" ${marigold} have ${Math.floor(found * 10) / 10})`;
}

function inkOn(name: keyof typeof INKS, colour: string): string | null {
  return INKS[name].find((ink) => contrast(ink, colour) >= LEAST) ?? null;
}

/** A colour as light as it must be to be read on the dark page, also on its own tint. */
function onDark(colour: string): string {
  for (let share = 0; share < 1; share += 0.04) {
    const lighter = laidOver("#ffffff", colour, share);
    const { surface, paper } = GROUNDS.dark;
    // The tint is the lightest ground that words of this colour stand on.
    if (contrast(lighter, surface) >= LEAST && contrast(lighter, tint(lighter, paper)) >= LEAST) return lighter;
  }
  return "#ffffff";
}

const tint = (colour: string, paper: string): string => laidOver(colour, paper, 0.14);

/** The lightest tint under which words of the colour can still be read, from a seventh down to nothing. */
function softOf(colour: string, paper: string): string {
  for (let share = 0.14; share > 0; share -= 0.02) {
    const soft = laidOver(colour, paper, share);
    if (contrast(colour, soft) >= LEAST) return soft;
  }
  return paper;
}

/**
 * Custom properties for a publisher's colours, in the light and in the dark scheme: the tints and the inks are worked
 * out, so that every pair has a contrast of at least 4.5 to 1. "" without any. Colours must have passed `colourFault`.
 */
export function themeCss({ teal, marigold }: OwnColours): string {
  const light: string[] = [];
  const dark: string[] = [];
  if (teal !== undefined) {
    light.push(
      `--teal:${teal}`,
      `--teal-ink:${inkOn("teal", teal)}`,
      `--teal-soft:${softOf(teal, GROUNDS.light.paper)}`,
    );
    const lighter = onDark(teal);
    dark.push(
      `--teal:${lighter}`,
      `--teal-ink:${inkOn("teal", lighter)}`,
      `--teal-soft:${tint(lighter, GROUNDS.dark.paper)}`,
    );
  }
  if (marigold !== undefined) {
    const both = [`--marigold:${marigold}`, `--marigold-ink:${inkOn("marigold", marigold)}`];
    light.push(...both, `--marigold-soft:${laidOver(marigold, GROUNDS.light.paper, 0.2)}`);
    dark.push(...both, `--marigold-soft:${laidOver(marigold, GROUNDS.dark.paper, 0.2)}`);
  }
  if (light.length === 0) return "";
  // One more than the page's own rule: a screen that comes later brings that rule again.
  return `html:root{${light.join(";")}}@media (prefers-color-scheme:dark){html:root{${dark.join(";")}}}`;
}
