import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { siteSettingsSchema } from '../../shared/site.ts';
import type { NewSite } from '../../services/storage/sites.ts';
import type { CommentId, ModeratorId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { REVIEW_QUEUES } from '../../shared/moderation.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { LetterDoc } from '../../services/storage/letters.ts';
import type { ModEvent } from '../../services/storage/mod-events.ts';
import type { IdentityDoc } from '../../services/storage/identities.ts';
import type { FanOutDoc } from '../../services/storage/fanouts.ts';
import type { CommentNoticeDoc, VerdictNoticeDoc } from '../../services/storage/notifications.ts';
import type { ReaderSessionDoc } from '../../services/storage/reader-sessions.ts';
import type { ReportDoc } from '../../services/storage/reports.ts';
import type { Sanction } from '../../services/storage/people.ts';
import type { PersonMail } from '../../services/storage/person-mail.ts';
import type { PersonNoteDoc } from '../../services/storage/person-notes.ts';
import type { SignInDoc } from '../../services/storage/sign-ins.ts';
import type { SubscriptionDoc } from '../../services/storage/subscriptions.ts';
import type { WebhookCallDoc } from '../../services/storage/webhook-calls.ts';
import type { ThreadActDoc } from '../../services/storage/thread-acts.ts';
import type { SanctionAct } from '../../services/storage/sanctions.ts';
import { NOTHING_TOLD } from '../../services/moderation/alerts.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootStore } from '../support/app.ts';
import { stagesOf, watchCommands } from '../support/watch-commands.ts';

/** Enough that a scan would be the wrong way. */
const MANY = 100;
const AT = new Date('2026-03-01T12:00:00Z');
const SITE = 'gazette' as SiteId;
const THREAD = 'thread-1' as ThreadId;
const AUTHOR = 'person-1' as PersonId;
const id = (i: number): CommentId => `comment-${String(i).padStart(4, '0')}` as CommentId;
const at = (i: number): Date => new Date(AT.getTime() + i * 1000);

function event(i: number, seq: number): ModEvent {
  return {
    ...{ id: `event-${i}-${seq}`, seq, type: 'auto_held', at: at(i), before: null, rev: 1, textHash: 'hash' },
    actor: { kind: 'rule', id: 'policy', name: 'ruleset 1' },
    after: { vis: 'hidden', review: 'open', queue: 'premod' },
    ...{ codes: [], note: null, remark: null, rules: [] },
  };
}

/** A report of each comment by somebody; each tenth was right. */
function report(i: number): ReportDoc {
  const personId = `person-${i % 30}` as PersonId;
  return {
    ...{ _id: `${id(i)}:1:${personId}`, commentId: id(i), rev: 1, personId, siteId: SITE },
    ...{ reason: 'abuse', note: null, weight: 1, at: at(i) },
    ...(i % 10 === 1 ? { outcome: { kind: 'upheld', eventId: `event-${i}-2` } } : {}),
  };
}

/** What a person signs in with, where they are signed in, and what they may still sign in by. */
function identity(i: number): IdentityDoc {
  const address = `reader-${i}@example.org`;
  const who = { siteId: SITE, personId: `person-${i % 30}` as PersonId, issuer: 'mail' as const, address };
  return { _id: `${SITE} mail key-${i}`, ...who, became: `guest-${i}` as PersonId, at: at(i) };
}
function readerSession(i: number): ReaderSessionDoc {
  return {
    ...{ _id: `session-${i}`, siteId: SITE, personId: `person-${i % 30}` as PersonId, key: { x: 'x', y: 'y' } },
    ...{ issuer: 'mail', browser: 'Firefox', system: 'Linux', createdAt: at(i), usedAt: at(i) },
    expiresAt: new Date('2999-01-01'),
  };
}
function signIn(i: number): SignInDoc {
  const subject = `reader-${i}@example.org`;
  return {
    ...{ _id: `way-${i}`, siteId: SITE, issuer: 'mail', subject, address: subject, name: null, lang: 'fr', url: null },
    ...{ tries: 0, at: at(i), expiresAt: new Date('2999-01-01') },
  };
}

/** A letter; each third is dead, and the other ones wait. */
function letter(i: number): LetterDoc {
  const state = i % 3 === 0 ? ('dead' as const) : ('waiting' as const);
  return {
    ...{ _id: `key-${i % 30}:comment:${id(i)}`, siteId: SITE, personId: `person-${i % 30}` as PersonId },
    ...{ key: `key-${i % 30}`, to: 'anais@example.org', lang: 'fr', state, dueAt: at(i), attempts: i % 2 },
    what: { kind: 'comment', commentId: id(i), threadId: THREAD, reasons: ['reply'] },
    ...{ createdAt: at(i), ...(state === 'dead' ? { doneAt: at(i) } : {}) },
  };
}

/** A comment; each third is held and waits, each tenth was refused, each other tenth has news to tell. */
function comment(i: number): CommentDoc {
  const held = i % 3 === 0;
  const moderator = { id: 'moderator-1', name: 'Inès' };
  const claim = { by: moderator, desk: 'desk-1', at: at(i), until: at(i + 90) };
  const snooze = { until: at(i + 60), queue: 'premod' as const };
  const verdict = { rev: 1, rulesetV: 1, level: 'pass' as const, ms: 0, hits: [], errors: [] };
  const queued = { queue: 'premod' as const, queuedAt: at(i), firstQueuedAt: at(i), priority: i % 5 };
  const by = { kind: 'user' as const, id: 'moderator-1', name: 'Inès' };
  const outcome = {
    kind: 'refused' as const,
    codes: ['spam' as const],
    note: null,
    by,
    decidedAt: at(i),
    at: at(i),
    rev: 1,
    eventId: `event-${i}-2`,
  };
  return {
    ...{ _id: id(i), siteId: SITE, threadId: `thread-${i % 20}` as ThreadId, parentId: i < 100 ? null : id(i % 100) },
    ...{ rootId: id(i % 100), depth: i < 100 ? 0 : 1, authorId: `person-${i % 30}` as PersonId, authorName: 'Anaïs' },
    ...{
      authorStaff: false,
      createdAt: at(i),
      lang: 'fr',
      rev: 1,
      text: `text ${i}`,
      body: [],
      textHash: `hash-${i % 50}`,
    },
    ...{ shingle: [i % 7, 100 + (i % 11)] },
    ...(i % 5 === 0 ? { passage: { key: 'banc', question: null } } : {}),
    ...{ idem: `idem-${i}`, idemOf: 'of', listed: !held },
    ...(i < 100 ? { rank: { top: i, best: i / 1000, reacted: i, hotAt: at(i) } } : {}),
    mod: {
      ...{ v: 1, vis: held ? 'hidden' : 'visible', review: held ? 'open' : 'none', verdict, ...(held ? queued : {}) },
      ...(i % 10 === 1 ? { outcome } : {}),
      ...(i % 30 === 3 ? { claim } : {}),
      ...(i % 30 === 7 ? { snooze } : {}),
      ...(i % 10 === 4 ? { tellAt: at(i) } : {}),
      ...(i % 10 === 2 ? { outbox: [event(i, 1)], outboxAt: at(i) } : { outbox: [] }),
    },
  };
}

const BOTH = [SITE, 'other' as SiteId];
const span = { sites: BOTH, from: at(10), to: at(200) };
const settings = siteSettingsSchema.parse({});
const settingChange = {
  ...{ siteId: SITE, version: 1, at: AT, by: { id: 'moderator-1', name: 'Inès' } },
  ...{ before: settings, after: settings },
};
const facts = { name: 'La Gazette', lang: 'fr', origins: [], closed: false };
const siteChange = {
  ...{ siteId: SITE, version: 1, at: AT, by: { id: 'moderator-1', name: 'Inès' } },
  ...{ before: facts, after: facts },
};
const teamChange = {
  ...{ at: AT, by: { id: 'moderator-1', name: 'Inès' }, member: { id: 'member-1', name: 'Noé' } },
  ...{ before: 'moderator' as const, after: 'admin' as const },
};

const teamEvent = {
  ...{ at: AT, what: 'recovery-code' as const, by: { id: 'moderator-1', name: 'Inès' }, member: null, left: 9 },
};

const who = { id: 'moderator-1', name: 'Inès' };
const usedName = (i: number) => ({ name: `Anaïs ${i}`, key: `anais${i}`, at: at(i) });
const cause = (i: number) => ({ codes: [], note: null, until: null, commentId: id(i), rev: 1 });
const sanctioned = (i: number): Sanction => ({ id: `act-${i}`, kind: 'warn', at: at(i), by: who, ...cause(i) });
const sanctionAct = (i: number): SanctionAct => ({
  ...{ _id: `act-${i}`, siteId: SITE, personId: `person-${i}` as PersonId, seq: 1, act: 'imposed', kind: 'warn' },
  ...{ sanctionId: `act-${i}`, at: at(i), by: { kind: 'user', ...who }, remark: null, idem: `idem-${i}`, ...cause(i) },
});
const threadAct = (i: number): ThreadActDoc => ({
  ...{ _id: `act-${i}`, siteId: SITE, threadId: `thread-${i}` as ThreadId, seq: 1, act: 'closed', at: at(i), by: who },
});
const voter = (i: number) => ({
  ...{ commentId: id(i % 20), threadId: `thread-${i % 20}` as ThreadId, personId: `person-${i % 30}` as PersonId },
});
const mail = (i: number): PersonMail => ({
  ...{ address: `anais${i}@site.example`, key: `key-${i}`, state: 'asked', askedAt: at(i), lang: 'fr' },
  ...{ frequency: 'instant', dailyAt: '08:00', quiet: null, timeZone: 'UTC', news: true },
});
const muted = { id: 'person-9' as PersonId, name: 'Anaïs 9', at: AT };
const subscription = (i: number): SubscriptionDoc => ({
  ...{
    _id: `s-${i}`,
    personId: `person-${i}` as PersonId,
    siteId: SITE,
    kind: 'thread',
    mail: false,
    createdAt: at(i),
  },
  ...{ targetId: `thread-${i % 20}`, threadId: `thread-${i % 20}` as ThreadId },
});
const notice = (i: number): CommentNoticeDoc => ({
  ...{ _id: `n${i}`, personId: `person-${i % 30}`, siteId: SITE, threadId: `thread-${i}`, commentId: id(i) },
  ...{ parentId: id(0), createdAt: at(i), kind: 'comment', reasons: ['reply'] },
});
const verdictNotice: VerdictNoticeDoc = {
  ...{ _id: 'verdict-1', personId: AUTHOR, siteId: SITE, threadId: THREAD, commentId: id(1), createdAt: AT },
  ...{ kind: 'verdict', outcome: 'published', eventId: 'e' },
};
const fanOut = (i: number): FanOutDoc => ({
  ...{ _id: id(i), siteId: SITE, threadId: `thread-${i}` as ThreadId, at: at(i), after: null, leaseUntil: at(i) },
});
const personNote = (i: number): PersonNoteDoc => ({
  ...{ _id: `note-${i}`, siteId: SITE, personId: `person-${i}` as PersonId, at: at(i), by: who },
  ...{ text: 'À relire.', idem: `idem-${i}` },
});

/** Each third is dead, and the other ones wait. */
function webhookCall(i: number): WebhookCallDoc {
  const state = i % 3 === 0 ? ('dead' as const) : ('waiting' as const);
  return {
    ...{ _id: `call-${i}`, siteId: SITE, url: 'https://chat.example/hook', body: '{}', state, dueAt: at(i) },
    ...{ attempts: 0, createdAt: at(i), ...(state === 'dead' ? { doneAt: at(i) } : {}) },
  };
}

let database: ReturnType<typeof bootStore>;
let store: Store;

beforeAll(async () => {
  database = bootStore();
  const separator = database.uri.includes('?') ? '&' : '?';
  store = await openStore(`${database.uri}${separator}monitorCommands=true`);
  for (let i = 0; i < MANY; i++) {
    const [person, thread, commentId] = [`person-${i}` as PersonId, `thread-${i}` as ThreadId, id(i)];
    await store.comments.insert(comment(i));
    await store.modEvents.append([{ event: event(i, 1), of: { commentId, siteId: SITE, threadId: thread } }]);
    await store.people.insert({ _id: person, siteId: SITE, kind: 'guest', name: null, email: null, createdAt: at(i) });
    await store.people.setIdentity(person, { name: `Anaïs ${i}`, email: undefined, used: usedName(i) });
    await store.people.setMail(person, mail(i));
    if (i % 10 === 3) await store.people.sanction(person, [sanctioned(i)], sanctionAct(i));
    await store.sanctions.append([sanctionAct(i)]);
    await store.subscriptions.put(subscription(i));
    if (i % 10 === 4) await store.people.mute(person, muted, 500);
    await store.threadActs.append([threadAct(i)]);
    await store.personNotes.append(personNote(i));
    await store.threads.ensure({
      _id: thread,
      siteId: SITE,
      key: `k${i}`,
      url: null,
      title: null,
      lang: null,
      createdAt: AT,
    });
    await store.reactions.put(`thread-${i % 20}` as ThreadId, person, at(i));
    if (i % 5 === 0) await store.ratings.put(`thread-${i % 20}` as ThreadId, person, { stars: 1 + (i % 5), at: at(i) });
    if (i % 5 === 0) await store.votes.put(voter(i), i % 2 === 0 ? { vote: 1 } : { emoji: '❤️' }, at(i));
    await store.reports.insert(report(i));
    await store.fanOuts.put(fanOut(i));
    await store.webhookCalls.put(webhookCall(i));
    await store.notifications.add([notice(i)]);
    await store.settingChanges.append({ ...settingChange, version: i + 1 });
    await store.siteChanges.append({ ...siteChange, version: i + 1 });
    await store.teamChanges.append({ ...teamChange, _id: i + 1, member: { id: `member-${i % 20}`, name: 'Noé' } });
    await store.teamEvents.record({ ...teamEvent, _id: `event-${i}`, at: at(i) });
    await store.feeds.bump([{ threadId: thread, commentId, v: 1 }]);
    await store.identities.insert(identity(i));
    await store.readerSessions.insert(readerSession(i));
    await store.signIns.insert(signIn(i));
    await store.grants.insert({
      ...{ _id: `grant-${i}`, kind: 'session', subjectId: null, siteId: null, usedAt: null },
      ...{ createdAt: AT, expiresAt: at(i) },
    });
  }
  await store.letters.put(Array.from({ length: MANY }, (_, i) => letter(i)));
}, 120_000);
afterAll(async () => {
  await store.close();
  await database.remove();
});

/** Each named query with arguments that find something; the compiler asks for every new one. */
type Calls = {
  [K in keyof Omit<Store, 'clock' | 'ping' | 'revive' | 'drop' | 'close'>]: { [Q in keyof Store[K]]: () => unknown };
};

function calls({
  alertStates,
  bulk,
  comments,
  devMail,
  erasures,
  fanOuts,
  feeds,
  grants,
  identities,
  letters,
  modEvents,
  moderators,
  notifications,
  people,
  personNotes,
  ratings,
  reactions,
  readerSessions,
  reports,
  sanctions,
  threadActs,
  settingChanges,
  signIns,
  siteAccounts,
  siteChanges,
  siteContents,
  siteRemovals,
  sites,
  subscriptions,
  teamChanges,
  teamEvents,
  threads,
  votes,
  webhookCalls,
}: Store) {
  const decision = {
    kind: 'approved' as const,
    codes: [],
    note: null,
    by: event(0, 2).actor,
    at: AT,
    decidedAt: AT,
    rev: 1,
    eventId: 'e',
  };
  const ended = { at: AT, but: null };
  const passkey = {
    ...{ id: 'passkey', name: 'Laptop', publicKey: 'key', counter: 1, transports: [] },
    ...{ createdAt: AT, usedAt: null },
  };
  const moderator = { _id: 'moderator-1' as ModeratorId, name: 'Inès', nameKey: 'ines', role: 'owner' as const };
  const site: NewSite = {
    ...{ id: 'other' as SiteId, name: 'Other', lang: 'fr', origins: [], settings: {} },
  };
  const claim = { by: { id: 'moderator-1', name: 'Inès' }, desk: 'desk-1', at: at(6), until: at(96) };
  const of = { commentId: id(1), siteId: SITE, threadId: THREAD };
  const act = {
    ...{
      _id: 'bulk-1',
      said: 'said',
      parts: 'parts-1',
      by: { id: 'moderator-1', name: 'Inès', mayDecideEscalated: false },
      at: AT,
    },
    ...{ act: { action: 'approve' as const }, state: 'done' as const, total: 1, leaseUntil: AT },
  };
  const removed = {
    _id: SITE,
    removal: { by: { id: 'o', name: 'Inès' }, at: AT, name: 'Gazette', total: 1, left: 1, leaseUntil: AT },
  };
  const erasure = {
    ...{ _id: AUTHOR, siteId: SITE, what: 'comments' as const, at: AT, total: 1, state: 'running' as const },
    leaseUntil: AT,
  };
  const all: Calls = {
    alertStates: {
      of: () => alertStates.of(SITE),
      advance: async () => {
        await alertStates.advance(SITE, { v: 0, told: NOTHING_TOLD });
        await alertStates.advance(SITE, { v: 1, told: NOTHING_TOLD, pending: { id: 'p', at: AT, alerts: [] } });
      },
      done: () => alertStates.done(SITE, 'p'),
    },
    bulk: {
      byId: () => bulk.byId('bulk-1'),
      newest: async () => {
        await bulk.newest(20, { within: null, about: null });
        await bulk.newest(20, { within: BOTH, about: BOTH });
      },
      insert: () => bulk.insert(act, [{ _id: 'parts-1:0', of: 'parts-1', items: [{ id: id(1), v: 1, rev: 1 }] }]),
      beginUndo: () => bulk.beginUndo('bulk-1', { id: 'moderator-1', name: 'Inès', mayUndoOthers: false }, AT),
      lapsed: () => bulk.lapsed(AT),
      lease: () => bulk.lease('bulk-1', AT, at(1)),
      finish: () => bulk.finish('bulk-1', 'undoing', 'undone'),
      nextPart: () => bulk.nextPart('parts-1', 'did'),
      tally: () => bulk.tally('parts-1:0', 'did', { done: 1, skipped: {} }),
      tallies: () => bulk.tallies('parts-1', 'did'),
    },
    comments: {
      siteOf: () => comments.siteOf(id(1)),
      insert: () => comments.insert(comment(MANY)),
      byId: () => comments.byId(id(1)),
      byIds: () => comments.byIds([id(1), id(2)]),
      answered: () => comments.answered(id(1)),
      byIdem: () => comments.byIdem('idem-1'),
      roots: async () => {
        const place = { at: at(50), id: id(50) };
        await comments.roots(THREAD, { older: true, place: null, limit: 20 });
        await comments.roots(THREAD, { older: false, place, limit: 20 });
      },
      rootsOfPassage: async () => {
        await comments.rootsOfPassage(THREAD, 'banc', { older: true, place: null, limit: 20 });
        await comments.rootsOfPassage(THREAD, 'banc', { older: false, place: { at: at(50), id: id(50) }, limit: 20 });
      },
      countOfPassage: () => comments.countOfPassage(THREAD, 'banc'),
      passagesOf: () => comments.passagesOf(THREAD, 20),
      namesWithin: async () => {
        await comments.namesWithin(THREAD, 'an', { from: undefined, downTo: undefined, limit: 8 });
        await comments.namesWithin(THREAD, 'an', { from: at(90), downTo: at(20), limit: 8 });
      },
      namesIn: () => comments.namesIn(THREAD, AUTHOR, 20),
      pinned: () => comments.pinned(THREAD),
      featured: () => comments.featured(THREAD),
      featuredIds: () => comments.featuredIds(THREAD),
      slotsTaken: async () => {
        await comments.slotsTaken(THREAD, 'pin');
        await comments.slotsTaken(THREAD, 'feature');
      },
      tallied: () => comments.tallied(id(1)),
      setTally: async () => {
        await comments.setTally(id(1), { v: 1, up: 1, down: 0, emojis: {} }, null);
        await comments.setTally(id(1), { v: 2, up: 2, down: 0, emojis: {} }, null);
      },
      ranked: async () => {
        for (const sort of ['top', 'best', 'hot', 'reacted'] as const) {
          await comments.ranked(THREAD, { sort, place: null, limit: 20 });
          await comments.ranked(THREAD, { sort, place: { at: at(50), id: id(50), priority: 0.05 }, limit: 20 });
        }
      },
      replies: () => comments.replies(id(1), { place: { at: at(1), id: id(1) }, limit: 20 }),
      repliesOfAll: () => comments.repliesOfAll([id(1), id(2)], 20),
      countReplies: () => comments.countReplies(id(1)),
      countVisible: () => comments.countVisible(THREAD),
      countVisibleOf: () => comments.countVisibleOf([THREAD, 'thread-2' as ThreadId]),
      countByAuthor: async () => {
        await comments.countByAuthor(AUTHOR, 'published');
        await comments.countByAuthor(AUTHOR, 'refused');
      },
      ofAuthor: async () => {
        await comments.ofAuthor(AUTHOR, { place: null, limit: 20 });
        await comments.ofAuthor(AUTHOR, { place: { at: at(90), id: id(90) }, limit: 20 });
      },
      refusedOf: async () => {
        await comments.refusedOf(AUTHOR, { place: null, limit: 20 });
        await comments.refusedOf(AUTHOR, { place: { at: at(90), id: id(90) }, limit: 20 });
      },
      lastSeenOf: () => comments.lastSeenOf(AUTHOR),
      lastWrote: () => comments.lastWrote(AUTHOR),
      countHeld: () => comments.countHeld(AUTHOR),
      countStanding: () => comments.countStanding(AUTHOR),
      toWipe: () => comments.toWipe(at(MANY), 20),
      unmention: () => comments.unmention('person-5' as PersonId),
      wipe: () => comments.wipe([id(1), id(2)], { at: AT, named: true }),
      countRefused: () => comments.countRefused(SITE, at(MANY)),
      refusedUntil: () => comments.refusedUntil(SITE, at(MANY), 20),
      wipeRefused: () => comments.wipeRefused([id(1), id(2)], { until: at(MANY), at: AT }),
      hiddenOf: () => comments.hiddenOf(AUTHOR, THREAD, 20),
      sameText: async () => {
        await comments.sameText(SITE, 'hash-1', { since: AT, limit: 20 });
        await comments.sameText(SITE, 'hash-1', { since: AT, limit: 20, authorId: AUTHOR });
      },
      recentLike: () => comments.recentLike(SITE, [1, 2, 3], { since: AT, limit: 20 }),
      refusalsOf: () => comments.refusalsOf(AUTHOR, { since: AT, limit: 20 }),
      countApproved: () => comments.countApproved(AUTHOR, AT),
      countPosted: async () => {
        await comments.countPosted(THREAD, { since: AT, limit: 20 });
        await comments.countPosted(THREAD, { since: AT, until: at(90), limit: 20 });
      },
      countShown: () => comments.countShown(THREAD, AT),
      countTroubling: () => comments.countTroubling(THREAD, AT, 20),
      lastPosted: () => comments.lastPosted(AUTHOR, THREAD),
      hasVisibleReply: () => comments.hasVisibleReply(id(1)),
      withListedChild: () => comments.withListedChild([id(1), id(2)]),
      list: () => comments.list([id(3)]),
      unlistHidden: () => comments.unlistHidden([id(3), id(4)]),
      queuePage: async () => {
        const place = { priority: 3, at: at(9), id: id(9) };
        await comments.queuePage({ queues: REVIEW_QUEUES }, { place: null, limit: 20 });
        await comments.queuePage({ queues: ['premod'] }, { place, limit: 20 });
        await comments.queuePage({ queues: ['premod'], sites: BOTH }, { place, limit: 20 });
      },
      queueCount: async () => {
        await comments.queueCount();
        await comments.queueCount({ queues: ['premod'], sites: BOTH });
      },
      queueFigures: async () => {
        await comments.queueFigures();
        await comments.queueFigures(BOTH);
      },
      queuedIds: () => comments.queuedIds({ queues: ['premod'], sites: [SITE] }, 20),
      freeInQueue: () => comments.freeInQueue({ queues: ['premod'] }, { at: at(9), limit: 5 }),
      snoozedCount: async () => {
        await comments.snoozedCount();
        await comments.snoozedCount([SITE]);
      },
      snoozed: async () => {
        await comments.snoozed({ limit: 20 });
        await comments.snoozed({ until: at(90), limit: 20 });
      },
      published: async () => {
        await comments.published({ siteId: SITE }, 50);
        await comments.published({ threadId: THREAD }, 50);
      },
      activity: () => comments.activity(SITE, { since: at(1), limit: 50 }),
      searchStretch: async () => {
        for (const filter of [{}, { siteId: SITE }, { threadId: THREAD }, { authorId: AUTHOR }])
          await comments.searchStretch(filter, { place: { at: at(90), id: id(90) }, count: 5 });
      },
      searchWithin: async () => {
        const place = { at: at(90), id: id(90) };
        for (const filter of [{}, { ...span, sites: [SITE] }, { threadId: THREAD }, { authorId: AUTHOR, lang: 'fr' }]) {
          await comments.searchWithin({ ...filter, text: 'TEXT' }, { place, downTo: at(10), limit: 20 });
          await comments.searchWithin({ ...filter, vis: 'hidden' }, { place: null, downTo: undefined, limit: 20 });
        }
      },
      around: () => comments.around(THREAD, { at: at(9), id: id(9), each: 3 }),
      change: () =>
        comments.change(
          id(3),
          { v: 1, rev: 1, wiped: false, claim: { by: 'moderator-1', at: at(3), must: false } },
          { left: { vis: 'visible', review: 'closed', outcome: decision }, event: event(3, 2) },
        ),
      changeAll: () =>
        comments.changeAll(
          [id(4), id(5)].map((one) => ({
            ...{ id: one, guard: { v: 1, rev: 1, wiped: false } },
            change: { left: { vis: 'visible', review: 'closed', outcome: decision }, event: event(3, 2) },
          })),
        ),
      claim: () => comments.claim(id(6), claim),
      release: () => comments.release(id(6), 'moderator-1'),
      claimedBy: () => comments.claimedBy('desk-1', at(3)),
      releaseFrom: () => comments.releaseFrom(id(6), 'desk-1', at(96)),
      countFlags: () => comments.countFlags(comment(5), { count: 1, weight: 1 }, { priority: 9 }),
      toTell: () => comments.toTell(at(MANY), 20),
      told: () => comments.told([comment(4)]),
      withOutbox: () => comments.withOutbox(at(MANY), 20),
      unmarkEmptyOutboxes: () => comments.unmarkEmptyOutboxes(at(MANY)),
      clearOutbox: () => comments.clearOutbox([{ id: id(2), eventId: 'event-2-1' }]),
    },
    devMail: {
      put: () =>
        devMail.put({
          _id: 'mail',
          personIds: [AUTHOR],
          key: 'key',
          at: at(MANY),
          to: 'a@example.org',
          subject: 's',
          text: 't',
          html: 'h',
          headers: {},
        }),
      newest: () => devMail.newest(),
      ofPerson: () => devMail.ofPerson(AUTHOR),
      removeOf: () => devMail.removeOf('person-29' as PersonId),
      removeSignIns: () => devMail.removeSignIns('key'),
      byId: () => devMail.byId('mail'),
    },
    erasures: {
      byId: () => erasures.byId(AUTHOR),
      begin: () => erasures.begin(erasure),
      lapsed: () => erasures.lapsed(at(MANY)),
      lease: () => erasures.lease(erasure, at(1)),
      finish: () => erasures.finish(erasure),
    },
    fanOuts: {
      put: () => fanOuts.put({ ...fanOut(1), at: at(MANY) }),
      claim: () => fanOuts.claim(at(2), at(90)),
      advance: () => fanOuts.advance(fanOut(3), { after: AUTHOR, leaseUntil: at(90) }),
      finish: () => fanOuts.finish(fanOut(4)),
    },
    feeds: {
      byThread: () => feeds.byThread(THREAD),
      seqOf: () => feeds.seqOf(THREAD),
      seqsOf: () => feeds.seqsOf([THREAD, 'thread-2']),
      bump: async () => {
        await feeds.bump([{ threadId: THREAD, commentId: id(1), v: 2 }]);
        await feeds.bump([THREAD, 'thread-2'].map((threadId) => ({ threadId, commentId: id(1), v: 3 })));
      },
    },
    grants: {
      byHash: () => grants.byHash('grant-1'),
      byHashes: () => grants.byHashes(['grant-1', 'grant-4']),
      insert: () => undefined,
      use: () => grants.use('grant-1', 'session', { at: AT }),
      sessionsOf: () => grants.sessionsOf('member-1', AT),
      touch: () => grants.touch('grant-3', { seenAt: AT }),
      remove: () => grants.remove('grant-2'),
      removeOf: () => grants.removeOf('person-2'),
      removeUnused: () => grants.removeUnused('setup'),
    },
    identities: {
      byId: () => identities.byId(identity(1)._id),
      ofPerson: () => identities.ofPerson(AUTHOR),
      insert: () => identities.insert(identity(1)),
      remove: () => identities.remove(identity(2)),
    },
    letters: {
      siteOf: () => letters.siteOf('letter-1'),
      put: () => letters.put([letter(1), letter(3)]),
      countSince: () => letters.countSince(['key-1', 'key-2'], at(5)),
      due: async () => {
        await letters.due(at(90), { tried: false, limit: 20 });
        await letters.due(at(90), { tried: true, limit: 20 });
      },
      dueTogether: () => letters.dueTogether(['key-1', 'key-2'], at(90), 20),
      gather: () => letters.gather([{ batch: 'batch-1', ids: [letter(1)._id] }], { now: at(90), until: at(95) }),
      takeUp: () => letters.takeUp('batch-1', { now: at(96), until: at(99) }),
      inMail: () => letters.inMail('batch-1'),
      tried: () => letters.tried('batch-1', { dueAt: at(99), error: '451 not now' }),
      putOff: () => letters.putOff('batch-1', { dueAt: at(99), release: true }),
      putBy: () => letters.putBy(letter(1)._id, { until: at(99), release: true }),
      putByAbout: () => letters.putByAbout(id(1), 20),
      bringBack: () => letters.bringBack([letter(1)._id], at(99)),
      redate: () => letters.redate({ personId: AUTHOR, key: 'key-1' }, { now: at(1), dueAt: at(99) }),
      finish: () => letters.finish([letter(1)._id], { state: 'sent', at: at(99) }),
      count: () => letters.count('waiting'),
      dead: async () => {
        await letters.dead({ place: null, limit: 20 });
        await letters.dead({ place: { at: at(90), id: letter(90)._id }, limit: 20 });
      },
      retry: () => letters.retry(letter(3)._id, at(99)),
      drop: () => letters.drop(letter(6)._id, at(99)),
      ofPerson: () =>
        letters.ofPerson('person-28' as PersonId, { place: { at: at(90), id: letter(90)._id }, limit: 20 }),
      removeOf: () => letters.removeOf('person-29' as PersonId),
      removeSignIns: () => letters.removeSignIns('key-28'),
    },
    modEvents: {
      append: () => modEvents.append([{ event: event(1, 2), of }]),
      ofComment: () => modEvents.ofComment(id(1)),
      page: async () => {
        const place = { at: at(90), id: 'event-90-1' };
        const filters = [
          {},
          { types: ['approved', 'rejected'] as const },
          ...[{ actorId: 'moderator-1' }, { siteId: SITE }, { commentId: id(1) }, { batchId: 'batch' }],
          { from: at(10), to: at(200) },
        ];
        for (const filter of filters) {
          await modEvents.page(filter, { place: null, limit: 20 });
          await modEvents.page(filter, { place, limit: 20 });
        }
      },
      undoneAmong: () => modEvents.undoneAmong(['event-1-1']),
      decisionsOfPeople: () => modEvents.decisionsOfPeople(['approved'], span),
      undoneOfPeople: () => modEvents.undoneOfPeople(['approved'], span),
      countsByHour: () => modEvents.countsByHour(['approved'], span),
    },
    moderators: {
      byId: () => moderators.byId(moderator._id),
      byIds: () => moderators.byIds([moderator._id]),
      byNameKey: () => moderators.byNameKey('ines'),
      nameKeys: () => moderators.nameKeys(),
      count: () => moderators.count(),
      all: () => moderators.all(),
      any: () => moderators.any(),
      insert: () => moderators.insert({ ...moderator, password: 'hash', createdAt: AT }),
      seen: () => moderators.seen(moderator._id, AT),
      setPassword: () => moderators.setPassword(moderator._id, 'hash', 'other', ended),
      endSessions: () => moderators.endSessions(moderator._id, ended),
      draftTotp: () => moderators.draftTotp(moderator._id, { secret: 'sealed', at: AT }),
      setTotp: () => moderators.setTotp(moderator._id, { secret: 'sealed', lastStep: 1, since: AT }, ['hash']),
      useTotp: () => moderators.useTotp(moderator._id, 'sealed', 2),
      dropTotp: () => moderators.dropTotp(moderator._id, false),
      setRecovery: () => moderators.setRecovery(moderator._id, ['hash']),
      useRecovery: () => moderators.useRecovery(moderator._id, 'hash'),
      addPasskey: () => moderators.addPasskey(moderator._id, passkey, { recovery: null, most: 10 }),
      usePasskey: () => moderators.usePasskey(moderator._id, passkey, { counter: 2, at: AT }),
      dropPasskey: () => moderators.dropPasskey(moderator._id, passkey.id, true),
      rescue: () => moderators.rescue(moderator._id, { password: 'other', ended, owesFactor: true }),
      resetFactors: () => moderators.resetFactors(moderator._id, ended),
      retire: () => moderators.retire(moderator._id),
    },
    notifications: {
      add: async () => {
        await notifications.add([notice(MANY)]);
        await notifications.add([{ ...notice(1), reasons: ['mention'] }]);
      },
      whichTold: () => notifications.whichTold([id(1), id(2)]),
      unreadOf: () => notifications.unreadOf([AUTHOR, 'person-2']),
      unread: () => notifications.unread(AUTHOR),
      page: async () => {
        await notifications.page(AUTHOR, { place: null, limit: 20 });
        await notifications.page(AUTHOR, { place: { at: at(90), id: 'n90' }, limit: 20 });
      },
      removeOf: () => notifications.removeOf('person-29'),
      markRead: async () => {
        await notifications.markRead(AUTHOR, { ids: ['n1'] }, AT);
        await notifications.markRead(AUTHOR, { commentId: id(31) }, AT);
        await notifications.markRead(AUTHOR, { all: true }, AT);
      },
      putReport: async () => {
        const row = { siteId: SITE, threadId: THREAD, commentId: id(1), createdAt: AT, personId: AUTHOR };
        const notice = { _id: 'report-1', kind: 'report' as const, outcome: 'upheld' as const, ...row };
        await notifications.putReport(notice, 'upheld');
        await notifications.putReport(notice, null);
      },
      putVerdicts: () => notifications.putVerdicts([verdictNotice]),
      verdictsTold: () => notifications.verdictsTold([verdictNotice]),
      takeBackAll: () => notifications.takeBackAll([verdictNotice._id]),
      setHidden: async () => {
        await notifications.setHidden(id(1), true, 20);
        await notifications.setHidden(id(1), false, 20);
      },
    },
    people: {
      siteOf: () => people.siteOf(AUTHOR),
      byId: () => people.byId(AUTHOR),
      byIds: () => people.byIds([AUTHOR]),
      insert: () => undefined,
      setIdentity: () => people.setIdentity(AUTHOR, { name: 'Anaïs', email: undefined, used: usedName(0) }),
      becomeReader: () => people.becomeReader('person-4' as PersonId),
      forget: () => people.forget('person-5' as PersonId, AT),
      named: () => people.named(SITE, 'anais2', 20),
      sanctioned: async () => {
        await people.sanctioned(SITE, { place: null, limit: 20 });
        await people.sanctioned(SITE, { place: { at: at(90), id: 'person-90' }, limit: 20 });
      },
      sanction: () => people.sanction('person-4' as PersonId, [sanctioned(4)], sanctionAct(4)),
      withSanctionOutbox: () => people.withSanctionOutbox(at(MANY), 20),
      setMail: () => people.setMail(AUTHOR, mail(1)),
      setMailManner: () => people.setMailManner(AUTHOR, { frequency: 'daily', quiet: null }),
      askMailAgain: () => people.askMailAgain(AUTHOR, 'key-1', at(1)),
      confirmMail: () => people.confirmMail('person-6' as PersonId, 'key-6', AT),
      adoptMail: () => people.adoptMail('person-8' as PersonId, mail(8)),
      removeMail: () => people.removeMail('person-7' as PersonId),
      withMailKey: () => people.withMailKey(SITE, 'key-1'),
      removeMailOfKey: () => people.removeMailOfKey(SITE, 'key-6'),
      bounceMail: () => people.bounceMail(SITE, 'key-8', AT),
      guestsWithAddress: () => people.guestsWithAddress(SITE, 20),
      keepAddress: () => people.keepAddress({ _id: AUTHOR, email: 'anais@site.example', createdAt: AT }, AT),
      forgetAddress: () => people.forgetAddress({ _id: AUTHOR, email: 'anais@site.example', createdAt: AT }),
      forgetUnconfirmed: () => people.forgetUnconfirmed(at(3)),
      forgetBounced: () => people.forgetBounced(at(3)),
      clearSanctionOutbox: () => people.clearSanctionOutbox('person-3' as PersonId, ['act-3']),
      mute: () => people.mute(AUTHOR, muted, 500),
      unmute: () => people.unmute('person-6' as PersonId, muted.id),
      unmuteForAll: () => people.unmuteForAll('person-7' as PersonId),
      muting: () => people.muting([AUTHOR, 'person-4' as PersonId], muted.id),
    },
    personNotes: {
      append: () => personNotes.append(personNote(1)),
      ofPerson: () => personNotes.ofPerson(AUTHOR, 20),
      removeOf: () => personNotes.removeOf('person-5' as PersonId),
    },
    ratings: {
      put: () => ratings.put(THREAD, AUTHOR, { stars: 4, at: AT }),
      ofPerson: () => ratings.ofPerson(AUTHOR, { place: { at: at(90), id: 'r' }, limit: 20 }),
      starsOf: () => ratings.starsOf(THREAD, AUTHOR),
      counts: () => ratings.counts(THREAD),
      remove: () => ratings.remove(THREAD, AUTHOR),
    },
    reactions: {
      put: () => reactions.put(THREAD, AUTHOR, AT),
      has: () => reactions.has(THREAD, AUTHOR),
      ofPerson: () => reactions.ofPerson(AUTHOR, { place: { at: at(90), id: 'r' }, limit: 20 }),
      count: () => reactions.count(THREAD),
      remove: () => reactions.remove(THREAD, AUTHOR),
    },
    readerSessions: {
      byId: () => readerSessions.byId('session-1'),
      byIds: () => readerSessions.byIds(['session-1', 'session-2']),
      insert: () => readerSessions.insert(readerSession(1)),
      use: () => readerSessions.use('session-1', { at: AT, expiresAt: at(MANY) }),
      ofPerson: () => readerSessions.ofPerson(AUTHOR, { now: AT, limit: 20 }),
      end: () => readerSessions.end('session-2', 'person-2' as PersonId, AT),
      endAll: () => readerSessions.endAll('person-3' as PersonId, { but: 'session-3', at: AT }),
      endedSince: () => readerSessions.endedSince(at(-1)),
    },
    reports: {
      idOf: () => reports.idOf(report(1)),
      byId: () => reports.byId(report(1)._id),
      insert: () => undefined,
      sum: async () => {
        await reports.sum(id(1), 1, null);
        await reports.sum(id(1), 1, at(1));
      },
      countOf: () => reports.countOf(AUTHOR, 'upheld', 20),
      ofTexts: () => reports.ofTexts([comment(1), comment(2)]),
      ofComment: () => reports.ofComment(id(1), 20),
      ofPerson: () => reports.ofPerson(AUTHOR, { place: { at: at(90), id: 'r' }, limit: 20 }),
      orphan: () => reports.orphan([report(2)], 'nobody' as PersonId),
      setOutcome: async () => {
        await reports.setOutcome(report(1)._id, { kind: 'upheld', eventId: 'e' });
        await reports.setOutcome(report(1)._id, null);
      },
    },
    sanctions: {
      append: () => undefined,
      byIdem: () => sanctions.byIdem('idem-1'),
      ofPerson: () => sanctions.ofPerson(AUTHOR, 20),
      wipe: () => sanctions.wipe('person-5' as PersonId),
      acts: async () => {
        const page = { place: { at: at(90), id: 'act-90' }, limit: 20 };
        await sanctions.acts({}, { place: null, limit: 20 });
        await sanctions.acts({ sites: BOTH, from: at(1), to: at(95) }, page);
        await sanctions.acts({ sites: [SITE], actorId: who.id }, page);
      },
    },
    settingChanges: {
      append: () => settingChanges.append({ ...settingChange, version: MANY + 1 }),
      newest: () => settingChanges.newest(SITE),
      page: () => settingChanges.page(SITE, { below: 20, limit: 5 }),
    },
    signIns: {
      byId: () => signIns.byId('way-1'),
      insert: () => signIns.insert(signIn(1)),
      tryCode: () => signIns.tryCode('way-1', { siteId: SITE, at: AT }),
      use: () => signIns.use('way-1', { siteId: SITE, thumbprint: 'print', code: true, at: AT }),
      removeOf: () => signIns.removeOf(SITE, 'reader-2@example.org'),
    },
    siteChanges: {
      append: () => siteChanges.append({ ...siteChange, version: MANY + 1 }),
      newest: () => siteChanges.newest(SITE),
      page: () => siteChanges.page(SITE, { below: 20, limit: 5 }),
    },
    subscriptions: {
      byIds: () => subscriptions.byIds([subscription(1)._id]),
      put: () => subscriptions.put(subscription(1)),
      setMail: () => subscriptions.setMail('person-1' as PersonId, [subscription(1)._id], true),
      remove: () => subscriptions.remove('person-2' as PersonId, subscription(2)._id),
      ofPerson: () => subscriptions.ofPerson(AUTHOR, { place: { at: at(90), id: 's' }, limit: 20 }),
      countOf: () => subscriptions.countOf(AUTHOR),
      haveOthers: async () => {
        const asked = { targetIds: [THREAD, AUTHOR], except: [AUTHOR] };
        await subscriptions.haveOthers([asked]);
        await subscriptions.haveOthers([asked, { ...asked, targetIds: ['thread-2'] }]);
      },
      among: () => subscriptions.among([AUTHOR], [THREAD, AUTHOR]),
      to: () => subscriptions.to([THREAD, AUTHOR], { after: 'person-0' as PersonId, limit: 20 }),
      removeOf: () => subscriptions.removeOf('person-5' as PersonId),
      removeTo: () => subscriptions.removeTo('person-6' as PersonId),
    },
    siteAccounts: {
      bySite: () => siteAccounts.bySite(SITE),
      put: async () => {
        await siteAccounts.put({ _id: SITE, v: 1, keys: [], providers: [] });
        await siteAccounts.put({ _id: SITE, v: 2, keys: [], providers: [] });
      },
    },
    sites: { all: () => sites.all(), insert: () => sites.insert(site), beginning: () => sites.beginning(site.id) },
    teamChanges: {
      append: () => teamChanges.append({ ...teamChange, _id: MANY + 1 }),
      newest: () => teamChanges.newest(50),
      newestOf: () => teamChanges.newestOf('member-1'),
      newestOfEach: () => teamChanges.newestOfEach(['member-1', 'member-2']),
    },
    teamEvents: {
      record: () => teamEvents.record({ ...teamEvent, _id: 'event' }),
      newest: () => teamEvents.newest(50),
      isRequired: () => teamEvents.isRequired(),
    },
    threadActs: {
      append: () => undefined,
      page: async () => {
        const page = { place: { at: at(90), id: 'act-90' }, limit: 20 };
        await threadActs.page({}, { place: null, limit: 20 });
        await threadActs.page({ sites: BOTH, from: at(1), to: at(95) }, page);
        await threadActs.page({ sites: [SITE], actorId: who.id }, page);
      },
    },
    threads: {
      byId: () => threads.byId(THREAD),
      byIds: () => threads.byIds([THREAD]),
      ensure: () =>
        threads.ensure({ _id: THREAD, siteId: SITE, key: 'k1', url: null, title: null, lang: null, createdAt: AT }),
      stateOf: () => threads.stateOf(THREAD),
      statesOf: () => threads.statesOf([THREAD]),
      hot: async () => {
        await threads.hot(20);
        await threads.hot(20, BOTH);
      },
      setHeat: () => threads.setHeat(THREAD, undefined, { slow: { perMinute: 60, every: 30 } }, AT),
      expect: async () => {
        await threads.expect(THREAD, 'pin');
        await threads.expect(THREAD, 'feature');
      },
      setClosed: () => threads.setClosed(threadAct(MANY)),
      neverSteered: () => threads.neverSteered(SITE, { after: at(0), upTo: at(20) }, 20),
      withActs: () => threads.withActs(AT, 20),
      clearActs: () => threads.clearActs(THREAD, [threadAct(1)._id]),
      fill: () => threads.fill(THREAD, { url: 'https://gazette.example/a', title: 'A', lang: 'fr' }),
    },
    votes: {
      put: () => votes.put(voter(MANY), { vote: -1 }, AT),
      due: () => votes.due(id(0)),
      count: () => votes.count(id(1), ['❤️']),
      leftOver: () => votes.leftOver(at(1), 20),
      settle: async () => {
        const changed = await votes.put(voter(1), { vote: null }, AT);
        await votes.put(voter(1), { emoji: null }, AT);
        await votes.settle(await votes.due(voter(1).commentId));
        return changed;
      },
      allOf: () => votes.allOf(AUTHOR, { place: { at: at(90), id: 'v' }, limit: 20 }),
      ofPerson: () => votes.ofPerson(AUTHOR, THREAD, 20),
    },
    webhookCalls: {
      siteOf: () => webhookCalls.siteOf('call-1'),
      put: () => webhookCalls.put(webhookCall(1)),
      take: () => webhookCalls.take({ now: at(90), until: at(95) }),
      tried: () => webhookCalls.tried('call-1', { dueAt: at(99), error: 'answered 503' }),
      finish: () => webhookCalls.finish('call-1', { state: 'sent', at: at(99) }),
      count: () => webhookCalls.count('waiting'),
      dead: async () => {
        await webhookCalls.dead({ place: null, limit: 20 });
        await webhookCalls.dead({ place: { at: at(90), id: 'call-90' }, limit: 20 });
      },
      retry: () => webhookCalls.retry('call-3', at(99)),
      drop: () => webhookCalls.drop('call-6', at(99)),
    },
    siteRemovals: {
      begin: () => siteRemovals.begin(removed),
      byId: () => siteRemovals.byId(SITE),
      all: () => siteRemovals.all(),
      lease: () => siteRemovals.lease(removed, { leaseUntil: AT, left: 0 }),
      finish: () => siteRemovals.finish(removed),
    },
    // The last, since nothing is left for others.
    siteContents: {
      countComments: () => siteContents.countComments(SITE),
      async removeSome() {
        let at: Parameters<typeof siteContents.removeSome>[1] | null;
        while (at !== null) at = (await siteContents.removeSome(SITE, at)).next;
      },
    },
  };
  return all;
}

/** Read whole on purpose: a handful of documents that are kept in memory. */
const WHOLE = ['sites.all', 'moderators.all', 'moderators.count', 'moderators.nameKeys', 'moderators.any'];

test('every named query finds its way by an index', async () => {
  const { heard, explain } = watchCommands();
  const scans: string[] = [];
  let planned = 0;
  for (const [name, queries] of Object.entries(calls(store)))
    for (const [query, call] of Object.entries(queries as Record<string, () => unknown>)) {
      heard.length = 0;
      await call();
      const commands = heard.splice(0);
      for (const command of commands) {
        planned++;
        if (stagesOf(await explain(command)).includes('COLLSCAN')) scans.push(`${name}.${query}`);
      }
    }
  expect(planned).toBeGreaterThan(50);
  expect([...new Set(scans)].sort()).toEqual([...WHOLE].sort());
}, 60_000);
