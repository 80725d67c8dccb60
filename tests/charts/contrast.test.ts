import { describe, expect, it } from 'vitest';
import { PALE } from '../../src/charts/draw-heatmap';
import { STEPS } from '../../src/charts/heatmap';
import { contrast, luminance, over, rgb, tokens } from './theme';

const GROUNDS = ['paper', 'raised', 'sunken'];
const TEXTS = [
  'ink',
  'muted',
  'accent',
  'accent-strong',
  'return',
  'loss',
  ...[1, 2, 3, 4, 5, 6].map((n) => `series-${n}`),
];
const PARTS = ['edge', 'focus'];
const RAMPS = ['rate', 'money', 'count'];
const steps = Array.from({ length: STEPS }, (_, step) => step);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const all = tokens(theme);
  const colour = (name: string) => {
    const hex = all.get(name);
    if (!hex) throw new Error(`theme.css has no --${name}`);
    return rgb(hex);
  };

  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground])))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(PARTS.flatMap((part) => GROUNDS.map((ground) => [part, ground])))(
    '%s is seen on %s',
    (part, ground) => {
      expect(contrast(colour(part), colour(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(['accent', 'accent-strong'])('the words of a main button can be read on %s', (ground) => {
    expect(contrast(colour('on-accent'), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(RAMPS)('a figure can be read on every step of the %s scale', (ramp) => {
    for (const step of steps)
      expect(contrast(colour(`heat-ink-${step}`), colour(`heat-${ramp}-${step}`))).toBeGreaterThanOrEqual(
        4.5,
      );
  });

  it.each(RAMPS)('a figure can be read on every pale step of the %s scale', (ramp) => {
    for (const step of steps) {
      const ground = over(colour(`heat-${ramp}-${step}`), colour('pale'), PALE);
      expect(contrast(colour('ink'), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(RAMPS)('high is far from the paper on the %s scale, each step seen beside the next', (ramp) => {
    for (const step of steps.slice(1)) {
      const [before, here] = [
        luminance(colour(`heat-${ramp}-${step - 1}`)),
        luminance(colour(`heat-${ramp}-${step}`)),
      ];
      const [lighter, darker] = theme === 'light' ? [before, here] : [here, before];
      expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThan(1.15);
    }
  });

  it('no colour of theme.css is left unchecked but the faint rule between rows, which carries nothing', () => {
    const heat = steps.flatMap((step) => ['ink', ...RAMPS].map((ramp) => `heat-${ramp}-${step}`));
    const checked = [...GROUNDS, ...TEXTS, ...PARTS, ...heat, 'on-accent', 'pale', 'rule'];
    expect([...all.keys()].sort()).toEqual(checked.sort());
  });
});
