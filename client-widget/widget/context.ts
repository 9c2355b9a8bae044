import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Config } from './config.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';
import type { Words } from './words.ts';

/** What every part of one element works with. */
export interface Widget {
  config: Config;
  services: Services;
  thread: ThreadStore;
  words: Words;
  root: ShadowRoot;
  /** Says a sentence to people who listen to the page. */
  announce: (sentence: string) => void;
  /** Shows a comment: fetches it if need be, unfolds, scrolls there, marks it. */
  jump: (commentId: string) => void;
  /** The comment that was jumped to. */
  marked: string | null;
  /** Milliseconds since 1970; moves every minute, so that times stay right. */
  now: number;
}

export const WidgetContext = createContext<Widget | null>(null);

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (widget === null) throw new Error('used outside of the element');
  return widget;
}

/** Id of a comment's node, and the fragment that points at it. */
export const anchorOf = (commentId: string): string => `tribune-${commentId}`;

/** The same article and thread that every write names. */
export function threadRef({ thread, url, title, lang }: Config) {
  return { key: thread, url, lang, ...(title === undefined ? {} : { title }) };
}
