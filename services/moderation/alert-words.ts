import { en } from '../../shared/messages/alerts/en.ts';
import { fr } from '../../shared/messages/alerts/fr.ts';
import type { AlertSentences } from '../../shared/messages/alerts/sentences.ts';
import { format, type Message, type Params } from '../../shared/messages/format.ts';
import type { Alert, QueueLoad } from './alerts.ts';

/** An alert in words. */
export interface AlertText {
  /** BCP 47. */
  lang: string;
  subject: string;
  /** One sentence each; never none. */
  lines: string[];
  open: string;
  why: string;
}

const sentences: Record<'en' | 'fr', AlertSentences> = { en, fr };

/** In the language of the site where it is one of the console's, else in English. */
export function alertText(alert: Alert, site: { name: string; lang: string }): AlertText {
  const lang = /^fr\b/i.test(site.lang) ? 'fr' : 'en';
  const words = sentences[lang];
  const say = (message: Message, params: Params = {}): string => format(message, { site: site.name, ...params }, lang);
  const line = ({ queue, count, oldestMinutes }: QueueLoad): string =>
    say(words.waits[queue], { n: count, age: ageOf(oldestMinutes, words, say) });
  const rest = { lang, open: say(words.open), why: say(words.why) };
  if (alert.kind === 'mark') return { ...rest, subject: say(words.subject, { n: alert.count }), lines: [line(alert)] };
  const { count } = totalOf(alert);
  const lead = count === 0 ? say(words.digestNone) : say(words.digest, { n: count });
  return { ...rest, subject: say(words.digestSubject), lines: [lead, ...alert.queues.map(line)] };
}

/** What an alert comes to over all its queues. */
export function totalOf(alert: Alert): Omit<QueueLoad, 'queue'> {
  const loads = alert.kind === 'mark' ? [alert] : alert.queues;
  return {
    count: loads.reduce((sum, { count }) => sum + count, 0),
    oldestMinutes: Math.max(0, ...loads.map(({ oldestMinutes }) => oldestMinutes)),
  };
}

/**
 * What chats are sent, as JSON: `text` is what Slack, Mattermost, Teams and their like show, in which a line break is one; the rest is
 * for programs. `queue` is null for a summary of all.
 */
export function webhookBody(alert: Alert, site: { id: string; name: string; lang: string }, url: string): string {
  const { lang, lines } = alertText(alert, site);
  const { of } = sentences[lang === 'fr' ? 'fr' : 'en'];
  const text = format(of, { site: site.name, text: lines.join('\n') }, lang);
  const queue = alert.kind === 'mark' ? alert.queue : null;
  return JSON.stringify({ text: `${text}\n${url}`, site: site.id, queue, ...totalOf(alert), url });
}

/** Roughly: minutes up to two hours, hours up to two days. */
function ageOf(minutes: number, words: AlertSentences, say: (message: Message, params: Params) => string): string {
  if (minutes < 120) return say(words.minutes, { n: minutes });
  if (minutes < 2 * 1440) return say(words.hours, { n: Math.floor(minutes / 60) });
  return say(words.days, { n: Math.floor(minutes / 1440) });
}
