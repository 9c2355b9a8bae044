/** A passage of the article that its editor has marked. */
export interface Mark {
  element: HTMLElement;
  key: string;
  /** What is asked beside it; null if nothing is. */
  question: string | null;
}

const KEY = 'data-tribune-passage';
const QUESTION = 'data-tribune-question';
/** On what stands at the end of a passage and leads to its discussion. */
export const BUBBLE = 'data-tribune-bubble';

/** Every marked passage of the page, in its order; of several with one key, the first. */
export function marksOf(page: Document): Mark[] {
  const marks = new Map<string, Mark>();
  for (const element of page.querySelectorAll<HTMLElement>(`[${KEY}]`)) {
    const key = element.getAttribute(KEY)?.trim() ?? '';
    const question = element.getAttribute(QUESTION)?.trim() || null;
    if (key !== '' && !marks.has(key)) marks.set(key, { element, key, question });
  }
  return [...marks.values()];
}
