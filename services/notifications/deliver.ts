import { backOff } from '../back-off.ts';
import { createBatch } from '../batch.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { LetterDoc, LetterStore } from '../storage/letters.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { MailOutcome, MailTransport } from './letter.ts';
import { contentOf, type Content, type ContentDeps, type Parcel } from './mail-content.ts';
import type { ServerWatch } from './server-watch.ts';

export interface DeliverDeps extends ContentDeps {
  letters: ContentDeps['letters'] & Pick<LetterStore, 'due' | 'dueTogether' | 'gather' | 'takeUp' | 'putOff' | 'tried'>;
  people: ContentDeps['people'] & Pick<PeopleStore, 'bounceMail'>;
  transport: MailTransport;
  server: ServerWatch;
  /** Domain of the Message-IDs. */
  domain: string;
  log: Logger;
}

export interface Deliverer {
  /** Begins to send what is due, unless that is under way. Comes back at once. */
  sweep(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Begins nothing more, and waits a little for what is under way. */
  stop(): Promise<void>;
}

/** Longer than a mail takes at most (email.ts): only who was killed loses it. */
const LEASE_MS = 90_000;
const TOGETHER_MAX = 50;
const TRIES = 8;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
const READ_AT_ONCE = 100;
const LAST_WAIT_MS = 5000;
/**
 * How many mails are under way at a time: those that failed before have places of their own, so that what never gets through holds
 * up nothing else.
 */
const LANES = [
  { tried: false, places: 7 },
  { tried: true, places: 3 },
] as const;

/**
 * Sends letters that are due. It may be killed anywhere: what it has taken up is anybody's again when the lease lapses, as the same
 * mail with the same Message-ID.
 */
export function createDeliverer(deps: DeliverDeps): Deliverer {
  const underWay = new Set<Promise<void>>();
  const { server } = deps;
  const together = createTogether(deps);
  const takeUp = (letter: LetterDoc): Promise<Parcel | null> => takeUpWith(deps, together, letter);
  let isStopping = false;

  function createLane({ tried, places }: (typeof LANES)[number]): () => void {
    const here = new Set<Promise<void>>();
    let running = false;
    /** Begins with a letter; resolves with whether it was taken up. */
    const begin = (letter: LetterDoc): Promise<boolean> => {
      const taking = takeUp(letter);
      const work = taking
        .then((parcel) => (parcel === null ? undefined : deliver(deps, parcel, { server, sent: together.sent })))
        .catch((err: unknown) =>
          deps.log.warn({ err, letter: letter._id }, 'a mail was interrupted; it goes on by itself'),
        )
        .finally(() => [here, underWay].forEach((set) => set.delete(work)));
      [here, underWay].forEach((set) => set.add(work));
      return taking.then(
        (parcel) => parcel !== null,
        () => false,
      );
    };
    const run = async (): Promise<void> => {
      for (let isAny = true; isAny;) {
        const due = await deps.letters.due(deps.now(), { tried, limit: READ_AT_ONCE });
        // Of those that go in one mail, whichever comes first brings the others with it.
        const firsts = new Map(due.toReversed().map((letter) => [mailOf(letter), letter]));
        const begun: Promise<boolean>[] = [];
        for (const letter of due) {
          if (firsts.get(mailOf(letter)) !== letter) continue;
          while (here.size >= places) await Promise.race(here);
          if (isStopping || server.isAway()) return;
          begun.push(begin(letter));
        }
        isAny = (await Promise.all(begun)).includes(true);
      }
    };
    return () => {
      if (running || isStopping) return;
      running = true;
      const round = run()
        .catch((err: unknown) => deps.log.warn({ err }, 'letters could not be looked for; trying again'))
        .finally(() => {
          running = false;
          underWay.delete(round);
        });
      underWay.add(round);
    };
  }

  const lanes = LANES.map(createLane);
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    sweep: () => lanes.forEach((begin) => begin()),
    idle,
    async stop() {
      isStopping = true;
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([idle(), new Promise((resolve) => (timer = setTimeout(resolve, LAST_WAIT_MS)))]);
      clearTimeout(timer);
      await deps.transport.close();
      await idle();
    },
  };
}

/** What is asked of the database for each mail: of those that are under way in the same moment, together. */
function createTogether({ letters, now }: DeliverDeps) {
  return {
    /** Letters that go in the mail of one that is about a comment. */
    due: createBatch(async (asked: readonly LetterDoc[]) => {
      const limit = TOGETHER_MAX * asked.length;
      const due = await letters.dueTogether([...new Set(asked.map(({ key }) => key))], now(), limit);
      // An address with very many may leave others without any; theirs goes by itself then.
      return asked.map(({ _id, key }) => [...new Set([_id, ...(due.get(key) ?? [])])].slice(0, TOGETHER_MAX));
    }),
    gathered: createBatch((mails: Parameters<LetterStore['gather']>[0]) => letters.gather(mails, lease(now()))),
    sent: createBatch(async (mails: readonly Content['letters'][]) => {
      const ids = mails.flatMap((sent) => sent.map(({ _id }) => _id));
      await letters.finish(ids, { state: 'sent', at: now() });
      return mails.map(() => undefined);
    }),
  };
}

function lease(now: Date): { now: Date; until: Date } {
  return { now, until: new Date(now.getTime() + LEASE_MS) };
}

/** What tells a mail from another one: all that is about comments and goes to one address may go in one. */
function mailOf({ _id, batch, key, what }: LetterDoc): string {
  return batch ?? (what.kind === 'comment' ? `comments ${key}` : _id);
}

/** Takes up a letter with what goes in the same mail; null if somebody was faster. */
async function takeUpWith(
  { letters, now }: DeliverDeps,
  { due, gathered }: ReturnType<typeof createTogether>,
  letter: LetterDoc,
): Promise<Parcel | null> {
  if (letter.batch !== undefined) {
    const found = await letters.takeUp(letter.batch, lease(now()));
    return found === null ? null : { batch: letter.batch, letters: found, isNew: false };
  }
  const batch = newId();
  const ids = letter.what.kind === 'comment' ? await due(letter) : [letter._id];
  const found = await gathered({ batch, ids });
  return found.length === 0 ? null : { batch, letters: found, isNew: true };
}

async function deliver(
  deps: DeliverDeps,
  parcel: Parcel,
  { server, sent }: { server: ServerWatch; sent: (letters: Content['letters']) => Promise<undefined> },
): Promise<void> {
  const content = await contentOf(deps, parcel);
  if (content === null) return;
  if (content.quietUntil !== null) {
    await deps.letters.putOff(parcel.batch, { dueAt: content.quietUntil, release: parcel.isNew });
    return;
  }
  const outcome = await send(deps, parcel, content);
  if (outcome.kind === 'away') {
    await deps.letters.putOff(parcel.batch, { dueAt: server.wentAway(outcome), release: parcel.isNew });
    return;
  }
  server.answered();
  if (outcome.kind === 'sent') await sent(content.letters);
  else await settle(deps, content.letters, { ...parcel, outcome });
}

async function send(deps: DeliverDeps, { batch }: Parcel, { to, letters, write }: Content): Promise<MailOutcome> {
  try {
    const words = await write();
    const personIds = [...new Set(letters.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
    const { key, siteId } = letters[0];
    return await deps.transport.send({ ...words, messageId: `${batch}@${deps.domain}`, to, siteId, personIds, key });
  } catch (err) {
    deps.log.error({ err, mail: batch }, 'a mail could not be written; trying again');
    return { kind: 'again', error: 'could not be written; the log says why' };
  }
}

/** Notes what became of a mail that was not sent. */
async function settle(
  { letters, people, now }: DeliverDeps,
  sent: Content['letters'],
  { batch, outcome }: { batch: string; outcome: Exclude<MailOutcome, { kind: 'away' | 'sent' }> },
): Promise<void> {
  const { siteId, key, attempts } = sent[0];
  const die = (error: string): Promise<void> =>
    letters.finish(
      sent.map(({ _id }) => _id),
      { state: 'dead', at: now(), error },
    );
  switch (outcome.kind) {
    case 'again': {
      const tries = attempts + 1;
      if (tries >= TRIES) return die(outcome.error);
      const dueAt = new Date(now().getTime() + pauseAfter(tries));
      return letters.tried(batch, { dueAt, error: outcome.error });
    }
    case 'bounced':
      // All letters of a mail go to one address. The mark comes first: killed before the rest, it bounces once more.
      await people.bounceMail(siteId, key, now());
      return die(outcome.error);
    case 'dead':
      return die(outcome.error);
  }
}

/** Give or take a fifth, so that what failed together is not tried together. */
function pauseAfter(tries: number): number {
  return backOff(tries, LONGEST_PAUSE_MS) * (0.8 + 0.4 * Math.random());
}
