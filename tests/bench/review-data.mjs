// What the benches of the review queue fill a store with, and how they are worked through.

/** One in `PRIORITIES` comes first, so that what is decided lies among so many. */
export const PRIORITIES = 40;
export const THREADS = 2000;
/** When the first was posted; one each half second since then. */
export const AT = Date.now() - 7 * 86_400_000;
/** Rounds before those that count, since code is slow while it is young. */
export const WARM = 4;
const VERDICT = { rev: 1, rulesetV: 1, level: 'hold', ms: 0, hits: [], errors: [] };

/** A comment as it is stored; what waits is in a queue and out of sight. */
export function docOf(i, isQueued) {
  const at = new Date(AT + i * 500);
  const _id = `bench-${String(i).padStart(8, '0')}`;
  const place = {
    queue: 'premod',
    queuedAt: at,
    firstQueuedAt: at,
    priority: i % PRIORITIES,
    priorityParts: { level: i % PRIORITIES },
  };
  return {
    ...{ _id, siteId: 'demo', threadId: `thread-${i % THREADS}`, parentId: null, rootId: _id, depth: 0 },
    ...{ authorId: `author-${i % 50_000}`, authorName: 'Anaïs', authorStaff: false, createdAt: at, lang: 'fr', rev: 1 },
    ...{ text: `Le conseil a voté la rénovation de la halle (${i}).`, body: [], textHash: `hash-${i}` },
    listed: !isQueued,
    mod: {
      ...{ v: 1, vis: isQueued ? 'hidden' : 'visible', review: isQueued ? 'open' : 'none', verdict: VERDICT },
      ...(isQueued ? place : {}),
      outbox: [],
    },
  };
}

/**
 * All moderators at work: each claims the next one, reads, and decides, one after the other.
 * @param seats what each asks: `next()` answers a card, `decide(card, act)` nothing that matters
 * @param pace seconds that one reads, as a mean: at three, each decides 1,200 times an hour, which nobody does for long
 * @param counting called once, when the first of the rounds that count begins
 * @returns milliseconds of each claim and of each decision that counts, and when each comment was decided
 */
export async function atDesks(seats, { rounds, pace, counting }) {
  const [claims, decisions, decidedAt] = [[], [], new Map()];
  const read = () => new Promise((resolve) => setTimeout(resolve, pace * (500 + Math.random() * 1000)));
  let isCounting = false;
  await Promise.all(
    seats.map(async ({ next, decide }) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * pace * 1000));
      for (let round = -WARM; round < rounds; round += 1) {
        if (round === 0 && !isCounting) {
          isCounting = true;
          counting(decidedAt.size);
        }
        const asked = performance.now();
        const card = await next();
        const shown = performance.now();
        await read();
        const act = round % 3 === 0 ? { action: 'refuse', codes: ['abuse'] } : { action: 'approve' };
        const sent = performance.now();
        decidedAt.set(card.id, sent);
        await decide(card, act);
        if (round < 0) continue;
        claims.push(shown - asked);
        decisions.push(performance.now() - sent);
      }
    }),
  );
  return { claims, decisions, decidedAt };
}
