import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Account, FactorAdded, PasskeyOptions, RecoveryCodes, TotpOffer } from '../../shared/account.ts';
import type { ModeratorView, SignInStep } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, request, type Reply } from '../support/client.ts';
import { tribune } from '../support/command.ts';
import { SoftPasskey } from '../support/passkey.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

const PASSWORD = 'correct horse battery';
const MINUTE = 60_000;

let app: TestApp;
let origin: string;
let owner: Moderator;
/** How far the clock is ahead, milliseconds. */
let ahead = 0;

const now = (): Date => new Date(Date.now() + ahead);

beforeAll(async () => {
  app = await bootApp({}, { now });
  origin = app.url.replace('127.0.0.1', 'localhost');
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

type Step = Extract<SignInStep, { next: 'second-factor' }>;
type Signed = Reply<ModeratorView & Step & ProblemDocument & { recoveryCodesLeft?: number }>;

const post = (at: string, body: unknown = {}): Promise<Signed> => request(app.url + at, 'POST', { body });
const signIn = (name: string, password = PASSWORD): Promise<Signed> => post(routes.session, { name, password });
const cookieOf = ({ headers }: Signed): string | null => headers.get('set-cookie')?.split(';')[0] ?? null;
const said = ({ status, body }: Reply<unknown>): unknown[] => [status, (body as ProblemDocument | null)?.code];
/** The same member, at a session that has just begun. */
const at = (who: Moderator, reply: Signed): Moderator => who.at(cookieOf(reply) ?? '');
const account = async (who: Moderator): Promise<Account> => (await who.ask<Account>('GET', routes.account)).body;
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + ahead + steps * 30_000 });

/** Sets up an authenticator app; the clock is a step further then, so that the next code is a fresh one. */
async function setUpTotp(who: Moderator): Promise<{ secret: string; codes: string[] }> {
  const { secret } = (await who.ask<TotpOffer>('POST', routes.accountTotp)).body;
  const added = await who.ask<FactorAdded>('POST', routes.accountTotpConfirm, { body: { code: codeOf(secret) } });
  expect(added.status).toBe(200);
  ahead += MINUTE;
  return { secret, codes: added.body.recoveryCodes ?? [] };
}

async function addPasskey(who: Moderator): Promise<SoftPasskey> {
  const passkey = new SoftPasskey();
  const { body } = await who.ask<PasskeyOptions>('POST', routes.accountPasskeyOptions);
  const made = await who.ask<FactorAdded>('POST', routes.accountPasskeys, { body: passkey.make(body, origin) });
  expect(made.status).toBe(201);
  return passkey;
}
const optionsFor = async (challenge?: string): Promise<PasskeyOptions> =>
  (await request<PasskeyOptions>(app.url + routes.sessionPasskeyOptions, 'POST', { body: { challenge } })).body;

describe('npm run tribune -- team rescue', () => {
  const rescue = (...args: string[]) => tribune('team', 'rescue', ...args, '--uri', app.storeUri);

  it('lets in an owner who has lost everything, by a link that works once, and the team sees it', async () => {
    const rose = await owner.invite('Rose Blanc', 'owner');
    const noe = await owner.invite('Théo Petit', 'admin');
    await setUpTotp(rose);
    await addPasskey(rose);
    expect(await rescue('Théo Petit')).toMatchObject({ code: 1, err: expect.stringContaining('is no owner') });
    expect(await rescue('Personne')).toMatchObject({ code: 1, err: expect.stringContaining("called 'Personne'") });
    const first = await rescue('rose blanc');
    const { code, out } = await rescue('Rose Blanc', '--url', 'https://tribune.example/');
    expect([code, out]).toEqual([0, expect.stringMatching(/^https:\/\/tribune\.example\/console#rescue=\S{43}\n$/)]);
    const link = out.trim().split('#rescue=')[1] ?? '';
    const [password, again] = ['une phrase toute neuve', 'une autre phrase encore'];
    // Only the newest works, it makes nobody new, and asking uses nothing up.
    const used = first.out.trim().split('#rescue=')[1] ?? '';
    expect(said(await post(routes.rescue, { code: used, password }))).toEqual([410, 'setup-link-used']);
    expect(said(await post(routes.setup, { code: link, name: 'Qui', password }))).toEqual([410, 'setup-link-used']);
    expect((await post(routes.setupCheck, { code: link })).status).toBe(204);
    expect((await rose.ask('GET', routes.session)).status).toBe(200);

    const entered = await post(routes.rescue, { code: link, password });
    expect([entered.status, entered.body.next]).toEqual([202, 'set-up']);
    expect((await rose.ask('GET', routes.session)).status).toBe(401);
    expect(said(await signIn('Rose Blanc'))).toEqual([401, 'sign-in-failed']);
    expect((await post(routes.setupCheck, { code: link })).status).toBe(410);
    expect(said(await post(routes.rescue, { code: link, password: again }))).toEqual([410, 'setup-link-used']);
    // Its answer may have been lost; and a factor is owed, whatever the team requires.
    expect((await post(routes.rescue, { code: link, password })).body.next).toBe('set-up');
    const back = at(rose, await signIn('Rose Blanc', password));
    expect(said(await back.ask('GET', routes.session))).toEqual([403, 'second-factor-needed']);
    await setUpTotp(back);
    expect((await back.ask('GET', routes.session)).status).toBe(200);

    const { events } = (await owner.team()).body;
    expect(events.slice(0, 3).map(({ what, by, member }) => [what, by.name, member?.name])).toEqual([
      ['rescued', 'Rose Blanc', 'Rose Blanc'],
      ['rescue-link', 'npm run tribune', 'Rose Blanc'],
      ['rescue-link', 'npm run tribune', 'Rose Blanc'],
    ]);
    for (const one of [rose, noe]) await owner.remove(one);
  });
});

describe('an authenticator app', () => {
  let noe: Moderator;
  let secret: string;

  it('counts once a code of it has come back, and its secret cannot be read in the database', async () => {
    noe = await owner.invite('Noé Garnier');
    const { body: offer } = await noe.ask<TotpOffer>('POST', routes.accountTotp);
    expect(offer.address).toMatch(/^otpauth:\/\/totp\/Tribune%20.*No%C3%A9%20Garnier.*secret=/);
    expect((await signIn('Noé Garnier')).status).toBe(200);
    const confirm = (code: string) => noe.ask('POST', routes.accountTotpConfirm, { body: { code } });
    expect(said(await confirm(codeOf(offer.secret, 3)))).toEqual([422, 'wrong-code']);
    expect((await account(noe)).totpSince).toBeNull();
    ({ secret } = await setUpTotp(noe));
    const read = await account(noe);
    expect([read.totpSince, read.recoveryCodesLeft]).toEqual([expect.any(String), 10]);
    const store = await openStore(app.storeUri);
    const doc = await store.moderators.byId(noe.view.id as never);
    await store.close();
    expect(doc?.totp?.secret).not.toContain(secret);
  });

  it('is asked for after the right password only, by a challenge that is no session', async () => {
    const step = await signIn('Noé Garnier');
    expect([step.status, step.body.next, step.body.ways, cookieOf(step)]).toEqual([
      ...[202, 'second-factor', ['code', 'recovery-code'], null],
    ]);
    const [wrong, nobody] = [await signIn('Noé Garnier', 'wrong horse'), await signIn('Nobody At All', 'wrong horse')];
    expect(wrong.body).toEqual(nobody.body);
    const asSession = { headers: { Cookie: `tribune=${step.body.challenge}` } };
    expect((await request(app.url + routes.session, 'GET', asSession)).status).toBe(401);
  });

  it('lets in by each code once, one step early or late', async () => {
    const { challenge } = (await signIn('Noé Garnier')).body;
    const show = (code: string, to = challenge): Promise<Signed> =>
      post(routes.sessionCode, { challenge: to, way: 'code', code });
    expect(said(await show('000000'))).toEqual([422, 'wrong-code']);
    expect(said(await show(codeOf(secret, 2)))).toEqual([422, 'wrong-code']);
    const entered = await show(codeOf(secret, 1));
    expect([entered.status, cookieOf(entered)]).toEqual([200, expect.stringMatching(/^tribune=[\w-]{43}$/)]);
    expect(said(await show(codeOf(secret, 1)))).toEqual([410, 'challenge-over']);
    const again = (await signIn('Noé Garnier')).body.challenge;
    for (const steps of [0, 1]) expect(said(await show(codeOf(secret, steps), again))).toEqual([422, 'wrong-code']);
    ahead += 5 * MINUTE;
    expect(said(await show(codeOf(secret), again))).toEqual([410, 'challenge-over']);
  });

  it('gives way to a recovery code, once, which is told and stands in the history of the team', async () => {
    const { codes } = (await noe.ask<RecoveryCodes>('POST', routes.accountRecoveryCodes)).body;
    expect(new Set(codes).size).toBe(10);
    const show = async (code: string): Promise<Signed> =>
      post(routes.sessionCode, {
        ...{ challenge: (await signIn('Noé Garnier')).body.challenge, code },
        way: 'recovery-code',
      });
    const entered = await show((codes[0] ?? '').toUpperCase().replaceAll('-', ' '));
    expect([entered.status, entered.body.recoveryCodesLeft]).toEqual([200, 9]);
    expect(said(await show(codes[0] ?? ''))).toEqual([422, 'wrong-code']);
    const { events } = (await owner.team()).body;
    expect(events[0]).toMatchObject({ what: 'recovery-code', by: { name: 'Noé Garnier' }, left: 9 });
    await noe.ask('POST', routes.accountRecoveryCodes);
    expect(said(await show(codes[1] ?? ''))).toEqual([422, 'wrong-code']);
  });

  it('is guessed at ten times an hour at most, wherever from', async () => {
    const { challenge } = (await signIn('Noé Garnier')).body;
    const tries: number[] = [];
    for (let i = 0; i < 12; i += 1)
      tries.push((await post(routes.sessionCode, { challenge, way: 'code', code: '000000' })).status);
    expect(tries.at(-1)).toBe(429);
  });
});

describe('a passkey', () => {
  let lise: Moderator;
  let passkey: SoftPasskey;
  const show = (options: PasskeyOptions, of = passkey, challenge?: string, from = origin): Promise<Signed> =>
    post(routes.sessionPasskey, { challenge, proof: of.answer(options, from) });

  it('lets in alone, each answer once', async () => {
    lise = await owner.invite('Lise Aubert');
    passkey = await addPasskey(lise);
    const options = await optionsFor();
    const proof = passkey.answer(options, origin);
    const entered = await post(routes.sessionPasskey, { proof });
    expect([entered.status, entered.body.name, cookieOf(entered)]).toEqual([200, 'Lise Aubert', expect.any(String)]);
    expect(said(await post(routes.sessionPasskey, { proof }))).toEqual([410, 'challenge-over']);
    expect((await account(lise)).passkeys).toMatchObject([{ name: 'Clé', lastUsedAt: expect.any(String) }]);
  });

  it('is refused from another page, unverified, late, for somebody else, and if it counts backwards', async () => {
    const refused = [422, 'passkey-refused'];
    expect(said(await show(await optionsFor(), passkey, undefined, 'https://evil.example'))).toEqual(refused);
    const unverified = passkey.answer(await optionsFor(), origin, false);
    expect(said(await post(routes.sessionPasskey, { proof: unverified }))).toEqual(refused);
    const late = await optionsFor();
    ahead += 5 * MINUTE;
    expect(said(await show(late))).toEqual([410, 'challenge-over']);
    const stranger = new SoftPasskey();
    stranger.userHandle = passkey.userHandle;
    expect(said(await show(await optionsFor(), stranger))).toEqual(refused);
    const own = (await lise.ask<PasskeyOptions>('POST', routes.accountProofOptions)).body;
    expect(said(await show(own))).toEqual(refused);
    passkey.counter = 1;
    expect(said(await show(await optionsFor()))).toEqual(refused);
    passkey.counter = 50;
    expect((await show(await optionsFor())).status).toBe(200);
  });

  it('is the second factor of who has none other, and of nobody else', async () => {
    const step = await signIn('Lise Aubert');
    expect([step.status, step.body.ways]).toEqual([202, ['passkey', 'recovery-code']]);
    const { challenge } = step.body;
    owner = at(owner, await signIn('Inès Vidal'));
    const foreign = await addPasskey(owner);
    expect(said(await show(await optionsFor(challenge), foreign, challenge))).toEqual([422, 'passkey-refused']);
    expect((await show(await optionsFor(challenge), passkey, challenge)).body.name).toBe('Lise Aubert');
    await owner.ask('DELETE', path(routes.accountPasskey, { passkeyId: foreign.id }));
    expect(said(await show(await optionsFor(), foreign))).toEqual([422, 'passkey-refused']);
    expect((await signIn('Inès Vidal')).status).toBe(200);
  });
});

describe('sessions', () => {
  it('are listed by browser and system, and end one by one or all but this, in every process within seconds', async () => {
    const marc = await owner.invite('Marc Odin');
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const elsewhere = await request<never>(app.url + routes.session, 'POST', {
      ...{ body: { name: 'Marc Odin', password: PASSWORD }, headers: { 'User-Agent': agent } },
    });
    const phone = at(marc, elsewhere);
    const third = at(marc, await signIn('Marc Odin'));
    const { sessions } = await account(marc);
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    const his = sessions.find(({ browser }) => browser === 'Firefox');
    expect(his).toMatchObject({ system: 'Windows', isThis: false });
    const end = (who: Moderator, sessionId = his?.id ?? ''): Promise<Reply<unknown>> =>
      who.ask('DELETE', path(routes.accountSession, { sessionId }));
    await end(owner);
    expect((await phone.ask('GET', routes.session)).status).toBe(200);
    await end(marc);
    expect((await phone.ask('GET', routes.session)).status).toBe(401);

    const other = await bootApp({}, { over: app, now });
    const { socket } = await listen(other.url, { ticket: await third.at(third.cookie, other.url).ticket() });
    await marc.ask('DELETE', routes.accountSessions);
    await until(() => !socket.connected, 'the socket in the other process is cut');
    expect((await third.ask('GET', routes.session)).status).toBe(401);
    expect((await account(marc)).sessions).toHaveLength(1);
    await other.close();
  });

  it('are new with every sign-in, and the one before is over', async () => {
    const old = at(owner, await signIn('Inès Vidal'));
    const again = await request<never>(app.url + routes.session, 'POST', {
      ...{ body: { name: 'Inès Vidal', password: PASSWORD }, headers: { Cookie: old.cookie } },
    });
    expect(cookieOf(again)).not.toBe(old.cookie);
    expect((await old.ask('GET', routes.session)).status).toBe(401);
  });

  it('end with the password they began with, but for the one that has changed it', async () => {
    const jade = await owner.invite('Jade Renoir');
    const other = at(jade, await signIn('Jade Renoir'));
    const change = (current: string) =>
      jade.ask('PUT', routes.accountPassword, { body: { current, password: 'a staple and a battery' } });
    expect(said(await change('not the password'))).toEqual([422, 'wrong-password']);
    expect((await change(PASSWORD)).status).toBe(204);
    expect([(await jade.ask('GET', routes.session)).status, (await other.ask('GET', routes.session)).status]).toEqual([
      200, 401,
    ]);
    expect((await signIn('Jade Renoir')).status).toBe(401);
    expect((await signIn('Jade Renoir', 'a staple and a battery')).status).toBe(200);
  });

  it('do not change how one signs in ten minutes later, until one has proved who one is', async () => {
    const theo = await owner.invite('Théo Lambert');
    ahead += 11 * MINUTE;
    for (const [method, path_] of [
      ['POST', routes.accountTotp],
      ['POST', routes.accountPasskeyOptions],
      ['POST', routes.accountRecoveryCodes],
      ['DELETE', routes.accountTotp],
      ['DELETE', path(routes.accountPasskey, { passkeyId: 'x' })],
    ] as const)
      expect(said(await theo.ask(method, path_))).toEqual([403, 'proof-required']);
    const prove = (password: string) => theo.ask('POST', routes.accountProof, { body: { password } });
    expect(said(await prove('not the password'))).toEqual([422, 'wrong-password']);
    expect((await prove(PASSWORD)).status).toBe(204);
    const passkey = await addPasskey(theo);
    ahead += 11 * MINUTE;
    const { body } = await theo.ask<PasskeyOptions>('POST', routes.accountProofOptions);
    const proof = { passkey: passkey.answer(body, origin) };
    expect((await theo.ask('POST', routes.accountProof, { body: proof })).status).toBe(204);
    expect((await theo.ask('POST', routes.accountTotp)).status).toBe(200);
  });
});

describe('a second factor that the team requires', () => {
  let zoe: Moderator;
  const require_ = (who: Moderator, required: boolean): Promise<Reply<unknown>> =>
    who.ask('PUT', routes.secondFactor, { body: { required } });

  it('is for owners to require who have one themselves', async () => {
    zoe = await owner.invite('Zoé Perrin', 'admin');
    expect(said(await require_(zoe, true))).toEqual([403, 'not-allowed']);
    expect(said(await require_(owner, true))).toEqual([409, 'own-second-factor-first']);
    owner = at(owner, await signIn('Inès Vidal'));
    await setUpTotp(owner);
    expect((await require_(owner, true)).status).toBe(204);
    const { events, secondFactor } = (await owner.team()).body;
    expect([events[0]?.what, secondFactor]).toEqual(['required', { required: true, mayChange: true }]);
    expect(said(await owner.ask('DELETE', routes.accountTotp))).toEqual([409, 'last-second-factor']);
  });

  it('is all that who has none can turn to, signed in before, since, or by an invitation', async () => {
    for (const asked of [routes.session, routes.review, routes.team])
      expect(said(await zoe.ask('GET', asked))).toEqual([403, 'second-factor-needed']);
    expect(said(await zoe.ask('POST', routes.socketTicket))).toEqual([403, 'second-factor-needed']);
    const again = await signIn('Zoé Perrin');
    expect([again.status, again.body.next, cookieOf(again)]).toEqual([202, 'set-up', expect.any(String)]);
    const invited = await post(routes.setup, {
      code: await owner.inviteCode(),
      name: 'Paul Roche',
      password: PASSWORD,
    });
    expect([invited.status, invited.body.next]).toEqual([202, 'set-up']);
    await setUpTotp(at(zoe, again));
    expect((await zoe.ask('GET', routes.review)).status).toBe(200);
  });

  it('is taken away by an owner, never from themselves, and that is recorded and ends the member’s sessions', async () => {
    const reset = (by: Moderator, of: Moderator): Promise<Reply<unknown>> =>
      by.ask('DELETE', path(routes.teamMemberFactor, { memberId: of.view.id }));
    expect(said(await reset(zoe, owner))).toEqual([403, 'not-allowed']);
    expect(said(await reset(owner, owner))).toEqual([403, 'own-membership']);
    expect((await reset(owner, zoe)).status).toBe(204);
    expect((await zoe.ask('GET', routes.session)).status).toBe(401);
    expect((await signIn('Zoé Perrin')).body.next).toBe('set-up');
    const { events, members } = (await owner.team()).body;
    expect(events[0]).toMatchObject({ what: 'reset', by: { name: 'Inès Vidal' }, member: { name: 'Zoé Perrin' } });
    expect(members.find(({ name }) => name === 'Zoé Perrin')?.hasSecondFactor).toBe(false);
    await require_(owner, false);
    expect((await signIn('Zoé Perrin')).status).toBe(200);
    expect(zoe.view.role).toBe('admin');
  });
});
