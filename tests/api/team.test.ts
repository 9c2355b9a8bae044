import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, request } from '../support/client.ts';

let app: TestApp;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  app = await bootApp();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterAll(() => app.close());

describe('the team', () => {
  it('has one first moderator, however often the link is used', async () => {
    const other = await bootApp();
    const code = (await other.app.setupCode()) ?? '';
    const answers = await Promise.allSettled(
      ['Première', 'Deuxième', 'Troisième'].map((name) => Moderator.redeem(other.url, name, code)),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(await other.app.setupCode()).toBeNull();
    await other.close();
  });

  it('signs in and out, and does not say which of name and password is wrong', async () => {
    const at = app.url + path(routes.session, {});
    const signIn = (name: string, password: string) =>
      request<{ code: string; detail: string }>(at, 'POST', { body: { name, password } });
    const good = await signIn('Inès Vidal', 'correct horse battery');
    expect([good.status, good.headers.get('set-cookie')]).toEqual([
      200,
      expect.stringMatching(/^tribune=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/),
    ]);
    const [wrongPassword, wrongName] = [
      await signIn('Inès Vidal', 'wrong horse battery'),
      await signIn('Nobody Here', 'correct horse battery'),
    ];
    expect([wrongPassword.status, wrongPassword.body.code]).toEqual([401, 'sign-in-failed']);
    expect(wrongName.body).toEqual(wrongPassword.body);
    const Cookie = good.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await request(at, 'GET', { headers: { Cookie } })).status).toBe(200);
    expect((await request(at, 'DELETE', { headers: { Cookie } })).status).toBe(204);
    expect((await request(at, 'GET', { headers: { Cookie } })).status).toBe(401);
  });

  it('says whether a one-time link still works without using it up, and tells no session from no link', async () => {
    const check = async (code: string) =>
      (await request<{ code?: string }>(app.url + path(routes.setupCheck, {}), 'POST', { body: { code } })).status;
    const { body } = await ines.ask<{ url: string }>('POST', path(routes.invites, {}));
    const code = body.url.split('#invite=')[1] ?? '';
    expect([await check(code), await check(code)]).toEqual([204, 204]);
    await Moderator.redeem(app.url, 'Léo Martin', code);
    const session = ines.cookie.split('=')[1] ?? '';
    expect([await check(code), await check('x'.repeat(43)), await check(session)]).toEqual([410, 410, 410]);
  });

  it('lets only admins and owners invite', async () => {
    const reply = await noe.ask<{ code: string }>('POST', path(routes.invites, {}));
    expect([reply.status, reply.body.code]).toEqual([403, 'not-allowed']);
  });
});
