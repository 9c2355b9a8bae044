import type { MAIL_FREQUENCIES } from '../../mail.ts';
import type { Message } from '../format.ts';

/** A page's heading and what it says first. */
export interface Said {
  heading: Message;
  what: Message;
}

/**
 * What the pages say that links in letters lead to. Names, titles and addresses come isolated. What is said of an appeal is in the
 * groups `upkeep` and `standing`.
 */
export interface MailPageSentences {
  confirm: Said;
  confirmAct: Message;
  confirmed: Said;
  /** The same link once more, and one to an address that was given up since. */
  confirmedBefore: Said;
  confirmGone: Said;
  /** Above a list of what no more mails will be about. */
  stop: Said;
  stopAct: Message;
  stopped: Said;
  stopAll: Said;
  stopAllAct: Message;
  stoppedAll: Said;
  settings: Said;
  /** In the place of the settings of who has no address. */
  noMail: Said;
  notConfirmed: Message;
  bounced: Message;
  /** On the button that has such an address asked about again. */
  retry: Message;
  frequency: Message;
  frequencies: Record<(typeof MAIL_FREQUENCIES)[number], Message>;
  frequencyWrong: Message;
  dailyAt: Message;
  dailyWrong: Message;
  zone: Message;
  zoneWhy: Message;
  zoneWrong: Message;
  quiet: Message;
  quietFrom: Message;
  quietTo: Message;
  quietWhy: Message;
  quietWrong: Message;
  news: Message;
  save: Message;
  saved: Message;
  notSaved: Message;
  follows: Message;
  followsNothing: Message;
  /** What is followed; the second of each where nothing in sight says a name. `own` is about one's own comments. */
  kinds: {
    thread: Message;
    answers: Message;
    comment: Message;
    commentOfNobody: Message;
    author: Message;
    authorNobody: Message;
    own: Message;
  };
  /** On buttons beside it. */
  mailOff: Message;
  mailOn: Message;
  more: Message;
  appeal: Message;
  appealSent: Said;
  appealClosed: Message;
  forged: Said;
  expired: Said;
  failed: Said;
  /** Nothing was done, since what was sent was too long, no form, sent in another way, or sent too often. */
  tooLarge: Said;
  unreadable: Said;
  wrongMethod: Said;
  tooOften: Said;
}
