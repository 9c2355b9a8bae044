/**
 * The registry of every error the service answers with: stable code → HTTP status. Codes are never reused for another
 * meaning. The sentences people read are in `messages/problems`, one per code and language, kept complete by the compiler.
 */
export const problemStatus = {
  'invalid-json': 400,
  'validation-failed': 400,
  'idempotency-key-invalid': 400,
  'cursor-invalid': 400,
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'sign-in-failed': 401,
  'session-ended': 401,
  'site-token-refused': 401,
  'not-allowed': 403,
  'own-membership': 403,
  'owner-only': 403,
  'origin-not-allowed': 403,
  'own-decision': 403,
  'own-comment': 403,
  'not-offered': 403,
  suspended: 403,
  banned: 403,
  'warning-unread': 403,
  'code-wrong': 403,
  'second-factor-needed': 403,
  'proof-required': 403,
  'not-found': 404,
  'unknown-site': 404,
  'member-gone': 404,
  'method-not-allowed': 405,
  'duplicate-comment': 409,
  'already-decided': 409,
  'stale-version': 409,
  'content-changed': 409,
  'name-taken': 409,
  'settings-changed': 409,
  'site-exists': 409,
  'site-changed': 409,
  'from-file': 409,
  'site-open': 409,
  'name-differs': 409,
  'demo-site': 409,
  'not-newest': 409,
  'confirm-number': 409,
  'member-changed': 409,
  'edit-closed': 409,
  'thread-closed': 409,
  'pins-full': 409,
  'featured-full': 409,
  'list-full': 409,
  'appeal-closed': 409,
  'comment-wiped': 409,
  'sanctions-changed': 409,
  'sanction-over': 409,
  'last-second-factor': 409,
  'own-second-factor-first': 409,
  'setup-link-used': 410,
  'code-expired': 410,
  'sign-in-link-used': 410,
  'challenge-over': 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'parent-not-found': 422,
  'idempotency-key-reused': 422,
  'invalid-transition': 422,
  'too-many-chosen': 422,
  'wrong-code': 422,
  'wrong-password': 422,
  'passkey-refused': 422,
  'claimed-by-other': 423,
  'claim-required': 423,
  'work-needed': 428,
  'rate-limited': 429,
  'slow-mode': 429,
  internal: 500,
  'store-unavailable': 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** What is wrong with one field of a request; each has its sentence in every language. */
export type FieldCode =
  | 'required'
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'not-text'
  | 'invalid'
  | 'invalid-email'
  | 'email-required'
  | 'invalid-url'
  | 'unknown-field'
  | 'imitates-moderator';

/** The same for what only the console sends, apart so that readers' pages need not carry the sentences. */
export const SETTING_CODES = [
  'in-the-past',
  'too-far-ahead',
  'too-many',
  'duplicate',
  'contradiction',
  'misplaced-star',
  'unmatchable',
  'invalid-host',
  'invalid-origin',
  'not-callable',
] as const;
export type SettingCode = (typeof SETTING_CODES)[number];

/**
 * `path` is dotted: "author.name". `limit` is the number the sentence speaks of, `entry` what stands in a list, when there is
 * one.
 */
export interface FieldProblem {
  path: string;
  code: FieldCode | SettingCode;
  limit?: number;
  entry?: string;
  message: string;
}

/** RFC 9457 on the wire. Extension members ride beside the standard ones. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  errors?: FieldProblem[];
  /** Seconds, with 429 and 503. */
  retryAfter?: number;
  [extension: string]: unknown;
}

export interface ProblemExtras {
  /** Fields at fault; `message` is filled in at the door, in the reader's language. */
  errors?: Omit<FieldProblem, 'message'>[];
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
  /** Further members of the document, for instance the fresh card of a decided comment. */
  extensions?: Record<string, unknown>;
  cause?: unknown;
}

/** The one error class that use cases throw and clients catch; everything else is a 500. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = problemStatus[code];
    this.extras = extras;
  }
}
