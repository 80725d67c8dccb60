import { readFileSync } from 'node:fs';

export type Rgb = [number, number, number];

/** The tokens of theme.css in one theme, hex colours only. */
export function tokens(theme: 'light' | 'dark'): Map<string, string> {
  const css = readFileSync('src/ui/theme.css', 'utf8');
  const found = css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g);
  return new Map(
    [...found].map(([, name, light, dark]) => [name ?? '', (theme === 'light' ? light : dark) ?? '']),
  );
}

export const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;

/** `top` at `opacity` over `ground`, as a browser paints it. */
export const over = (top: Rgb, ground: Rgb, opacity: number): Rgb =>
  top.map((part, index) => part * opacity + (ground[index] ?? 0) * (1 - opacity)) as Rgb;

/** Relative luminance, WCAG 2.2. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
