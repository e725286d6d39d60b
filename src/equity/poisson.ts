/** Bounds of a count of events, in events. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Normal deviate of a two-sided 95 % interval. */
const Z = 1.959963984540054;
const TAIL = 0.025;
/** Below this the exact bounds are worked out; from it on Byar's approximation is within 0.01 of them. */
const EXACT_BELOW = 10;

/** P(X ≤ count) of a Poisson variable: e^-mean Σ mean^k / k!. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The mean at which P(X ≤ count) falls to `probability`, by halving: it falls as the mean grows. */
function meanWhere(count: number, probability: number): number {
  let low = 0;
  let high = 4 * (count + 5);
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (atMost(count, middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * 95 % interval of a count taken as Poisson: exact for counts under 10 (Garwood, Fiducial limits for the Poisson
 * distribution, Biometrika 28 (1936), 437-442), Byar's approximation from 10 on (Breslow and Day, Statistical Methods
 * in Cancer Research II (IARC 1987), page 69). Services are no random sample: the interval says how little a small
 * count can bear, not where some true number lies.
 */
export function poissonInterval(count: number): Interval {
  if (count < EXACT_BELOW) {
    return {
      low: count === 0 ? 0 : meanWhere(count - 1, 1 - TAIL),
      high: meanWhere(count, TAIL),
    };
  }
  const byar = (n: number, sign: 1 | -1): number => n * (1 - 1 / (9 * n) + (sign * Z) / (3 * Math.sqrt(n))) ** 3;
  return { low: byar(count, -1), high: byar(count + 1, 1) };
}
