import { createTransport } from 'nodemailer';
import type { AwayReason } from '../../shared/console-mail.ts';
import type { Mail, MailOutcome, MailTransport } from './letter.ts';

/** Mails that are under way at a time, each over a connection of its own. */
export const CONNECTIONS = 10;
const CONNECT_MS = 10_000;
/** So long a server may be silent. */
const SILENT_MS = 30_000;
/** What the whole of a mail may take: a server that answers byte by byte is never silent. */
export const PATIENCE_MS = 45_000;
const ERROR_MAX = 200;

export interface SmtpOptions {
  /** smtp://USER:PASSWORD@HOST:PORT or smtps://… */
  url: string;
  /** Address that mail comes from. */
  from: string;
  now: () => Date;
  patienceMs?: number;
}

/** What the library says went wrong, as far as it is looked at. */
interface Failure {
  message?: string;
  code?: string;
  /** What the system or OpenSSL called it. */
  originalCode?: string;
  /** The command that was answered; CONN where there was no answer. */
  command?: string;
  response?: string;
  responseCode?: number;
}

/** Sends by a mail server. */
export function createSmtpTransport({ url, from, now, patienceMs = PATIENCE_MS }: SmtpOptions): MailTransport {
  const transporter = createTransport({
    ...serverOf(url),
    ...{ pool: true, maxConnections: CONNECTIONS, disableFileAccess: true, disableUrlAccess: true },
    ...{ dnsTimeout: CONNECT_MS, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
  });
  let looking: Promise<boolean> | null = null;
  /** Whether the server lets us in; asked once however many mails want to know. */
  const isThere = (): Promise<boolean> =>
    (looking ??= transporter
      .verify()
      .catch(() => false)
      .finally(() => (looking = null)));

  return {
    async send(mail) {
      const signal = AbortSignal.timeout(patienceMs);
      try {
        await transporter.sendMail({ ...messageOf(mail, { from, date: now() }), signal });
        return { kind: 'sent' };
      } catch (error) {
        const outcome = outcomeOf(error as Failure);
        // A connection that broke says nothing about why: of the mail, or of all.
        if (outcome.kind !== 'again' || isAnswer(error as Failure) || (await isThere())) return outcome;
        return { ...outcome, kind: 'away', why: whyAway(error as Failure) };
      }
    },
    close() {
      transporter.close({ force: true });
      return Promise.resolve();
    },
  };
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return {
    ...{ host, secure, port: port === '' ? (secure ? 465 : 587) : Number(port) },
    // A password leaves this machine encrypted or not at all.
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(username === '' || isHere ? {} : { requireTLS: true }),
  };
}

function messageOf(
  { messageId, to, subject, text, html, headers }: Mail,
  { from, date }: { from: string; date: Date },
) {
  return {
    // Given apart, so that no header is ever read for who gets it.
    envelope: { from, to: [to] },
    from: { name: '', address: from },
    to: { name: '', address: to },
    ...{ messageId: `<${messageId}>`, date, subject: oneLine(subject), text, html },
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)])),
      'Auto-Submitted': 'auto-generated', // RFC 3834: no answering machine answers
    },
  };
}

/** Whatever could end a header begins no other one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function isAnswer({ responseCode }: Failure): boolean {
  return responseCode !== undefined;
}

/** Until a server takes mail: its greeting, encryption, signing in. */
const BEFORE_MAIL = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS']);
const NOT_IN = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EDNS']);
/** That we have to sign in, or to encrypt, whichever command that is said to (RFC 4954, section 6; RFC 3207, section 4). */
const SIGN_IN_FIRST = new Set([530, 534, 535, 538]);

function outcomeOf(failure: Failure): Exclude<MailOutcome, { kind: 'sent' }> {
  const { code = '', command = '', responseCode } = failure;
  const error = said(failure);
  const isShut = NOT_IN.has(code) || (isAnswer(failure) && BEFORE_MAIL.has(command));
  if (isShut || SIGN_IN_FIRST.has(responseCode ?? 0)) return { kind: 'away', error, why: whyAway(failure) };
  if (responseCode === undefined || responseCode < 500) return { kind: 'again', error };
  return { kind: isNoSuchAddress(failure) ? 'bounced' : 'dead', error };
}

/** In words of ours, which hold nothing that is secret. What the library and OpenSSL name nothing by is told by what they say. */
function whyAway({ code = '', originalCode = '', message = '', responseCode = 0 }: Failure): AwayReason {
  const said = `${originalCode} ${message}`;
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(said)) return 'unknown-name';
  if (code === 'EAUTH' || code === 'ENOAUTH' || [530, 534, 535].includes(responseCode)) return 'sign-in';
  if (/certificate|altname|_CERT/i.test(said)) return 'certificate';
  if (code === 'ETLS' || responseCode === 538 || /\b(ssl|tls)\b/i.test(said)) return 'encryption';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'silent';
  return /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET/.test(said) ? 'unreachable' : 'turned-away';
}

/**
 * Whether the recipient is what is wrong, by the status code if there is one (RFC 3463: 5.1.x, where 7 and 8 are about the sender).
 * A server that will not relay for us refuses recipients, too, and must not cost a single one their mail.
 */
function isNoSuchAddress({ command, response = '', responseCode = 0 }: Failure): boolean {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  if (status !== undefined) return /^5\.1\.(?![78]$)/.test(status);
  return command === 'RCPT TO' && [550, 551, 553, 556].includes(responseCode) && !/relay/i.test(response);
}

/** What is told to operators: one line, without anybody's address. */
function said({ response, message = '', code = '' }: Failure): string {
  const line = oneLine(response ?? `${code} ${message}`).replace(/\S+@\S+/g, '…');
  return line.length > ERROR_MAX ? `${line.slice(0, ERROR_MAX)}…` : line;
}
