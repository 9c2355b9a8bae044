import type { ClassAttributes, HTMLAttributes } from 'react';
import type { TribuneCommentsElement, TribuneEventMap, TribuneOptions } from './tribune.js';

/** As React 19 hands them to an element: what is no property of it becomes an attribute, so messages are JSON here. */
type Attributes = Omit<TribuneOptions, 'messages' | 'title' | 'lang'> & { messages?: string };
/** React 19 listens to whatever follows "on": `ontribune:ready`. */
type Listeners = { [Name in keyof TribuneEventMap as `on${Name}`]?: (event: TribuneEventMap[Name]) => void };

interface Props
  extends HTMLAttributes<TribuneCommentsElement>, ClassAttributes<TribuneCommentsElement>, Attributes, Listeners {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tribune-comments': Props;
    }
  }
}
