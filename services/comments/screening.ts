import type { EventType, Review, ReviewQueue, Verdict, Visibility } from '../../shared/moderation.ts';
import type { Site } from '../../shared/site.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { Link } from './markdown.ts';
import type { Masks } from './masking.ts';

/** How many recent comments have exactly this text hash: by the author, and by others in the thread and on the site. */
export interface Repeats {
  own: number;
  thread: number;
  site: number;
}

/** What there is to judge about a comment. */
export interface Judged {
  /** The language of the thread as it is stored, and the one this writer says it has; BCP 47, null if nobody said. */
  threadLang: string | null;
  claimedLang: string | null;
  text: string;
  name: string;
  links: readonly Link[];
  repeats: Repeats;
}

/** What submitting asks of moderation: an opinion on the text, and where that leaves the comment. */
export type Screen = (input: Judged & { site: Site; author: PersonDoc }) => Promise<Screened>;

/** Moderation's opinion. */
export interface Screened {
  verdict: Verdict;
  vis: Visibility;
  review: Review;
  queue: ReviewQueue | null;
  event: EventType;
  /** What readers must not read, though the comment is or may be published. */
  masks: Masks;
  priority: { total: number; parts: Readonly<Record<string, number>> };
}
