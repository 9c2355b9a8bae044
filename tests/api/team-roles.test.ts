import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { path, routes } from '../../shared/routes.ts';
import { ROLES, type Role } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { TeamChange } from '../../shared/team.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, request, type Reply } from '../support/client.ts';
import { hold } from '../support/console-page.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;

beforeAll(async () => {
  app = await bootApp();
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

const SYLLABLES = ['ba', 'de', 'fu', 'ga', 'ke', 'ma', 'nu', 'pa', 're', 'su'];
let made = 0;
/** One more member, under a name that looks like no other. */
const member = (role: Role, by = owner): Promise<Moderator> => {
  made += 1;
  const syllables = String(made)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)] ?? '');
  return by.invite(`Collègue ${syllables.join('')}`, role);
};
const said = ({ status, body }: Reply<ProblemDocument>) => (status < 300 ? status : [status, body.code]);
const changesOf = async (of: Moderator): Promise<Pick<TeamChange, 'before' | 'after'>[]> =>
  (await owner.team()).body.changes
    .filter(({ member: { id } }) => id === of.view.id)
    .map(({ before, after }) => ({ before, after }));
const sessionOf = async (who: Moderator) => {
  const { status, body } = await who.ask<{ role?: Role }>('GET', routes.session);
  return status === 200 ? body.role : status;
};
const redeem = (code: string, name: string, password = 'correct horse battery') =>
  request<ProblemDocument>(app.url + routes.setup, 'POST', { body: { code, name, password } });

describe('who may do what to whom', () => {
  const OWNER_ONLY = [403, 'owner-only'];
  const NOT_ALLOWED = [403, 'not-allowed'];
  /** By the role of who acts: what becomes of it when they touch one who has a role, or give one. */
  const answer = (by: Role, ...touched: Role[]) => {
    if (by === 'moderator') return NOT_ALLOWED;
    return by === 'admin' && touched.includes('owner') ? OWNER_ONLY : null;
  };

  it.each(ROLES)('the %s', async (by) => {
    const actor = await member(by);
    for (const role of ROLES) {
      const invitation = await actor.ask<ProblemDocument>('POST', routes.invites, { body: { role } });
      expect([by, 'invites', role, said(invitation)]).toEqual([by, 'invites', role, answer(by, role) ?? 201]);
    }
    for (const before of ROLES) {
      const other = await member(before);
      for (const role of ROLES.filter((each) => each !== before)) {
        const reply = said(await actor.changeRole(other, role, before));
        expect([by, before, role, reply]).toEqual([by, before, role, answer(by, before, role) ?? 200]);
        await owner.changeRole(other, before, role);
      }
      expect([by, 'removes', before, said(await actor.remove(other))]).toEqual([
        ...[by, 'removes', before],
        answer(by, before) ?? 204,
      ]);
    }
    const own = by === 'moderator' ? NOT_ALLOWED : [403, 'own-membership'];
    for (const role of ROLES) expect(said(await actor.changeRole(actor, role))).toEqual(own);
    expect(said(await actor.remove(actor))).toEqual(own);
    expect(await sessionOf(actor)).toBe(by);
  });

  it('everybody in the team may see it, with what they themselves may give', async () => {
    const [noe, admin] = [await member('moderator'), await member('admin')];
    expect((await noe.team()).body.mayGive).toEqual([]);
    expect((await admin.team()).body.mayGive).toEqual(['moderator', 'admin']);
    const { members } = (await noe.team()).body;
    expect(members[0]).toMatchObject({ role: 'owner' });
    expect(members.find(({ id }) => id === admin.view.id)).toMatchObject({ name: admin.name, role: 'admin' });
    expect((await request(app.url + routes.team, 'GET')).status).toBe(401);
  });

  it('a refusal has a sentence in the language of whoever reads it', async () => {
    const details = await Promise.all(
      ['fr', 'en', 'ar'].map(async (lang) => {
        const at = path(routes.teamMember, { memberId: owner.view.id });
        return (await owner.ask<ProblemDocument>('DELETE', at, { headers: { 'Accept-Language': lang } })).body.detail;
      }),
    );
    expect(details[0]).toContain('Vous ne pouvez ni changer votre propre rôle');
    expect(new Set(details).size).toBe(3);
  });
});

describe('a change of role', () => {
  it('holds at once for who is signed in, is recorded once, and sent again changes nothing more', async () => {
    const noe = await member('moderator');
    expect(said(await owner.changeRole(noe, 'admin'))).toBe(200);
    expect(await sessionOf(noe)).toBe('admin');
    expect((await noe.ask('POST', routes.invites)).status).toBe(201);
    expect(said(await owner.changeRole(noe, 'admin'))).toBe(200);
    expect(await changesOf(noe)).toEqual([
      { before: 'moderator', after: 'admin' },
      { before: null, after: 'moderator' },
    ]);
    expect((await owner.team()).body.changes[0]).toMatchObject({
      ...{ by: { id: owner.view.id, name: owner.name }, member: { id: noe.view.id, name: noe.name } },
    });
  });

  it('is refused when somebody has changed it meanwhile', async () => {
    const noe = await member('moderator');
    await owner.changeRole(noe, 'admin');
    const late = await owner.changeRole(noe, 'owner', 'moderator');
    expect([said(late), late.body['role']]).toEqual([[409, 'member-changed'], 'admin']);
  });

  it('is recorded in one row, however many come at once', async () => {
    const team = await Promise.all([member('moderator'), member('moderator'), member('moderator')]);
    const replies = await Promise.all(team.flatMap((each) => [owner.changeRole(each, 'admin'), owner.remove(each)]));
    for (const reply of replies) expect([200, 204, [404, 'member-gone']]).toContainEqual(said(reply));
    for (const each of team) {
      const [newest, ...older] = await changesOf(each);
      expect(newest?.after).toBeNull();
      expect(newest?.before).toBe(older[0]?.after);
    }
    const versions = (await owner.team()).body.changes.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) - index));
  });

  it.each(['0'.repeat(26), 'nobody'])('of nobody (%s) is a problem, not an error', async (memberId) => {
    const at = path(routes.teamMember, { memberId });
    const { status } = await owner.ask('PUT', at, { body: { before: 'moderator', role: 'admin' } });
    expect(status).toBe(memberId === 'nobody' ? 400 : 404);
    expect((await owner.ask('DELETE', at)).status).toBe(status);
  });
});

describe('the last owner', () => {
  it.each(['removed', 'made moderators'])('is never lost, whoever are %s at once', async (how) => {
    const owners = [owner, await member('owner'), await member('owner')];
    // Nobody else, so that the last one is among them.
    for (const { id, role } of (await owner.team()).body.members)
      if (role === 'owner' && !owners.some(({ view }) => view.id === id))
        await owner.ask('DELETE', path(routes.teamMember, { memberId: id }));
    const act = (by: Moderator, whom: Moderator) =>
      how === 'removed' ? by.remove(whom) : by.changeRole(whom, 'moderator', 'owner');
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(owners.flatMap((by) => owners.filter((whom) => whom !== by).map((whom) => act(by, whom))));
      const roles = await Promise.all(owners.map(sessionOf));
      expect(roles.filter((role) => role === 'owner')).toHaveLength(1);
      owner = owners[roles.indexOf('owner')] ?? owner;
      owners.splice(0, 3, owner, await member('owner'), await member('owner'));
    }
  });
});

describe('a member who is removed', () => {
  it('has no session, no socket, no ticket and no way back, and their name stays with what they did', async () => {
    const noe = await member('moderator');
    const commentId = await hold(app.url, 'Albane');
    const { body } = await noe.queue();
    const card = body.items.find(({ id }) => id === commentId);
    await noe.decide(commentId, { action: 'approve', expectedV: card?.v ?? 0, expectedRev: card?.rev ?? 0 });
    const socket = await listen(app.url, { ticket: await noe.ticket() });
    const unused = await noe.ticket();

    expect(said(await owner.remove(noe))).toBe(204);
    expect(await sessionOf(noe)).toBe(401);
    expect((await noe.queue()).status).toBe(401);
    await expect(listen(app.url, { ticket: unused })).rejects.toThrow('token-invalid');
    const signedIn = await request<ProblemDocument>(app.url + routes.session, 'POST', {
      body: { name: noe.name, password: 'correct horse battery' },
    });
    expect(said(signedIn)).toEqual([401, 'sign-in-failed']);
    await until(() => !socket.socket.connected, 'the socket is cut');

    expect(said(await owner.remove(noe))).toBe(204);
    expect(said(await owner.changeRole(noe, 'admin'))).toEqual([404, 'member-gone']);
    expect((await owner.team()).body.members.map(({ id }) => id)).not.toContain(noe.view.id);
    expect((await changesOf(noe))[0]).toEqual({ before: 'moderator', after: null });
    const store = await openStore(app.storeUri);
    const isKept = async () =>
      (await store.modEvents.ofComment(commentId)).some(({ actor }) => actor.name === noe.name);
    await until(isKept, 'what they did stands in the audit with their name');
    await store.close();
  });

  it('can be invited again, under the same name, as somebody new', async () => {
    const noe = await member('admin');
    await owner.remove(noe);
    const again = await owner.invite(noe.name);
    expect(again.view).toEqual({ id: again.view.id, name: noe.name, role: 'moderator', sites: null });
    expect(again.view.id).not.toBe(noe.view.id);
    expect([await sessionOf(again), await sessionOf(noe)]).toEqual(['moderator', 401]);
    expect(said(await redeem(await owner.inviteCode(), noe.name))).toEqual([409, 'name-taken']);
  });
});

describe('an invitation', () => {
  it('gives the role it says, a moderator’s if it says none, and is recorded as its maker’s', async () => {
    for (const role of ROLES) expect((await member(role)).view.role).toBe(role);
    const { body } = await owner.ask<{ url: string }>('POST', routes.invites);
    const plain = await Moderator.redeem(app.url, 'Sans Rôle', body.url.split('#invite=')[1] ?? '');
    expect(plain.view.role).toBe('moderator');
    expect((await owner.team()).body.changes[0]).toMatchObject({
      ...{ by: { id: owner.view.id }, member: { name: 'Sans Rôle' }, before: null, after: 'moderator' },
    });
    expect((await owner.ask('POST', routes.invites, { body: { role: 'king' } })).status).toBe(400);
  });

  it('sent again is the same link; with the same key for another role it is refused', async () => {
    const ask = (role: Role, key: string) =>
      owner.ask<ProblemDocument>('POST', routes.invites, { body: { role }, headers: { 'Idempotency-Key': key } });
    const key = randomUUID();
    expect((await ask('admin', key)).body).toEqual((await ask('admin', key)).body);
    expect(said(await ask('owner', key))).toEqual([422, 'idempotency-key-reused']);
  });

  it('holds no longer than its maker may give that role', async () => {
    const [lowered, removed] = [await member('admin'), await member('owner')];
    const codes = [await lowered.inviteCode('admin'), await removed.inviteCode('owner')];
    const kept = await lowered.inviteCode('moderator');
    await owner.changeRole(lowered, 'moderator');
    await owner.remove(removed);
    for (const code of [...codes, kept]) {
      const check = await request<ProblemDocument>(app.url + routes.setupCheck, 'POST', { body: { code } });
      expect(said(check)).toEqual([410, 'setup-link-used']);
      expect(said(await redeem(code, 'Trop Tard'))).toEqual([410, 'setup-link-used']);
    }
    await owner.changeRole(lowered, 'admin', 'moderator');
    expect((await redeem(codes[0] ?? '', 'Juste Temps')).status).toBe(201);
  });

  it('of who is removed while it is redeemed makes no member, or one who is known to have joined before', async () => {
    for (let round = 0; round < 3; round += 1) {
      const admin = await member('admin');
      const code = await admin.inviteCode();
      const [reply] = await Promise.all([redeem(code, `Course ${SYLLABLES[round] ?? ''}`), owner.remove(admin)]);
      const { changes, members } = (await owner.team()).body;
      const joined = changes.find(({ member: { name } }) => name === `Course ${SYLLABLES[round] ?? ''}`);
      const left = changes.find(({ member: { id }, after }) => id === admin.view.id && after === null);
      expect(members.some(({ name }) => name === `Course ${SYLLABLES[round] ?? ''}`)).toBe(reply.status === 201);
      if (reply.status === 201) expect(joined?.version).toBeLessThan(left?.version ?? 0);
      else expect([said(reply), joined]).toEqual([[410, 'setup-link-used'], undefined]);
    }
  });
});
