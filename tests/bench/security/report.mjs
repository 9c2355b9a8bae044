// What was tried, what came of it, and what could not be tried.

/** One measure's numbers. A case counts once, however much is wrong with it. */
function createTally() {
  const failed = new Map();
  const skipped = [];
  let cases = 0;
  let worstMs = null;
  return {
    /** Tries one case: `check` answers what is wrong with it, as text or texts, or nothing. */
    async judge(what, check) {
      cases += 1;
      let wrong;
      try {
        wrong = [(await check()) ?? []].flat().filter(Boolean);
      } catch (error) {
        wrong = [`broke: ${error.stack?.split('\n').slice(0, 3).join(' ') ?? error}`];
      }
      if (wrong.length > 0) failed.set(`${cases}. ${short(what)}`, wrong);
    },
    /** A case that nobody here knows how to try, or whose subject does not exist. */
    skip(what, why) {
      cases += 1;
      skipped.push(`${short(what)}: ${why}`);
    },
    took(ms) {
      worstMs = Math.max(worstMs ?? 0, ms);
    },
    read: () => ({ cases, failed, skipped, worstMs }),
  };
}

export const short = (what) => {
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  return text.length > 90 ? `${text.slice(0, 90)}… (${text.length})` : text;
};

export function createReport() {
  const tallies = new Map();
  return {
    of(measure) {
      if (!tallies.has(measure)) tallies.set(measure, createTally());
      return tallies.get(measure);
    },
    /** Prints the table and what is behind it; answers whether nothing failed. */
    print({ failuresShown = 8 } = {}) {
      const rows = [...tallies].map(([measure, tally]) => [measure, tally.read()]);
      for (const [measure, { failed }] of rows) {
        for (const [what, wrong] of [...failed].slice(0, failuresShown))
          console.log(`FAILED ${measure}: ${what}\n         ${wrong.slice(0, 3).map(short).join('\n         ')}`);
        if (failed.size > failuresShown) console.log(`       … and ${failed.size - failuresShown} more of ${measure}`);
      }
      for (const [measure, { skipped }] of rows) for (const one of skipped) console.log(`not run  ${measure}: ${one}`);
      const table = rows.map(([measure, { cases, failed, skipped, worstMs }]) => [
        measure,
        {
          cases,
          failures: failed.size,
          'not run': skipped.length,
          'worst ms': worstMs === null ? '' : Math.round(worstMs * 10) / 10,
        },
      ]);
      console.table(Object.fromEntries(table));
      return rows.every(([, { failed }]) => failed.size === 0);
    },
  };
}
