/** What a page says about the comments it wants. Attributes of `<tribune-comments>` have the same names. */
export interface TribuneOptions {
  /** Id of the site; without it nothing can be loaded. */
  site: string;
  /** Your own name for the article; else it follows from the page's address. */
  thread?: string | undefined;
  /** Address of the article; else the canonical link, or the page's own. */
  url?: string | undefined;
  /** Title of the article; else that of the document. */
  title?: string | undefined;
  /** BCP 47 tag, such as "fr" or "en-GB"; else the page's language, or the browser's. */
  lang?: string | undefined;
  /** As the reader's system says unless told. */
  theme?: 'light' | 'dark' | 'auto' | undefined;
  /** Newest first unless told. */
  sort?: 'newest' | 'oldest' | 'best' | 'top' | 'hot' | 'reacted' | undefined;
  /** Address of the service; else where the script came from. */
  api?: string | undefined;
  /** Describe the article to search engines, as a type of schema.org or, with true, as an "Article". */
  'json-ld'?: string | boolean | undefined;
  /** Load at once, and not when the reader comes near. */
  eager?: boolean | undefined;
  /** Your name for a passage of the article: only what is about that is shown, under the question as its heading. */
  passage?: string | undefined;
  question?: string | undefined;
  /** The number of the reader's unread notifications before the page's title, and on the icon of an installed page. */
  'title-count'?: boolean | undefined;
  /**
   * Where your site has accounts: gives the token your server makes for who is signed in there, null for nobody. Asked as the comments
   * appear, and when a reader chooses to sign in that way; then it may lead them to your own page for that.
   */
  signIn?: (() => Promise<string | null>) | undefined;
  /** Sentences in your own words, by group and name: `{ reader: { heading: 'Réagissez' } }`. An attribute holds them as JSON. */
  messages?: TribuneMessages | undefined;
}

/** A sentence, or one form for each plural category of the language (Unicode CLDR), `other` among them. */
export type TribuneMessage = string | ({ other: string } & { [category in Intl.LDMLPluralRule]?: string });
export interface TribuneMessages {
  [groupOrName: string]: TribuneMessage | TribuneMessages;
}

/** Comments that were put on a page by `mount`. */
export interface TribuneHandle {
  readonly element: TribuneCommentsElement;
  /** Changes what is named and leaves the rest; `undefined` takes an option back. */
  update(options: Partial<TribuneOptions>): void;
  /** Takes the comments off the page, with everything they listened to. */
  unmount(): void;
}

/** Events of the element. They bubble, cross shadow roots and never carry what a reader wrote or who they are. */
export interface TribuneEventMap {
  /** The comments of the article are drawn; `count` are published. */
  'tribune:ready': CustomEvent<{ count: number }>;
  /** The reader has posted a comment; `state` is "published" or, while a moderator has yet to look, "held". */
  'tribune:posted': CustomEvent<{ id: string; state: string }>;
  /** The number of published comments has changed. */
  'tribune:count': CustomEvent<{ count: number }>;
  /** The reader is told of something from now on, or (`active` false) no more; `kind` is "thread", "answers", "comment" or "author". */
  'tribune:subscribed': CustomEvent<{ kind: string; active: boolean }>;
  /** The comments could not be loaded: "unreachable", "refused", "site-missing" or the code of a problem of the API. */
  'tribune:error': CustomEvent<{ code: string }>;
}

export interface TribuneCommentsElement extends HTMLElement {
  /** As in `TribuneOptions`; to be set before the element is on the page. */
  signIn?: TribuneOptions['signIn'];
}

/** What the service's script offers, as `window.Tribune` and as a module. */
export interface Tribune {
  /** Appends the comments to an element. */
  mount(element: Element, options: TribuneOptions): TribuneHandle;
}

/**
 * Loads the element from a service, once for each address.
 * @param service such as "https://comments.example"
 * @throws when the service cannot be reached; the next call tries again
 */
export function load(service: string): Promise<Tribune>;

/** Loads the element from `options.api` and appends the comments to an element of the page. */
export function mount(element: Element, options: TribuneOptions & { api: string }): Promise<TribuneHandle>;

declare global {
  interface HTMLElementTagNameMap {
    'tribune-comments': TribuneCommentsElement;
  }
  interface HTMLElementEventMap {
    'tribune:ready': TribuneEventMap['tribune:ready'];
    'tribune:posted': TribuneEventMap['tribune:posted'];
    'tribune:count': TribuneEventMap['tribune:count'];
    'tribune:subscribed': TribuneEventMap['tribune:subscribed'];
    'tribune:error': TribuneEventMap['tribune:error'];
  }
  interface Window {
    /** There once the script has run. */
    Tribune?: Tribune;
  }
}
