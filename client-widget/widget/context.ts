import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Config } from './config.ts';
import type { Hands } from './hands.ts';
import type { ThreadState } from './thread-state.ts';
import type { Words } from './words.ts';

/** What every part of one element works with. */
export interface Widget {
  config: Config;
  /** As it is now. Only what draws the list is drawn anew for every change of it. */
  readonly state: ThreadState;
  words: Words;
  root: ShadowRoot;
  /** Milliseconds since 1970, when this was made; the hands are given anew every minute, so that times stay right. */
  now: number;
  hands: Hands | null;
  /** Does something with the hands as soon as they are there. */
  act: <T>(use: (hands: Hands) => Promise<T>) => Promise<T>;
}

export const WidgetContext = createContext<Widget | null>(null);

/** What is drawn is always within an element. */
export const useWidget = (): Widget => useContext(WidgetContext) as Widget;

/** Id of a comment's node, and the fragment that points at it. */
export const anchorOf = (commentId: string): string => `tribune-${commentId}`;
