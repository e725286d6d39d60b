type Rgb = readonly [red: number, green: number, blue: number];

function rgb(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`"${hex}" is not a colour of the form #rrggbb.`);
  const part = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Relative luminance of an `#rrggbb` colour, 0 (black) to 1 (white): WCAG 2.2, definition of relative luminance. */
export function luminance(hex: string): number {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = rgb(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21: WCAG 2.2, definition of contrast ratio. Throws on other forms. */
export function contrast(a: string, b: string): number {
  const [light, dark] = luminance(a) > luminance(b) ? [a, b] : [b, a];
  return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
}

/** What the eye sees of a colour laid over a ground at an opacity from 0 to 1; all as `#rrggbb`. */
export function laidOver(colour: string, ground: string, opacity: number): string {
  const under = rgb(ground);
  return `#${rgb(colour)
    .map((value, i) => Math.round(value * opacity + (under[i] ?? 0) * (1 - opacity)))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}
