import { expect, it } from '@jest/globals';
import type { PersonId } from '../../shared/ids.ts';
import { createMailLinks, LINK_DAYS, MAIL_ACTIONS } from '../../services/notifications/mail-links.ts';

const KEY = 'a service key that is long enough';
const AT = new Date('2026-03-01T12:00:00.500Z');
const links = createMailLinks(KEY);
const stop = { action: 'stop', personId: 'lise' as PersonId, key: 'k'.repeat(43), target: 'thread:t1' } as const;
const { key: _, ...said } = { ...stop, mailbox: 'k'.repeat(16) };
const decoded = (part: string): string => Buffer.from(part, 'base64url').toString();
const encoded = (text: string): string => Buffer.from(text).toString('base64url');

it('a link says what was signed, and fits in an address as it is', () => {
  for (const action of MAIL_ACTIONS) {
    const signed = links.sign({ ...stop, action }, AT);
    expect(signed).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(links.read(signed, AT)).toMatchObject({ is: 'good', link: { ...said, action } });
  }
});

it('a link is good for the days of its action and not a second longer, and still says what it was', () => {
  for (const action of MAIL_ACTIONS) {
    const signed = links.sign({ ...stop, action }, AT);
    const end = new Date('2026-03-01T12:00:00Z').getTime() + LINK_DAYS[action] * 86_400_000;
    expect(links.read(signed, new Date(end - 1)).is).toBe('good');
    expect(links.read(signed, new Date(end))).toMatchObject({ is: 'expired', link: { action } });
  }
});

it('a link that was changed anywhere is nothing', () => {
  const signed = links.sign(stop, AT);
  const [payload = '', signature = ''] = signed.split('.');
  const other = (from: string, to: string): string => `${encoded(decoded(payload).replace(from, to))}.${signature}`;
  const forged = [
    other('stop', 'settings'),
    other('lise', 'noah'),
    other('t1', 't2'),
    `${encoded(JSON.stringify(['stop', 'lise', said.mailbox, said.target, 9_999_999_999]))}.${signature}`,
    payload,
    `${payload}.`,
    `.${signature}`,
    `${signed}.`,
    `${signed}A`,
    `${payload}.${signature}=`,
    `${payload}.${signature.slice(0, -1)}`,
    // The last letter of 43 has bits to spare: another one may stand for the same bytes.
    ...['B', 'C', 'D'].map((last) => `${payload}.${signature.slice(0, -1)}${last}`).filter((one) => one !== signed),
    `${signature}.${payload}`,
    'x.y',
    '',
  ];
  for (const one of forged) expect([one, links.read(one, AT)]).toEqual([one, { is: 'forged' }]);
  for (let i = 0; i < signed.length; i++) {
    const changed = `${signed.slice(0, i)}${signed[i] === 'x' ? 'y' : 'x'}${signed.slice(i + 1)}`;
    expect([i, links.read(changed, AT).is]).toEqual([i, 'forged']);
  }
});

it('a link of another service, or one that was signed for something else with the same key, is nothing', () => {
  const signed = createMailLinks(`${KEY}!`).sign(stop, AT);
  expect(links.read(signed, AT)).toEqual({ is: 'forged' });
});
