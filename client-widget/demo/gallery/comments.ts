import type { Branch, CommentView, OwnCommentView, ThreadMine, ThreadPage } from '../../../shared/comment.ts';
import type { CommentId } from '../../../shared/ids.ts';
import type { Block } from '../../../shared/markdown.ts';
import type { ProblemDocument } from '../../../shared/problem.ts';

/** The reader of every scene that has one. */
export const ME = { id: 'me', name: 'Nadia', staff: false };

export const id = (name: string): CommentId => name as CommentId;
export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
/** Paragraphs of plain text. */
export const text = (...paragraphs: string[]): Block[] => paragraphs.map((v) => ({ t: 'p', c: [{ t: 'text', v }] }));

interface Said extends Partial<Omit<CommentView, 'id' | 'author' | 'body'>> {
  name: string;
  by?: string | CommentView['author'];
  says?: string | Block[];
  /** Minutes since it was posted. */
  minutes?: number;
}

export function comment({ name, by = 'Anne Roche', says = [], minutes = 30, ...more }: Said): CommentView {
  return {
    ...{ id: id(name), parentId: null, rootId: id(name), depth: 0, v: 1, state: 'published' },
    author: typeof by === 'string' ? { id: by, name: by, staff: false } : by,
    body: typeof says === 'string' ? text(says) : says,
    createdAt: ago(minutes),
    ...{ editedAt: null, pinnedAt: null, tally: null },
    ...more,
  };
}

/** An answer one level below another comment. */
export const answer = (to: CommentView, said: Said): CommentView =>
  comment({ parentId: to.id, rootId: to.rootId, depth: to.depth + 1, ...said });

export const branch = (root: CommentView, ...replies: CommentView[]): Branch => ({
  root,
  replies,
  next: null,
  more: 0,
});

/** A comment of the reader as they alone see it. */
export function own(view: CommentView, more: Partial<OwnCommentView> & Pick<OwnCommentView, 'state'>): OwnCommentView {
  return {
    ...view,
    author: ME,
    ...{ rev: 1, editableUntil: null, appealableUntil: null, appeal: null, reasons: [], note: null },
    ...more,
  };
}

export function page(items: Branch[], more: Partial<ThreadPage> = {}): ThreadPage {
  const all = items.flatMap(({ root, replies }) => [root, ...replies]);
  return {
    ...{ threadId: 'gallery', seq: 1, reactions: { like: 12 }, rating: null },
    offers: { votes: 'none', emojis: [], signIn: false, email: 'optional', maxLength: 5000 },
    count: all.filter(({ state }) => state === 'published').length,
    pace: { everySeconds: null, premod: false, closed: false },
    featured: all.filter(({ featuredAt }) => featuredAt !== undefined).map((one) => one.id),
    ...{ items, next: null },
    ...more,
  };
}

export const mine = (more: Partial<ThreadMine> = {}): ThreadMine => ({
  ...{ comments: [], reaction: null, stars: null, voices: [], standing: null },
  ...{ told: { thread: null, answers: null, mail: 'none' }, muted: [] },
  ...more,
});

/** What the service says when it does not do something. */
export const problem = (status: number, code: ProblemDocument['code'], detail: string = code): ProblemDocument => ({
  ...{ type: `urn:tribune:problem:${code}`, title: code, status, detail, code },
});

/** A short discussion for scenes that are about something else. */
export function talk(): Branch[] {
  const first = comment({
    name: 'talk-1',
    says: 'La halle a cent trente ans. Cela vaut bien une année de travaux, et les commerçants seront relogés sur le quai.',
  });
  return [
    branch(
      first,
      answer(first, { name: 'talk-2', by: 'Marc D.', says: 'Relogés, oui, mais à quel loyer\u00a0?', minutes: 12 }),
    ),
    branch(comment({ name: 'talk-3', by: 'Inès Vidal', says: 'Et le marché du samedi\u00a0?', minutes: 95 })),
  ];
}

/** One comment, for scenes that are about what stands over the list. */
export const quiet = (): ThreadPage => page(talk().slice(1));

/** A text with everything people can write. */
export const RICH: Block[] = [
  {
    t: 'p',
    c: [
      { t: 'text', v: 'Une ' },
      { t: 'strong', c: [{ t: 'text', v: 'question' }] },
      { t: 'text', v: ' à ' },
      { t: 'strong', mention: true, c: [{ t: 'text', v: '@Marc D.' }] },
      { t: 'text', v: ', ' },
      { t: 'em', c: [{ t: 'text', v: 'sans ironie' }] },
      { t: 'text', v: '\u00a0: ' },
      { t: 'spoiler', c: [{ t: 'text', v: 'qui paie\u00a0?' }] },
      { t: 'text', v: ' ' },
      { t: 'del', c: [{ t: 'text', v: 'Nous.' }] },
    ],
  },
  { t: 'blockquote', c: text('Le chantier, estimé à 3,4 millions d’euros, doit commencer en mars.') },
  {
    t: 'ul',
    items: [
      text('le quai'),
      [{ t: 'p', c: [{ t: 'a', href: 'https://example.org/', c: [{ t: 'text', v: 'la halle' }] }] }],
    ],
  },
  { t: 'ol', start: 3, items: [text('d’abord le toit'), text('puis les vitres')] },
  { t: 'pre', v: 'budget = 3400000\nreste  = budget - subvention' },
  {
    t: 'p',
    c: [
      { t: 'text', v: 'Tout est dans ' },
      { t: 'code', v: 'comptes.csv' },
      { t: 'text', v: '.' },
    ],
  },
];
