import type { CommentCreate, OwnCommentView } from '../../shared/comment.ts';
import { MENTIONS_MAX, NAME_MAX, NAME_MIN } from '../../shared/limits.ts';
import type { Nudge } from '../../shared/nudge.ts';
import { ApiProblem, newKey } from '../kit/api.ts';
import { anchorOf } from './context.ts';
import { threadRef } from './hands.ts';
import { fieldId, lengthOf, type Draft, type DraftField, type Writing } from './draft.ts';
import { arrived, fail, post, put, settle, type Letter } from './outbox.ts';
import { UnsentLine } from './unsent-line.tsx';

/**
 * The key of the last attempt, kept while what is sent stays the same, so that a retry can never post twice; and whether its
 * author has been told of it, which happens once.
 */
const attempts = new Map<string, { content: string; key: string; told: boolean }>();

/** Sends the draft. Whatever goes wrong is said beside what it concerns, and the text stays. */
export async function submit(writing: Writing): Promise<void> {
  const { email: asked, maxLength } = writing.widget.state.offers;
  const size = lengthOf(writing.draft.text);
  const letters = lengthOf(writing.draft.name);
  const email = emailOf(writing);
  const isWhole = size > 0 && size <= maxLength && letters >= NAME_MIN && letters <= NAME_MAX;
  // Most have nothing to mend and give no address, so that what looks closer is loaded for the others.
  const isPlain = isWhole && (email === '' ? asked !== 'required' : email === null);
  const errors = isPlain
    ? null
    : await import('./checks.ts').then(
        ({ faultsOf }) => faultsOf(writing, email),
        // An address is looked at by the service, too, and may wait with its comment until there is a line.
        (error: unknown) => {
          if (!isWhole) throw error;
          return null;
        },
      );
  if (errors) blame(writing, errors);
  else await send(writing);
}

/** The address its author gives; null where nobody is asked for one, and of who has signed in. */
const emailOf = ({ draft, hands, widget }: Writing): string | null =>
  widget.state.offers.email === 'off' || hands.services.identity.session ? null : draft.email.trim();

/** How long the composer waits for an answer, milliseconds; then its author may go on, and sees the comment on its way. */
const PATIENCE_MS = 2000;

/** Sends a draft that is in order; what its author has been told of is posted, and so is what they want posted anyway. */
async function send(writing: Writing, anyway = false): Promise<void> {
  const { id, change, hands, widget } = writing;
  const sender = { ...widget, hands };
  const { letter, told } = await letterOf(writing, anyway);
  let isInOutbox = false;
  const handOver = (): void => {
    isInOutbox = true;
    attempts.delete(id);
    put(sender, { ...letter, state: 'sending', problem: null });
    writing.close();
  };
  change({ sending: true, errors: {}, failure: null });
  const patience = setTimeout(handOver, PATIENCE_MS);
  const answered = () => clearTimeout(patience);
  try {
    const answer = await post(sender, letter, !told).finally(answered);
    if (isInOutbox) return settle(sender, letter, answer);
    if ('hints' in answer) return await ask(writing, answer);
    attempts.delete(id);
    succeed(writing, answer);
  } catch (error) {
    if (!isInOutbox && error instanceof ApiProblem) return await explain(writing, error);
    if (!isInOutbox) handOver();
    fail(sender, letter, error);
  }
}

/** Asks whether the author wants to rewrite. If even that cannot be loaded, it goes as on a site that does not ask. */
async function ask(writing: Writing, { hints }: Nudge): Promise<void> {
  const attempt = attempts.get(writing.id);
  if (attempt) attempt.told = true;
  const nudge = await import('./nudge.tsx').then(({ tell }) => tell(writing, hints, send)).catch(() => null);
  if (nudge === null) return send(writing);
  writing.change({ sending: false, nudge });
}

/** What part of the article it is about, and whom it names. */
async function aboutOf(writing: Writing): Promise<Pick<CommentCreate, 'passage' | 'mentions'>> {
  const { passage: key, question } = writing.widget.config;
  // Whoever has chosen somebody has that part already.
  const mentions = writing.draft.text.includes('@')
    ? (await import('./mention-choice.ts')).mentionsIn(writing).slice(0, MENTIONS_MAX)
    : [];
  return {
    ...(key === null || writing.answers ? {} : { passage: { key, ...(question === null ? {} : { question }) } }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
}

async function letterOf(writing: Writing, anyway: boolean): Promise<{ letter: Letter; told: boolean }> {
  const { id, draft, answers, hands, widget } = writing;
  const email = emailOf(writing);
  const name = draft.name.trim();
  const body: CommentCreate = {
    thread: threadRef(widget.config),
    parentId: answers?.id ?? null,
    author: { name, ...(email && { email }) },
    text: draft.text.trim(),
    ...(await aboutOf(writing)),
  };
  hands.services.memory.update({ name, email: draft.email });
  const content = JSON.stringify(body);
  let attempt = attempts.get(id);
  if (attempt?.content !== content) attempt = { content, key: newKey(), told: false };
  if (anyway) attempt.told = true;
  attempts.set(id, attempt);
  return { letter: { key: attempt.key, body, Line: UnsentLine }, told: attempt.told };
}

function succeed(writing: Writing, comment: OwnCommentView): void {
  const { hands, widget } = writing;
  const { root } = widget;
  arrived({ ...widget, hands }, comment);
  writing.close();
  // After the list is drawn, the reader goes on from what they wrote.
  setTimeout(() => {
    const node = root.getElementById(anchorOf(comment.id));
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest' });
  });
}

async function explain(writing: Writing, error: ApiProblem): Promise<void> {
  // Who was refused has a line to the service. If not, what it said is told as it is.
  const refused = await import('./refused.ts').then(
    ({ refusalOf }) => refusalOf(writing, error),
    () => ({ failure: { message: error.detail, retry: true } }),
  );
  if ('errors' in refused) return blame(writing, refused.errors);
  writing.change({ sending: false, ...refused });
}

/** Says what is wrong beside each field and goes to the first. */
function blame({ id, change, widget }: Writing, errors: Draft['errors']): void {
  change({ sending: false, errors, failure: null });
  const order: DraftField[] = ['text', 'name', 'email'];
  const first = order.find((field) => errors[field] !== undefined);
  // After it is drawn: a site may not have asked for it until now.
  if (first) setTimeout(() => widget.root.getElementById(fieldId(id, first))?.focus());
}
