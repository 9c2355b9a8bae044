import { nameSkeleton } from '../comments/names.ts';
import { createLru } from '../lru.ts';

/** Words that speak for the house, in the languages of the product. */
const HOUSE = [
  'admin',
  'administrator',
  'administrateur',
  'administratrice',
  'moderator',
  'moderators',
  'modérateur',
  'modératrice',
  'modération',
  'la modération',
  'staff',
  'system',
  'système',
  'webmaster',
  'support',
  'tribune',
  'la rédaction',
  'rédaction',
  'مشرف',
  'المشرف',
  'الإدارة',
  'مدير الموقع',
];
const HOUSE_KEYS = new Set(HOUSE.map(nameSkeleton));
const BELIEVED_MS = 5000;

/** Whether a reader's name could be taken for a moderator's or the house's own; moderators' names are read every 5 s. */
export function createReservedNames(
  nameKeys: () => Promise<string[]>,
  now: () => Date,
): (name: string) => Promise<boolean> {
  const known = createLru<Set<string>>(1, BELIEVED_MS, () => now().getTime());
  return async (name) => {
    const key = nameSkeleton(name);
    if (HOUSE_KEYS.has(key)) return true;
    let team = known.get('team');
    if (team === undefined) {
      team = new Set(await nameKeys());
      known.set('team', team);
    }
    return team.has(key);
  };
}
