/** A function of (frequency, age, phase), each of them once. */
export function remembered<T>(
  of: (frequency: number, age: number, phase: number) => T,
): (frequency: number, age: number, phase?: number) => T {
  const known = new Map<number, Map<number, T>>();
  return (frequency, age, phase = 0) => {
    const kind = frequency * MOST_PHASES + phase;
    let ages = known.get(kind);
    if (!ages) known.set(kind, (ages = new Map()));
    let found = ages.get(age);
    if (found === undefined) ages.set(age, (found = of(frequency, age, phase)));
    return found;
  };
}

const MOST_PHASES = 64;
