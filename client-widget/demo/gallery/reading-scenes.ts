import type { CommentView } from '../../../shared/comment.ts';
import { answer, branch, comment, ME, mine, page, problem, quiet, RICH, talk, text } from './comments.ts';
import type { Scene } from './scene.ts';

/** Answers below answers, so many levels deep. */
function deep(levels: number): CommentView[] {
  const chain = [comment({ name: 'deep-0', says: 'Qui décide de la couleur des volets\u00a0?', minutes: 90 })];
  for (let level = 1; level <= levels; level += 1) {
    const before = chain.at(-1);
    const by = ['Marc D.', 'كريم بن سالم', 'Inès Vidal'][level % 3];
    if (before !== undefined && by !== undefined)
      chain.push(
        answer(before, {
          name: `deep-${level}`,
          by,
          says: `Réponse ${level}, un peu plus à l’étroit.`,
          minutes: 90 - level,
        }),
      );
  }
  return chain;
}

function many(): ReturnType<typeof talk> {
  return Array.from({ length: 50 }, (_, i) => {
    const root = comment({
      ...{ name: `many-${i}`, by: `Lecteur ${i + 1}`, minutes: 20 + i * 47 },
      says: i % 7 === 3 ? RICH : `Commentaire ${i + 1}. Le conseil a tranché, et chacun a son avis sur la halle.`,
    });
    return i % 5 === 0
      ? branch(root, answer(root, { name: `many-${i}-a`, by: 'Marc D.', says: 'Bien vu.' }))
      : branch(root);
  });
}

const [root = comment({ name: 'deep' }), ...below] = deep(7);
const tally = { v: 3, up: 14, down: 3, emojis: { '👏': 4, '🤔': 1 } };
const staff = { id: 'redaction', name: 'Hélène Marchadier', staff: true };
const picked = comment({
  name: 'pick',
  by: 'Inès Vidal',
  says: 'J’ai tenu un étal trente ans\u00a0: voici ce que je sais du toit.',
  featuredAt: '2026-01-02T10:00:00Z',
  minutes: 240,
});
const long = Array.from(
  { length: 9 },
  () => 'Le toit de 1887 tient par ses arches, et l’on sait depuis longtemps lesquelles.',
).join(' ');

export const readingScenes: readonly Scene[] = [
  {
    name: 'empty',
    title: { en: 'Nobody has written', fr: 'Personne n’a écrit' },
    answers: { page: page([]) },
    shows: '.empty',
  },
  {
    name: 'loading',
    title: { en: 'On its way', fr: 'En chemin' },
    answers: { page: 'never' },
    shows: '.bones',
  },
  {
    name: 'outage',
    title: { en: 'The service is away', fr: 'Le service est absent' },
    answers: { page: 'unreachable' },
    shows: '.note[role=alert] button',
  },
  {
    name: 'mistake',
    title: { en: 'The page is mistaken', fr: 'La page se trompe' },
    answers: { page: problem(404, 'unknown-site') },
    shows: '.note[role=alert]',
  },
  {
    name: 'fifty',
    title: { en: 'Fifty comments, and more', fr: 'Cinquante commentaires, et plus' },
    answers: { page: page(many(), { count: 212, next: 'more' }) },
    shows: '.doings, .search, .top > button',
    alone: true,
  },
  {
    name: 'deep',
    title: { en: 'Answers to answers', fr: 'Des réponses aux réponses' },
    answers: { page: page([branch(root, ...below)]) },
    shows: '#tribune-deep-7',
  },
  {
    name: 'rich',
    title: { en: 'Marks, long texts, what is gone', fr: 'Marques, longs textes, ce qui n’est plus' },
    answers: {
      page: page([
        branch(comment({ name: 'rich', says: RICH, editedAt: '2026-01-01T10:00:00Z' })),
        branch(comment({ name: 'long', by: 'Marc D.', says: text(long, long, long, long) })),
        branch(
          comment({ name: 'gone', state: 'removed', by: null }),
          comment({
            name: 'left',
            parentId: 'gone' as CommentView['id'],
            rootId: 'gone' as CommentView['id'],
            depth: 1,
            says: 'Je ne suis pas d’accord avec vous.',
          }),
        ),
      ]),
    },
    shows: '.rest',
  },
  {
    name: 'apart',
    title: { en: 'Pinned, and an editor’s pick', fr: 'Épinglé, et choix de la rédaction' },
    answers: {
      page: page([
        branch(
          comment({
            name: 'pinned',
            by: staff,
            says: 'Merci de rester aimables\u00a0: la discussion est longue.',
            pinnedAt: '2026-01-01T10:00:00Z',
            minutes: 2000,
          }),
        ),
        branch(picked),
        ...talk(),
      ]),
      featured: { threadId: 'gallery', items: [picked] },
    },
    shows: '.picked',
  },
  {
    name: 'picks',
    title: { en: 'The editor’s picks alone', fr: 'Les choix de la rédaction seuls' },
    answers: { page: page([branch(picked), ...talk()]), featured: { threadId: 'gallery', items: [picked] } },
    steps: [{ press: '.picking button:last-child' }],
    shows: '.picks article',
  },
  {
    name: 'votes',
    title: { en: 'Votes, reactions, stars', fr: 'Votes, réactions, étoiles' },
    answers: {
      page: page(
        talk().map((one) => ({ ...one, root: { ...one.root, tally } })),
        {
          offers: { votes: 'both', emojis: ['👏', '🤔', '😡'], signIn: false, email: 'optional', maxLength: 5000 },
          rating: { count: 87, average: 3.6 },
        },
      ),
      mine: mine({ reaction: 'like', stars: 4, voices: [{ id: 'talk-1', vote: 'up', emoji: '👏' }] }),
    },
    known: true,
    shows: '.votes [aria-pressed=true]',
  },
  {
    name: 'slow',
    title: { en: 'A discussion that boils over', fr: 'Une discussion qui s’emballe' },
    answers: { page: page(talk().slice(1), { pace: { everySeconds: 30, premod: true, closed: false } }) },
    shows: '[part=pace]',
  },
  {
    name: 'closed',
    title: { en: 'A closed discussion', fr: 'Une discussion fermée' },
    answers: { page: page(talk().slice(1), { pace: { everySeconds: null, premod: false, closed: true } }) },
    shows: '.doings, .top > button',
  },
  {
    name: 'search',
    title: { en: 'A search', fr: 'Une recherche' },
    answers: {
      page: quiet(),
      search: {
        items: [
          {
            ...{ id: picked.id, author: { ...ME, name: 'Anne Roche' }, createdAt: picked.createdAt },
            excerpt: [
              { text: 'La ', found: false },
              { text: 'halle', found: true },
              { text: ' a cent trente ans…', found: false },
            ],
          },
        ],
        next: 'more',
      },
    },
    steps: [{ press: '.top > button' }, { write: 'halle', in: '.search input' }, { press: '.search [type=submit]' }],
    shows: '.search mark',
  },
  {
    name: 'words',
    title: { en: 'Long words', fr: 'De longs mots' },
    answers: {
      page: page([
        branch(
          comment({
            ...{ name: 'words', by: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' },
            says: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, https://example.org/kraftfahrzeughaftpflichtversicherungsgesellschaft/sehr-lange-adresse',
          }),
        ),
      ]),
    },
    attributes: { lang: 'de' },
    shows: '.doings, .top > button',
  },
  {
    name: 'arabic',
    title: { en: 'Arabic', fr: 'L’arabe' },
    answers: {
      page: page([
        branch(
          comment({
            name: 'arabic',
            by: 'كريم بن سالم',
            says: 'السوق القديم يستحق الترميم، أليس كذلك؟ Merci au Courrier\u00a0!',
          }),
        ),
        ...talk(),
      ]),
    },
    attributes: { lang: 'ar' },
    shows: '.doings, .top > button',
  },
  {
    name: 'dark',
    title: { en: 'Dark on any page', fr: 'Sombre sur toute page' },
    answers: { page: page(talk()) },
    attributes: { theme: 'dark' },
    shows: '.doings, .top > button',
  },
];
