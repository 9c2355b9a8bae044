import type { EventType, Review, ReviewQueue, Verdict, Visibility } from '../../shared/moderation.ts';
import type { Site } from '../../shared/site.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { Heat } from '../storage/threads.ts';
import type { Link } from './markdown.ts';
import type { Masks } from './masking.ts';

/** How many recent comments say it too: of the author, and of others in the thread and on the site. */
export interface RepeatCounts {
  own: number;
  thread: number;
  site: number;
}

/** Those with exactly this text hash, and those that say nearly the same; the latter absent where the text is too short to tell. */
export interface Repeats extends RepeatCounts {
  near?: RepeatCounts;
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
  /** How hot the thread is; absent while it is as any other. */
  heat?: Heat;
}

/**
 * What submitting asks of moderation: an opinion on the text, and where that leaves the comment. What there is to know of the
 * author is looked up first, beside whatever else is looked up.
 */
export type Screen = (about: { site: Site; author: PersonDoc }) => Promise<(judged: Judged) => Screened>;

/** Moderation's opinion of a text. */
export interface Judgement {
  verdict: Verdict;
  /** What the text is in as far as it can be told, else the discussion's or the site's language; BCP 47. */
  lang: string;
  /** What readers must not read, though the comment is or may be published. */
  masks: Masks;
  /** Against what it says or where it leads, rather than against who says it or when. */
  troubling: boolean;
}

/** The same of a new comment, and where that leaves it. */
export interface Screened extends Judgement {
  vis: Visibility;
  review: Review;
  queue: ReviewQueue | null;
  event: EventType;
  priority: { total: number; parts: Readonly<Record<string, number>> };
}
