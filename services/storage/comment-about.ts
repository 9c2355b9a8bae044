import { Schema } from 'mongoose';
import type { PersonId } from '../../shared/ids.ts';

/** A passage of an article that an editor has marked. The question is null where it may not be shown to others. */
export interface Passage {
  key: string;
  question: string | null;
}

/** Somebody who is named in a text, by the name they had then. */
export interface Mention {
  personId: PersonId;
  name: string;
}

/** What a comment is about and whom it names; most are about the article and name nobody. */
export interface About {
  /** The same for a whole branch. */
  passage?: Passage;
  mentions?: Mention[];
}

export const ABOUT_FIELDS = {
  passage: Schema.Types.Mixed,
  mentions: { type: Schema.Types.Mixed, default: undefined },
};

/** Whom texts name, for whoever is to be forgotten. */
export const MENTION_INDEX = [
  { 'mentions.personId': 1 },
  { name: 'mentioned', partialFilterExpression: { 'mentions.personId': { $exists: true } } },
] as const;

/** What is about a passage of an article, as a list and counted. */
export const PASSAGE_INDEX = [
  { threadId: 1, 'passage.key': 1, listed: 1, depth: 1, createdAt: -1, _id: -1 },
  { name: 'passage_roots', partialFilterExpression: { 'passage.key': { $exists: true } } },
] as const;
