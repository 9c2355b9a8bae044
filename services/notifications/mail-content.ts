import type { AlertSubject, LetterDoc, LetterStore, ReaderSubject } from '../storage/letters.ts';
import { enclose, endOfUse, type EncloseDeps, type Sorted } from './enclose.ts';
import type { Enclosed, MailWords, WriteMail } from './letter.ts';
import { bringLettersBack, type LettersBackDeps } from './letters-back.ts';
import { pastQuiet } from './when-due.ts';

export interface ContentDeps extends EncloseDeps {
  letters: LettersBackDeps['letters'] & Pick<LetterStore, 'putBy' | 'finish'>;
  write: WriteMail;
  /** Writes an alert; null if the team is not alerted there any more. */
  writeAlert: (letter: LetterDoc<AlertSubject>) => Promise<MailWords | null>;
  now: () => Date;
}

/** Letters of one mail. */
export interface Parcel {
  batch: string;
  letters: LetterDoc[];
  /** No server has been given it yet. */
  isNew: boolean;
}

/** What goes in a mail by now, and to whom. */
export interface Content {
  to: string;
  letters: readonly [LetterDoc, ...LetterDoc[]];
  /** Until when they want quiet; null where they may be written to now. */
  quietUntil: Date | null;
  write: () => Promise<MailWords>;
}

/** Drops what there is no reason to send any more, and puts by what cannot be seen now; null if that is all. */
export async function contentOf(deps: ContentDeps, { letters, isNew }: Parcel): Promise<Content | null> {
  const drop = (letter: LetterDoc, why: string): Promise<void> =>
    deps.letters.finish([letter._id], { state: 'dropped', error: why, at: deps.now() });
  const alert = letters.find(isAlert);
  if (alert !== undefined) {
    const words = await deps.writeAlert(alert);
    if (words !== null)
      return { to: alert.to ?? '', letters: [alert], quietUntil: null, write: () => Promise.resolve(words) };
    await drop(alert, 'the team is not alerted there any more');
    return null;
  }
  const { enclosed, unseen, dropped } = await enclose(deps, letters.filter(isToReader), deps.now());
  for (const { letter, why } of dropped) await drop(letter, why);
  // A mail that a server may have goes on without them under its Message-ID, by which a mailbox would hide theirs.
  await putBy(deps, unseen, { release: isNew || enclosed.length > 0 });
  const [first, ...more] = enclosed;
  if (first === undefined) return null;
  return {
    to: first.person.mail?.address ?? '',
    letters: [first.letter, ...more.map(({ letter }) => letter)],
    quietUntil: quietFor(first, deps.now()),
    write: () => deps.write([first, ...more]),
  };
}

/** Has letters wait until their comment is in sight again, as long as they are of use. */
async function putBy(deps: ContentDeps, unseen: Sorted['unseen'], { release }: { release: boolean }): Promise<void> {
  if (unseen.length === 0) return;
  for (const { letter } of unseen) await deps.letters.putBy(letter._id, { until: endOfUse(letter), release });
  // Whichever came into sight before they were put by has brought nothing back.
  const comments = await deps.comments.byIds([...new Set(unseen.map(({ commentId }) => commentId))]);
  for (const { _id, mod } of comments) if (mod.vis === 'visible') await bringLettersBack(deps, _id);
}

function isAlert(letter: LetterDoc): letter is LetterDoc<AlertSubject> {
  return letter.what.kind === 'alert';
}

function isToReader(letter: LetterDoc): letter is LetterDoc<ReaderSubject> {
  return letter.what.kind !== 'alert';
}

/** Until when somebody wants quiet; null where they may be written to now, or have asked for the letter this moment. */
function quietFor({ kind, person }: Enclosed, now: Date): Date | null {
  if (kind === 'confirm' || person.mail === undefined) return null;
  const until = pastQuiet(person.mail, now);
  return until > now ? until : null;
}
