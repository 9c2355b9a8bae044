import type { Hint } from '../../../shared/nudge.ts';
import { mine, quiet, RICH } from './comments.ts';
import type { Scene, Step } from './scene.ts';

const TEXT = 'Une **question** ||cachée||';
const open: Step = { press: 'textarea' };
const write = (value: string): Step[] => [
  open,
  { write: value, in: 'textarea' },
  { write: 'Nadia', in: 'input[autocomplete=nickname]' },
];
const submit: Step = { press: '.composer [type=submit]' };
const hints: Hint[] = [
  { field: 'text', reason: 'insult', span: [5, 12], found: 'abruti' },
  { field: 'text', reason: 'links', limit: 2 },
];

export const writingScenes: readonly Scene[] = [
  {
    name: 'composer',
    title: { en: 'Writing', fr: 'Écrire' },
    answers: { page: quiet() },
    steps: write(TEXT),
    shows: '.actions .primary',
  },
  {
    name: 'errors',
    title: { en: 'What is wrong', fr: 'Ce qui ne va pas' },
    answers: { page: { ...quiet(), offers: { ...quiet().offers, email: 'required', maxLength: 280 } } },
    steps: [open, { write: ' ', in: 'textarea' }, { write: 'A', in: 'input[autocomplete=nickname]' }, submit],
    shows: 'textarea[aria-invalid=true]',
  },
  {
    name: 'preview',
    title: { en: 'A look beforehand', fr: 'Un aperçu' },
    answers: { page: quiet(), preview: { body: RICH } },
    steps: [...write(TEXT), { press: '.actions .plain' }],
    shows: '.preview .body',
  },
  {
    name: 'marks',
    title: { en: 'The marks', fr: 'Les marques' },
    answers: { page: quiet() },
    steps: [...write(TEXT), { press: '.toolbar .marks' }],
    shows: '.preview table',
  },
  {
    name: 'discarding',
    title: { en: 'Giving up', fr: 'Renoncer' },
    answers: { page: quiet() },
    steps: [...write(TEXT), { press: '.actions .plain:last-child' }],
    shows: '.actions .danger',
  },
  {
    name: 'told',
    title: { en: 'Told before it is posted', fr: 'Prévenir avant de publier' },
    answers: { page: quiet(), post: { hints }, mine: mine() },
    known: true,
    steps: [...write('Quel abruti, ce maire'), submit],
    shows: '[role=alertdialog]',
  },
  {
    name: 'unsent',
    title: { en: 'Nobody is reached', fr: 'Personne au bout du fil' },
    answers: { page: quiet(), post: 'unreachable', mine: mine() },
    known: true,
    steps: [...write('Sans réseau, ce texte attend.'), submit],
    shows: 'article.unsent .failure',
  },
  {
    name: 'mentions',
    title: { en: 'Naming somebody', fr: 'Nommer quelqu’un' },
    answers: { page: quiet(), participants: { items: [{ id: 'a', name: 'Inès Vautrin' }] } },
    steps: [open, { write: 'Merci @in', in: 'textarea' }],
    shows: '.people li:nth-child(2)',
    alone: true,
  },
];
