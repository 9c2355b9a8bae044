// What a machine that others use, too, can say of times: the best of some tries, and whether two rows of them differ.

/** Milliseconds of the best of some tries; no more tries than are needed to be below `most`. `work` answers what is wrong with an answer. */
export async function bestOf(times, most, work) {
  let least = Infinity;
  const wrong = new Set();
  for (let i = 0; i < times && least >= most; i += 1) {
    const started = performance.now();
    const fault = await work();
    least = Math.min(least, performance.now() - started);
    if (fault) wrong.add(fault);
  }
  return [...wrong, least < most ? '' : `took ${least.toFixed(0)} ms`];
}

/** A number of a case's words, with what stands before it and behind; `otherwise` if it says none. */
export function numberIn(text, pattern, otherwise) {
  const [, digits, thousands] = pattern.exec(text) ?? [];
  if (digits === undefined) return otherwise;
  const [base, power] = digits.split('^').map(Number);
  return (power === undefined ? base : base ** power) * (/k/i.test(thousands ?? '') ? 1000 : 1);
}

/**
 * How likely two rows of numbers are to differ as much as they do if nothing but chance makes them (Mann–Whitney U, two-sided, by the
 * normal approximation, which serves from some twenty of each on).
 */
export function mannWhitney(a, b) {
  const all = [...a.map((value) => ({ value, isA: true })), ...b.map((value) => ({ value, isA: false }))];
  all.sort((one, other) => one.value - other.value);
  let ranks = 0;
  let ties = 0;
  for (let i = 0; i < all.length;) {
    let end = i;
    while (end < all.length && all[end].value === all[i].value) end += 1;
    const rank = (i + 1 + end) / 2;
    for (let k = i; k < end; k += 1) if (all[k].isA) ranks += rank;
    ties += (end - i) ** 3 - (end - i);
    i = end;
  }
  const [n, m, whole] = [a.length, b.length, all.length];
  const u = ranks - (n * (n + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (whole + 1 - ties / (whole * (whole - 1))));
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / spread;
  return 2 * upperTail(z);
}

/** Of the normal distribution (Abramowitz and Stegun, 26.2.17). */
function upperTail(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
