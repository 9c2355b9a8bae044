import { draftKey, type Draft, type Writing } from './draft.ts';

/** Where people are named: in a new comment, or in one that is changed. */
export interface Naming extends Pick<Writing, 'id' | 'widget' | 'hands' | 'write' | 'field'> {
  draft: Pick<Draft, 'text'>;
  answers?: Writing['answers'];
  /** Id of the comment that is changed. */
  edits?: string;
}

const placeOf = ({ answers, edits, widget: { config } }: Naming): string =>
  draftKey(config.thread, edits === undefined ? (answers?.id ?? config.passage) : `edit ${edits}`);

/** Whom an author has chosen is kept beside the draft, and as long. */
const keyOf = (naming: Naming): string => `${placeOf(naming)} @`;

/** Ids and names of those who were chosen and whose name still stands in the text. */
function standing(naming: Naming): [personId: string, name: string][] {
  const kept = naming.hands.services.memory.draft(keyOf(naming));
  const known = kept === '' ? [] : (JSON.parse(kept) as [string, string][]);
  return known.filter(([, name]) => naming.draft.text.includes(`@${name}`));
}

export function choose(naming: Naming, personId: string, name: string): void {
  const others = standing(naming).filter(([id]) => id !== personId);
  naming.hands.services.memory.saveDraft(keyOf(naming), JSON.stringify([...others, [personId, name]]));
}

/** Whom a text named goes with the text: posted, thrown away, or changed in a comment, it is no draft any more. */
export function forgetUnlessDraft(naming: Naming): void {
  const { memory } = naming.hands.services;
  if (memory.draft(placeOf(naming)) === '') memory.saveDraft(keyOf(naming), '');
}

/** Ids of those whose name still stands in the text. */
export const mentionsIn = (naming: Naming): string[] => standing(naming).map(([personId]) => personId);
