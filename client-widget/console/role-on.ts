import type { Role, Scope } from '../../shared/identity.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';

/** A role in words, with the sites it is for where it is not for all. */
export function useRoleOn(sites: readonly SiteSummary[]): (role: Role, scope: Scope) => string {
  const { locale, words, say } = useSpeech();
  return (role, scope) => {
    if (scope === null) return say(words.roles[role]);
    const names = scope.map((id) => sites.find((site) => site.id === id)?.name ?? id);
    return say(words.team.roleOn, { role: say(words.roles[role]), sites: new Intl.ListFormat(locale).format(names) });
  };
}

export function isSameScope(a: Scope, b: Scope): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((site) => b.includes(site));
}
