import type { CommentView, OwnCommentView } from '../../../shared/comment.ts';
import type { Inbox } from '../../../shared/notification.ts';
import type { SignInWays } from '../../../shared/sign-in.ts';
import { ago, branch, comment, ME, mine, own, page, problem, quiet, talk } from './comments.ts';
import type { Scene, Step } from './scene.ts';

const said = (name: string, says: string, minutes: number): CommentView => comment({ name, by: ME, says, minutes });
const later = (days: number): string => ago(-days * 1440);

const held = own(said('held', 'Quel culot, ce maire\u00a0!', 3), { state: 'held', editableUntil: ago(-12) });
const refused = own(said('refused', 'Texte qui n’a pas passé.', 400), {
  ...{ state: 'refused', reasons: ['abuse', 'off-topic'], appealableUntil: later(20) },
  note: 'On peut le dire sans viser personne.',
});
const appealed = own(said('appealed', 'Texte dont l’auteure conteste le refus.', 900), {
  ...{ state: 'refused', reasons: ['private-data'] },
  appeal: { at: ago(60), text: 'C’était une citation du journal.', state: 'open' },
});
const fresh = said('fresh', 'Et le toit, qui le refait\u00a0?', 1);
const mineToo = own(fresh, { state: 'published', editableUntil: ago(-14) });
const withFresh = page([branch(fresh), ...talk().slice(1)]);
const thread = { key: 'gallery', title: 'Vaubrune sauve sa halle', url: null };

const excerpt = 'Relogés, oui, mais à quel loyer\u00a0?';
const notice = (n: number) => ({
  ...{ id: `notice-${n}`, site: 'gallery', thread, createdAt: ago(n * 40), readAt: n > 1 ? ago(n) : null },
  ...{ commentId: 'talk-2', actorName: 'Marc D.', excerpt },
});
const inbox: Inbox = {
  unread: 2,
  items: [
    { ...notice(0), kind: 'comment', parentId: 'talk-1', reasons: ['reply'] },
    { ...notice(1), kind: 'comment', parentId: null, reasons: ['mention'] },
    { ...notice(2), kind: 'comment', parentId: 'talk-1', reasons: ['reply', 'mention'] },
  ],
  next: null,
};
const ways: SignInWays = { mail: true, site: false, providers: [{ id: 'courrier', name: 'Le Courrier' }] };
const withAccounts = page(talk().slice(1), { offers: { ...quiet().offers, signIn: true } });
const toSignIn: Step[] = [{ press: 'textarea' }, { press: '.fields [aria-haspopup=dialog]' }];
const wiped: OwnCommentView = { ...refused, id: 'wiped' as OwnCommentView['id'], body: [], note: null };
const list: OwnCommentView[] = [held, refused, appealed, mineToo, wiped];

export const ownScenes: readonly Scene[] = [
  {
    name: 'verdicts',
    title: { en: 'One’s own that nobody else sees', fr: 'Les siens que personne d’autre ne voit' },
    answers: { page: quiet(), mine: mine({ comments: [held, refused, appealed] }) },
    known: true,
    shows: '.appealed',
  },
  {
    name: 'warned',
    title: { en: 'Warned, looked at first, suspended', fr: 'Avertissement, examen préalable, suspension' },
    answers: {
      page: quiet(),
      mine: mine({
        standing: {
          warning: { id: 'w', at: ago(90), codes: ['abuse'], note: 'Merci de discuter des idées, pas des personnes.' },
          premod: { at: ago(90), codes: ['spam'], note: null, until: later(7) },
          barred: null,
        },
      }),
    },
    known: true,
    shows: '.standing button',
  },
  {
    name: 'editing',
    title: { en: 'Editing', fr: 'Modifier' },
    answers: { page: withFresh, mine: mine(), editable: { ...mineToo, text: 'Et le toit, qui le refait\u00a0?' } },
    known: true,
    steps: [{ press: 'button.edit' }],
    shows: 'form.panel textarea',
  },
  {
    name: 'wrong-edit',
    title: { en: 'An edit that is refused', fr: 'Une modification refusée' },
    answers: {
      page: withFresh,
      mine: mine(),
      editable: { ...mineToo, text: '' },
      edit: problem(422, 'validation-failed', 'Veuillez écrire quelque chose.'),
    },
    known: true,
    steps: [{ press: 'button.edit' }, { press: 'form.panel .go' }],
    shows: 'form.panel .failed',
  },
  {
    name: 'withdrawing',
    title: { en: 'Taking back', fr: 'Retirer' },
    answers: { page: withFresh, mine: mine() },
    known: true,
    steps: [{ press: 'button.withdraw' }],
    shows: 'div.panel',
  },
  {
    name: 'appealing',
    title: { en: 'Appealing', fr: 'Contester' },
    answers: { page: quiet(), mine: mine({ comments: [refused] }) },
    known: true,
    steps: [{ press: 'button.appeal' }],
    shows: 'form.panel textarea',
  },
  {
    name: 'reporting',
    title: { en: 'Reporting', fr: 'Signaler' },
    answers: { page: quiet() },
    steps: [{ press: '#tribune-talk-3 footer > button[aria-expanded]' }],
    shows: 'form.panel fieldset',
  },
  {
    name: 'bell',
    title: { en: 'Behind the bell', fr: 'Derrière la cloche' },
    answers: { page: quiet(), mine: mine(), inbox },
    known: true,
    steps: [{ press: '[part=bell]' }],
    shows: '.inbox li',
    alone: true,
  },
  {
    name: 'wishes',
    title: { en: 'What one may be told of', fr: 'Ce dont on peut être prévenu' },
    answers: {
      page: quiet(),
      mine: mine({ told: { thread: { id: 'told-1', mail: false }, answers: null, mail: 'none' } }),
    },
    known: true,
    steps: [{ press: '[part=subscribe]' }],
    shows: '.wishes .wish input:checked',
    alone: true,
  },
  {
    name: 'mine',
    title: { en: 'All of one’s own', fr: 'Tout ce qui est à soi' },
    answers: {
      page: quiet(),
      mine: mine(),
      inbox,
      own: { items: list.map((item) => ({ ...item, thread })), next: 'more' },
      erasure: { count: 4, days: 7, erasure: null },
    },
    known: true,
    steps: [{ press: '[part=mine]' }, { press: 'dialog .data .away:last-child' }],
    shows: 'dialog .ask',
    alone: true,
  },
  {
    name: 'sign-in',
    title: { en: 'Signing in', fr: 'Se connecter' },
    answers: { page: withAccounts, ways },
    steps: toSignIn,
    shows: 'dialog [autocomplete=email]',
    alone: true,
  },
  {
    name: 'sign-in-code',
    title: { en: 'A code by e-mail', fr: 'Un code par e-mail' },
    answers: { page: withAccounts, ways, attempt: { attempt: 'gallery', expiresInSeconds: 900 } },
    steps: [
      ...toSignIn,
      { write: 'nadia@example.org', in: 'dialog [autocomplete=email]' },
      { press: 'dialog [type=submit]' },
    ],
    shows: 'dialog [autocomplete=one-time-code]',
    alone: true,
  },
];
