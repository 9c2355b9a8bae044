import { mailPutSchema, type MailView } from '../../shared/mail.ts';
import type { MailManner } from '../storage/person-mail.ts';

/** What was sent from a page, by the names of its fields. Any of it may be missing, or be nonsense. */
export type Sent = Readonly<Record<string, unknown>>;

/** How mail is to come, as a form says it: what was typed, as it was typed, and boxes as they are ticked. */
export interface MailForm {
  frequency: string;
  dailyAt: string;
  timeZone: string;
  quiet: boolean;
  from: string;
  to: string;
  news: boolean;
}

/** What somebody can get wrong in it; `quiet` are both its hours. */
export const MAIL_FORM_FIELDS = ['frequency', 'dailyAt', 'timeZone', 'quiet'] as const;
export type MailFormField = (typeof MAIL_FORM_FIELDS)[number];

/** How long quiet hours are before somebody says so. */
const USUAL_QUIET = { from: '22:00', to: '07:00' };

/** The form as it is filled in before anybody has touched it. */
export function formOf({ frequency, dailyAt, timeZone, quiet, news }: MailView): MailForm {
  return { frequency, dailyAt, timeZone, quiet: quiet !== null, ...(quiet ?? USUAL_QUIET), news };
}

/** The form as it was sent. A box that is not ticked is not sent; any other field that is missing is as it was. */
export function formFrom(sent: Sent, mail: MailView): MailForm {
  const before = formOf(mail);
  const typed = (name: 'frequency' | 'dailyAt' | 'timeZone' | 'from' | 'to'): string => {
    const value = sent[name];
    return typeof value === 'string' ? value : before[name];
  };
  return {
    ...{ frequency: typed('frequency'), dailyAt: typed('dailyAt'), timeZone: typed('timeZone') },
    ...{ quiet: sent['quiet'] !== undefined, from: typed('from'), to: typed('to'), news: sent['news'] !== undefined },
  };
}

/** What a form asks for, or which of its fields say nothing that can be done. */
export function readForm({
  from,
  to,
  ...form
}: MailForm): { manner: Partial<MailManner> } | { wrong: MailFormField[] } {
  const said = mailPutSchema
    .pick({ frequency: true, dailyAt: true, timeZone: true, quiet: true, news: true })
    .required()
    .safeParse({ ...form, quiet: form.quiet ? { from, to } : null });
  if (said.success) return { manner: said.data };
  return { wrong: MAIL_FORM_FIELDS.filter((field) => said.error.issues.some(({ path }) => path[0] === field)) };
}
