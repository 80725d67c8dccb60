export interface Nodes {
  /** Points in (−1, 1). */
  at: Float64Array;
  weight: Float64Array;
}

/** Points and weights of Gauss and Legendre's rule, by Newton's steps on the Legendre polynomial. */
function gaussLegendre(count: number): Nodes {
  const at = new Float64Array(count);
  const weight = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let [before, now] = [0, 1];
      for (let n = 1; n <= count; n++) [before, now] = [now, ((2 * n - 1) * x * now - (n - 1) * before) / n];
      slope = (count * (x * now - before)) / (x * x - 1);
      x -= now / slope;
    }
    at[i] = x;
    weight[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { at, weight };
}

const known = new Map<number, Nodes>();

/** The points and weights of a rule of `count` points on each of `panels` equal parts of from..to. */
export function nodesOn(from: number, to: number, count = 48, panels = 1): Nodes {
  let nodes = known.get(count);
  if (!nodes) known.set(count, (nodes = gaussLegendre(count)));
  const half = (to - from) / panels / 2;
  const placed: Nodes = { at: new Float64Array(count * panels), weight: new Float64Array(count * panels) };
  for (let panel = 0; panel < panels; panel++)
    for (let i = 0; i < count; i++) {
      placed.at[panel * count + i] = from + (2 * panel + 1) * half + half * nodes.at[i]!;
      placed.weight[panel * count + i] = half * nodes.weight[i]!;
    }
  return placed;
}

/** ∫ f from `from` to `to`. */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  count = 48,
  panels = 1,
): number {
  const { at, weight } = nodesOn(from, to, count, panels);
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += weight[i]! * f(at[i]!);
  return sum;
}
