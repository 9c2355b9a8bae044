import type { CommentCreate, OwnCommentView } from '../../shared/comment.ts';
import { MENTIONS_MAX } from '../../shared/limits.ts';
import type { Nudge } from '../../shared/nudge.ts';
import type { ReaderStanding } from '../../shared/standing.ts';
import { ApiProblem, newKey } from '../kit/api.ts';
import { check, fieldOf } from './checks.ts';
import { close } from './composer-keys.ts';
import { anchorOf } from './context.ts';
import { threadRef } from './hands.ts';
import { fieldId, type Draft, type DraftField, type Writing } from './draft.ts';
import { mentionsIn } from './mention-choice.ts';
import { arrived, fail, post, put, settle, type Letter } from './outbox.ts';
import { UnsentLine } from './unsent-line.tsx';

/**
 * The key of the last attempt, kept while what is sent stays the same, so that a retry can never post twice; and whether its
 * author has been told of it, which happens once.
 */
const attempts = new Map<string, { content: string; key: string; told: boolean }>();

/** Sends the draft. Whatever goes wrong is said beside what it concerns, and the text stays. */
export async function submit(writing: Writing): Promise<void> {
  const { draft, hands, widget } = writing;
  if (draft.sending || draft.nudge?.asking || (draft.failure?.from?.at ?? 0) > Date.now()) return;
  const { say } = widget.words;
  const wrong: Draft['errors'] = {};
  for (const { field, code, limit } of check(draft))
    wrong[field] ??= say(hands.words.fields[code], limit ? { limit } : {});
  if (Object.keys(wrong).length > 0) return blame(writing, wrong);
  return send(writing);
}

/** How long the composer waits for an answer, milliseconds; then its author may go on, and sees the comment on its way. */
const PATIENCE_MS = 2000;

/** Sends a draft that is in order; what its author has been told of is posted, and so is what they want posted anyway. */
export async function send(writing: Writing, anyway = false): Promise<void> {
  const { id, change, hands, widget } = writing;
  const sender = { ...widget, hands };
  const { letter, told } = letterOf(writing, anyway);
  let isInOutbox = false;
  const handOver = (): void => {
    isInOutbox = true;
    attempts.delete(id);
    put(sender, { ...letter, state: 'sending', problem: null });
    close(writing);
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
    if (!isInOutbox && error instanceof ApiProblem) return explain(writing, error);
    if (!isInOutbox) handOver();
    fail(sender, letter, error);
  }
}

/** Asks whether the author wants to rewrite. If even that cannot be loaded, it goes as on a site that does not ask. */
async function ask(writing: Writing, { hints }: Nudge): Promise<void> {
  const attempt = attempts.get(writing.id);
  if (attempt) attempt.told = true;
  const nudge = await import('./nudge.tsx').then(({ tell }) => tell(writing, hints)).catch(() => null);
  if (nudge === null) return send(writing);
  writing.change({ sending: false, nudge });
}

/** What part of the article it is about, and whom it names. */
function aboutOf(writing: Writing): Pick<CommentCreate, 'passage' | 'mentions'> {
  const { passage: key, question } = writing.widget.config;
  const mentions = mentionsIn(writing).slice(0, MENTIONS_MAX);
  return {
    ...(key === null || writing.answers ? {} : { passage: { key, ...(question === null ? {} : { question }) } }),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
}

function letterOf(writing: Writing, anyway: boolean): { letter: Letter; told: boolean } {
  const { id, draft, answers, hands, widget } = writing;
  const email = draft.email.trim();
  const name = draft.name.trim();
  const body: CommentCreate = {
    thread: threadRef(widget.config),
    parentId: answers?.id ?? null,
    author: { name, ...(email === '' ? {} : { email }) },
    text: draft.text.trim(),
    ...aboutOf(writing),
  };
  hands.services.memory.update({ name, email });
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
  close(writing);
  // After the list is drawn, the reader goes on from what they wrote.
  setTimeout(() => {
    const node = root.getElementById(anchorOf(comment.id));
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest' });
  });
}

function explain(writing: Writing, error: ApiProblem): void {
  const { change, hands, widget } = writing;
  const { say } = widget.words;
  const sentences = hands.words.writing;
  const { retryAfter, standing } = error.document;
  if (standing) hands.thread.dispatch({ type: 'holds', now: { standing: standing as ReaderStanding } });
  const wrong: Draft['errors'] = {};
  for (const { path: where, message } of error.fields) {
    const field = fieldOf(where);
    if (field !== null) wrong[field] ??= message;
  }
  if (Object.keys(wrong).length > 0) return blame(writing, wrong);
  const passing = error.status === 429 || error.status >= 500;
  const message = error.status >= 500 ? say(sentences.unavailable) : error.detail;
  if (!passing || retryAfter === undefined) return change({ sending: false, failure: { message, retry: passing } });
  // The hour stays true, unlike "in ten minutes". A turn in a slowed discussion comes so soon that the seconds count.
  const soon = error.code === 'slow-mode';
  const at = Date.now() + (soon ? retryAfter * 1000 : roundUp(retryAfter));
  const timeStyle = soon ? 'medium' : 'short';
  const time = new Intl.DateTimeFormat(widget.config.locale, { timeStyle }).format(at);
  const what = error.status === 429 && !soon ? say(sentences.tooMany) : message;
  change({
    sending: false,
    failure: {
      message: `${what} ${say(sentences.retryAt, { time })}`,
      retry: true,
      from: { at, label: say(sentences.waitUntil, { time }) },
    },
  });
}

/** Up to the next whole minute, in milliseconds: a time said without seconds must not come too early. */
const roundUp = (seconds: number): number => Math.ceil(seconds / 60) * 60_000;

/** Says what is wrong beside each field and goes to the first. */
function blame({ id, change, widget }: Writing, errors: Draft['errors']): void {
  change({ sending: false, errors, failure: null });
  const order: DraftField[] = ['text', 'name', 'email'];
  const first = order.find((field) => errors[field] !== undefined);
  if (first) widget.root.getElementById(fieldId(id, first))?.focus();
}
