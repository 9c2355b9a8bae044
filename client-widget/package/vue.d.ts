import type { DefineComponent } from 'vue';
import type { TribuneEventMap, TribuneOptions } from './tribune.js';

/** Attributes as a template writes them; messages are JSON there. */
type Attributes = Omit<TribuneOptions, 'messages'> & { messages?: string };
/** `@tribune:ready="…"` in a template. */
type Listeners = {
  [Name in keyof TribuneEventMap as `on${Capitalize<Name>}`]?: (event: TribuneEventMap[Name]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'tribune-comments': DefineComponent<Attributes & Listeners>;
    TribuneComments: DefineComponent<Attributes & Listeners>;
  }
}
