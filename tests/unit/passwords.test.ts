import { expect, test } from '@jest/globals';
import { createPasswords } from '../../services/auth/passwords.ts';

const cheap = { N: 2 ** 4, r: 8, p: 1 };

test('a password is kept at the cost that OWASP recommends, and is told from others', async () => {
  const { hash, verify } = createPasswords();
  const stored = await hash('une phrase de passe');
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verify('une phrase de passe', stored)).toBe(true);
  expect(await verify('une phrase de passé', stored)).toBe(false);
});

test('however its accents are typed, and whatever it cost when it was kept', async () => {
  const stored = await createPasswords(cheap).hash('caf\u00e9 noir');
  expect(await createPasswords({ ...cheap, p: 2 }).verify('cafe\u0301 noir', stored)).toBe(true);
});

test('two of the same are kept as different ones, and nobody has any', async () => {
  const { hash, verify } = createPasswords(cheap);
  expect(await hash('la même')).not.toBe(await hash('la même'));
  expect(await verify('la même', null)).toBe(false);
});

test('more than ten at once are sent away, and those who wait get their turn', async () => {
  const { hash } = createPasswords(cheap);
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => hash('toutes ensemble')));
  const refused = all.filter((one) => one.status === 'rejected').map(({ reason }) => (reason as { code: string }).code);
  expect(refused).toEqual(['rate-limited', 'rate-limited']);
  expect(await hash('une de plus')).toMatch(/^scrypt/);
});
