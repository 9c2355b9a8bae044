import type { SiteDetail, SitePut } from '../../shared/console-sites.ts';
import { entriesOf } from './rules-draft.ts';

/** A site as it stands in the form: origins as they are being typed, one a line. */
export interface SiteDraft {
  readonly name: string;
  readonly lang: string;
  readonly origins: string;
  readonly closed: boolean;
}

export const EMPTY_SITE: SiteDraft = { name: '', lang: '', origins: '', closed: false };

type Facts = Pick<SiteDetail, 'name' | 'lang' | 'origins' | 'closed'>;

export function draftOf({ name, lang, origins, closed }: Facts): SiteDraft {
  return { name, lang, origins: origins.join('\n'), closed };
}

/** What a draft stands for; the service says what is wrong with it. */
export function factsOf({ name, lang, origins, closed }: SiteDraft): Omit<SitePut, 'version'> {
  return { name, lang: lang.trim(), origins: entriesOf(origins), closed };
}

export function isChanged(draft: SiteDraft, saved: Facts): boolean {
  return JSON.stringify(factsOf(draft)) !== JSON.stringify(factsOf(draftOf(saved)));
}

/** A draft made from `saved` once somebody else has saved `current`: where both changed the same, ours stands in the form. */
export function rebase(draft: SiteDraft, saved: Facts, current: Facts): SiteDraft {
  const [was, theirs] = [draftOf(saved), draftOf(current)];
  const pick = <Key extends keyof SiteDraft>(key: Key): SiteDraft[Key] =>
    draft[key] === was[key] ? theirs[key] : draft[key];
  return { name: pick('name'), lang: pick('lang'), origins: pick('origins'), closed: pick('closed') };
}

/** The id a name suggests: "L’Écho du Soir" → "l-echo-du-soir". */
export function suggestedId(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** What goes into an article's page, filled in. */
export function snippetOf({ service, id, lang }: Pick<SiteDetail, 'service' | 'id' | 'lang'>): string {
  return [
    `<script type="module" src="${service}/widget/tribune.js"></script>`,
    `<tribune-comments site="${id}" thread="article-4711" lang="${lang}"></tribune-comments>`,
  ].join('\n');
}
