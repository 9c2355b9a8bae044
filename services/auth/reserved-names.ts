import { nameSkeleton, skeletonsOf } from '../comments/names.ts';
import { createLru } from '../lru.ts';

/** Words that speak for the house, in the languages of the product. */
const HOUSE = [
  'admin',
  'administrator',
  'administrateur',
  'administratrice',
  'administration',
  'moderator',
  'moderation',
  'modo',
  'modérateur',
  'modératrice',
  'modération',
  'staff',
  'system',
  'système',
  'webmaster',
  'support',
  'tribune',
  'rédaction',
  'newsroom',
  'مشرف',
  'مشرفون',
  'مشرفين',
  'إدارة',
  'مدير الموقع',
];
/** What may stand before such a word without making it another name. */
const BEFORE = [
  '',
  'le',
  'la',
  'les',
  "l'",
  'un',
  'une',
  'notre',
  'équipe',
  "l'équipe",
  'the',
  'a',
  'an',
  'our',
  'team',
  'ال',
];
/** What may stand behind it: a plural, or a word for several. */
const BEHIND = ['', 's', 'team', 'officiel', 'officielle', 'official'];
const HOUSE_KEYS = new Set(
  BEFORE.flatMap((before) => BEHIND.flatMap((behind) => HOUSE.map((word) => nameSkeleton(before + word + behind)))),
);
const BELIEVED_MS = 5000;

/** Whether a reader's name could be taken for a moderator's or the house's own; moderators' names are read every 5 s. */
export function createReservedNames(
  nameKeys: () => Promise<string[]>,
  now: () => Date,
): (name: string) => Promise<boolean> {
  const known = createLru<Set<string>>(1, BELIEVED_MS, () => now().getTime());
  return async (name) => {
    const keys = skeletonsOf(name);
    if (keys.some((key) => HOUSE_KEYS.has(key))) return true;
    let team = known.get('team');
    if (team === undefined) {
      team = new Set(await nameKeys());
      known.set('team', team);
    }
    return keys.some((key) => team.has(key));
  };
}
