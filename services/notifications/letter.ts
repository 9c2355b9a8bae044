import type { AwayReason } from '../../shared/console-mail.ts';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { LetterDoc, LetterSubject } from '../storage/letters.ts';
import type { PersonDoc } from '../storage/people.ts';

/** The letter that asks about an address, each time it is asked about. */
export function confirmLetterId(personId: PersonId, askedAt: Date): string {
  return `confirm:${personId}:${askedAt.getTime()}`;
}

/** The letter to an address about a comment. */
export function commentLetterId(key: string, commentId: CommentId): string {
  return `${key}:comment:${commentId}`;
}

/** The letter to an address about what became of a comment. Decided anew, it is news again. */
export function verdictLetterId(key: string, commentId: CommentId, eventId: string): string {
  return `${key}:verdict:${commentId}:${eventId}`;
}

type LetterAbout<Kind extends LetterSubject['kind']> = LetterDoc<Extract<LetterSubject, { kind: Kind }>>;

/**
 * A letter with what it is about as that is when it is sent: it was just made sure that the person is there and has this address,
 * and that they may, and still want to, be told.
 */
export type Enclosed =
  | { kind: 'confirm'; letter: LetterAbout<'confirm'>; person: PersonDoc }
  /** The comment is in sight. */
  | { kind: 'comment'; letter: LetterAbout<'comment'>; person: PersonDoc; comment: CommentDoc }
  /** The comment is the person's own, and stands as the letter says. */
  | { kind: 'verdict'; letter: LetterAbout<'verdict'>; person: PersonDoc; comment: CommentDoc };

/** The letters of one mail, oldest first. More than one are all of kind `comment`; they may be of several people who share the address. */
export type Enclosures = readonly [Enclosed, ...Enclosed[]];

/** What a mail says. */
export interface MailWords {
  /** One line. */
  subject: string;
  text: string;
  /** A whole document; everything in it that others wrote is escaped, and nothing is loaded from anywhere. */
  html: string;
  /**
   * Such as List-Id, List-Unsubscribe, In-Reply-To and References, one line each. From, To, Subject, Date, Message-ID, Auto-Submitted
   * and what MIME needs come with the mail.
   */
  headers: Readonly<Record<string, string>>;
}

/**
 * Writes the mail that these letters go in, in the language of the first one (`letter.lang`). Tried again, it may be asked again.
 * @throws what keeps it from being written; the letters are tried again
 */
export type WriteMail = (enclosures: Enclosures) => Promise<MailWords>;

/** A mail as a transport takes it. */
export interface Mail extends MailWords {
  /** Without angle brackets; the same at every try, so that who gets it twice shows it once. */
  messageId: string;
  to: string;
  /** Whose site it is of, and whom it is for; nobody where it is to the team, or to whoever signs in. Never part of what is sent. */
  siteId: SiteId;
  personIds: PersonId[];
  /** Stands for the mailbox (address.ts); no part of what is sent either. */
  key: string;
}

/** What became of a mail. `error` is one line for operators: what the server said, without addresses. */
export type MailOutcome =
  | { kind: 'sent' }
  /** Not now: the server said so (4xx), or the connection broke while it was told. */
  | { kind: 'again'; error: string }
  /** There is no server to talk to, whatever the mail. */
  | { kind: 'away'; error: string; why: AwayReason }
  /** The server knows no such address, or takes nothing for it. */
  | { kind: 'bounced'; error: string }
  /** Refused for good for another reason. */
  | { kind: 'dead'; error: string };

/** Sends mails; never throws because of what a server does. */
export interface MailTransport {
  send(mail: Mail): Promise<MailOutcome>;
  close(): Promise<void>;
}
