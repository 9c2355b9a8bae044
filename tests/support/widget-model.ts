import type { CommentView, OwnCommentView, ThreadChanges, ThreadPage } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';

interface Shape {
  at?: number;
  v?: number;
  depth?: number;
  parentId?: string;
  rootId?: string;
}

const momentOf = (seconds: number): string => new Date(1_700_000_000_000 + seconds * 1000).toISOString();

/** A public comment; its time is `at` seconds after an agreed moment. */
export function commentView(id: string, shape: Shape & { state?: CommentView['state'] } = {}): CommentView {
  const { at = 0, v = 1, depth = 0, parentId = null, rootId = id, state = 'published' } = shape;
  return {
    id: id as CommentId,
    parentId: parentId as CommentId | null,
    rootId: rootId as CommentId,
    depth,
    v,
    state,
    author: state === 'removed' ? null : { id: `p-${id}`, name: id, staff: false },
    body: [],
    createdAt: momentOf(at),
    editedAt: null,
    pinnedAt: null,
    tally: null,
  };
}

export function ownView(
  id: string,
  {
    state,
    reasons = [],
    note = null,
    ...shape
  }: Shape & Pick<OwnCommentView, 'state'> & Partial<Pick<OwnCommentView, 'reasons' | 'note'>>,
): OwnCommentView {
  const idle = { rev: 1, editableUntil: null, appealableUntil: null, appeal: null };
  return { ...commentView(id, shape), ...idle, state, reasons, note };
}

/** What the service knows of a thread, and what it says of every change: the truth a reader's page is held against. */
export class ModelThread {
  #comments: CommentView[] = [];
  #log: { seq: number; id: string }[] = [];
  #clock = 0;

  #count = () => this.#comments.filter(({ state }) => state === 'published').length;

  #say(comment: CommentView) {
    const seq = this.#log.length + 1;
    this.#log.push({ seq, id: comment.id });
    return { seq, count: this.#count(), comment };
  }

  publish(parent: CommentView | null) {
    const id = `m${String(this.#comments.length).padStart(4, '0')}`;
    const place = parent ? { parentId: parent.id, rootId: parent.rootId, depth: parent.depth + 1 } : {};
    const comment = commentView(id, { at: ++this.#clock, ...place });
    this.#comments.push(comment);
    return this.#say(comment);
  }

  /** 0: a comment; 1: a reply; 2: a removal; 3: a pin, or its end. All but the first need a comment that is published. */
  step({ kind, target }: { kind: number; target: number }) {
    const known = this.#comments[target % Math.max(1, this.#comments.length)];
    if (kind === 0 || known === undefined || known.state === 'removed') return this.publish(null);
    if (kind === 1) return this.publish(known);
    const pinnedAt = kind === 3 && known.pinnedAt === null ? momentOf(++this.#clock) : null;
    if (kind === 3) return this.#change(known, { pinnedAt: known.depth === 0 ? pinnedAt : null });
    return this.#change(known, { state: 'removed', author: null, pinnedAt });
  }

  #change(known: CommentView, to: Partial<CommentView>) {
    const changed: CommentView = { ...known, v: known.v + 1, ...to };
    this.#comments[this.#comments.indexOf(known)] = changed;
    return this.#say(changed);
  }

  views = (): readonly CommentView[] => this.#comments;

  /** Ids of the top-level comments a reader sees: what is pinned, by when, and then the newest first. */
  visibleRoots(): string[] {
    const alive = new Set(this.#comments.filter(({ state }) => state === 'published').map(({ rootId }) => rootId));
    const roots = this.#comments.filter(({ id, depth }) => depth === 0 && alive.has(id));
    const pinned = roots.filter(({ pinnedAt }) => pinnedAt !== null);
    pinned.sort((a, b) => ((a.pinnedAt ?? '') < (b.pinnedAt ?? '') ? -1 : 1));
    return [...pinned, ...roots.filter(({ pinnedAt }) => pinnedAt === null).reverse()].map(({ id }) => id);
  }

  page({ from = 0, limit = 100 }: { from?: number; limit?: number } = {}): ThreadPage {
    const ids = this.visibleRoots().slice(from, from + limit);
    const items = ids.flatMap((id) => {
      const [root, ...replies] = this.#comments.filter(({ rootId }) => rootId === id);
      return root === undefined ? [] : [{ root, replies, next: null, more: 0 }];
    });
    return {
      threadId: 't',
      seq: this.#log.length,
      count: this.#count(),
      reactions: { like: 0 },
      rating: null,
      offers: { votes: 'both', emojis: [], signIn: false, email: 'optional', maxLength: 5000 },
      pace: { everySeconds: null, premod: false, closed: false },
      featured: [],
      items,
      next: null,
    };
  }

  changes(since: number): ThreadChanges {
    const ids = new Set(this.#log.filter(({ seq }) => seq > since).map(({ id }) => id));
    return {
      threadId: 't',
      seq: this.#log.length,
      reset: false,
      count: this.#count(),
      reactions: { like: 0 },
      pace: { everySeconds: null, premod: false, closed: false },
      comments: this.#comments.filter(({ id }) => ids.has(id)),
    };
  }
}
