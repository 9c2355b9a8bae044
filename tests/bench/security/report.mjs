// What was tried, what came of it, and what could not be tried. A measure runs in a process of its own and tells case by case, so that
// what was tried before it broke is not lost with it.

export const short = (what) => {
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  return text.length > 90 ? `${text.slice(0, 90)}… (${text.length})` : text;
};

/**
 * The side that tries.
 * @param tell takes one message: `{ measure, what, wrong }` of a case, `{ measure, what, why }` of one that was not run, or `{ measure, ms }`
 */
export function createReport(tell) {
  return {
    of: (measure) => ({
      /** Tries one case: `check` answers what is wrong with it, as text or texts, or nothing. */
      async judge(what, check) {
        let wrong;
        try {
          wrong = [(await check()) ?? []].flat().filter(Boolean);
        } catch (error) {
          wrong = [`broke: ${error.stack?.split('\n').slice(0, 3).join(' ') ?? error}`];
        }
        tell({ measure, what: short(what), wrong: wrong.slice(0, 5).map(short) });
      },
      /** A case that nobody here knows how to try, or whose subject does not exist. */
      skip: (what, why) => tell({ measure, what: short(what), why }),
      took: (ms) => tell({ measure, ms }),
    }),
  };
}

/** The side that counts. A case counts once, however much is wrong with it. */
export function createTable() {
  const rows = new Map();
  const rowOf = (measure) => {
    if (!rows.has(measure)) rows.set(measure, { cases: 0, failed: [], skipped: [], worstMs: null });
    return rows.get(measure);
  };
  return {
    take({ measure, what, wrong, why, ms }) {
      const row = rowOf(measure);
      if (ms !== undefined) {
        row.worstMs = Math.max(row.worstMs ?? 0, ms);
        return;
      }
      row.cases += 1;
      if (why !== undefined) row.skipped.push({ what, why });
      else if (wrong.length > 0) row.failed.push({ what: `${row.cases}. ${what}`, wrong });
    },
    /** Prints the table and what is behind it; answers whether nothing failed. */
    print({ failuresShown = 8 } = {}) {
      for (const [measure, { failed }] of rows) {
        for (const { what, wrong } of failed.slice(0, failuresShown))
          console.log(`FAILED ${measure}: ${what}\n         ${wrong.slice(0, 3).join('\n         ')}`);
        if (failed.length > failuresShown)
          console.log(`       … and ${failed.length - failuresShown} more of ${measure}`);
      }
      for (const [measure, { skipped }] of rows)
        for (const { what, why } of skipped) console.log(`not run  ${measure}: ${what}: ${why}`);
      const table = [...rows].map(([measure, { cases, failed, skipped, worstMs }]) => [
        measure,
        {
          ...{ cases, failures: failed.length, 'not run': skipped.length },
          'worst ms': worstMs === null ? '' : Math.round(worstMs * 10) / 10,
        },
      ]);
      console.table(Object.fromEntries(table));
      return [...rows.values()].every(({ failed }) => failed.length === 0);
    },
  };
}
