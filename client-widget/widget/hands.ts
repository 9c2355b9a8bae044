import type { ComponentType, VNode } from 'preact';
import type { Config } from './config.ts';
import { anchorOf, useWidget, type Widget } from './context.ts';
import type { PaceLines } from './pace-line.ts';
import type { Services } from './services.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { ActingSentences } from '../../shared/messages/acting/sentences.ts';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import type { OwnVoice, Sort } from '../../shared/votes.ts';
import type { ShownComment } from './thread-state.ts';
import type { ThreadStore } from './thread-store.ts';
import type { guardDraft } from './unsent.ts';
import type { Arrived } from './use-arrival.ts';

/** What readers who do more than read need. It is loaded once the comments are drawn. */
export interface Hands {
  words: ActingSentences;
  services: Services;
  thread: ThreadStore;
  /** Says a sentence to people who listen to the page. */
  announce: (sentence: string) => void;
  /** Says that something did not work. */
  failed: () => void;
  /** Sets or takes back the reaction to the article. */
  react: () => Promise<unknown>;
  /**
   * Votes on a comment, or takes the same vote back: shown at once, and as before if the service did not take it.
   * @returns why it was not taken, in words; null if it was
   */
  vote: (comment: ShownComment, voice: Partial<OwnVoice>) => Promise<string | null>;
  /** Gives the article stars, or takes them back; answers as `vote` does. */
  rate: (stars: number | null) => Promise<string | null>;
  /** Has the browser ask before something that was written is lost with the page; the answer lets go of it. */
  guard: typeof guardDraft;
  /** Lets the reader's other tabs know that something of theirs has changed. */
  tell: () => void;
  /** Copies the link to a comment; whether that was possible. */
  copyLink: (commentId: string) => Promise<boolean>;
  /** Draws the comments in another order. */
  order: (sort: Sort) => Promise<void>;
  /** Shows a comment: fetches it if need be, unfolds, scrolls there, marks it. */
  jump: (commentId: string) => void;
  /** The same, and has the page's address lead there. */
  visit: (commentId: string) => Promise<void>;
  /** The comment that was jumped to. */
  marked: string | null;
  /** What is drawn in the place of a comment by somebody the reader has muted; null for all others, and once they asked to see it. */
  veil: (comment: ShownComment) => VNode | null;
  show: (commentId: string) => void;
  /** When the reader last left this thread, ISO 8601; null if that is not kept, as they have not asked to be remembered. */
  since: string | null;
  bell: BellState;
  /** What only some sites offer; null elsewhere, and until it is loaded. */
  offers: OfferParts | null;
  /** What there is to say about a discussion that boils over or is closed; null where none has been, and until it is loaded. */
  pace: PaceLines | null;
  /** What there is of signing in at the moment; null for nothing. */
  arrived: Arrived | null;
  /** Opens the ways to sign in, or closes them. */
  signIn: (on: boolean) => void;
  /** Leads moderators to the console; null for everybody else. */
  steer: Steer | null;
  /** The editor's picks; null where there are none, and until they are loaded. */
  picks: PickParts | null;
  parts: {
    BellSlot: ComponentType;
    BesideName: ComponentType<{ comment: ShownComment }>;
    CopyByHand: ComponentType<CopyByHandProps>;
    Doings: ComponentType<{ comment: ShownComment }>;
    HoldsSlot: ComponentType;
    OnItsWay: ComponentType<{ below?: CommentId }>;
    OverList: ComponentType;
    SearchSlot: ComponentType;
    StandingSlot: ComponentType;
    VerdictSlot: ComponentType<{ comment: ShownComment }>;
  };
}

export interface CopyByHandProps {
  id: string;
  /** The field has lost the focus. */
  onLeave: () => void;
  /** The reader wants to go back to where they came from. */
  onDone: () => void;
}

/** What only some sites offer, loaded where they do. Its sentences come with it. */
export interface OfferParts {
  words: OfferSentences;
  Emojis: ComponentType<{ comment: ShownComment; words: OfferSentences; isStill?: boolean }>;
  Stars: ComponentType<{ words: OfferSentences }>;
}

/** The mark of an editor's pick, and what stands over the list: the way to all of them, and they themselves. */
export interface PickParts {
  Mark: ComponentType;
  Picks: ComponentType;
}

/** What leads moderators from the article to the console: beside each comment, and over all of them. */
export interface Steer {
  Beside: ComponentType<{ comment: ShownComment }>;
  Over: ComponentType;
  /** Shows it no more in this browser. */
  stop: () => void;
}

/** The number on the bell, and how often its list has changed. */
export interface BellState {
  unread: number;
  revision: number;
  onUnread: (count: number) => void;
}

/** The same for parts that are only drawn when the hands are there. */
export function useHands(): Widget & { hands: Hands } {
  const widget = useWidget();
  if (widget.hands === null) throw new Error('drawn too early');
  return { ...widget, hands: widget.hands };
}

/** Address of a comment on its article. */
export const linkTo = ({ url }: Config, commentId: string): string => `${url}#${anchorOf(commentId)}`;

/** The same article and thread that every write names. */
export function threadRef({ thread, url, title, lang }: Config) {
  return { key: thread, url, lang, ...(title === undefined ? {} : { title }) };
}
