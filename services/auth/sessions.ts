import { createLru } from '../lru.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { Member, Roles } from './roles.ts';

/** Who holds a session; else why nobody does: it is over, or whose it was is no member any more. */
export type Holder = Member | 'token-invalid' | 'token-expired';

const REMEMBERED = 10_000;
/** What another process has changed is felt this late, milliseconds. */
const REMEMBERED_MS = 2000;

/** Sessions of the console, by the hash of their secret. */
export function createSessions(deps: {
  grants: { byHash(hash: string): Promise<GrantDoc | null>; remove(hash: string): Promise<void> };
  roles: Pick<Roles, 'member' | 'changes'>;
  now: () => Date;
}): {
  holderOf: (sessionHash: string) => Promise<Holder>;
  /**
   * The same as it was within the last two seconds, but for what this process has changed since, which holds at once: a console asks
   * several things in a row, and three look-ups before each would be most of the work.
   */
  recentHolderOf: (sessionHash: string) => Promise<Holder>;
  end: (sessionHash: string) => Promise<void>;
} {
  // Of a look-up that is under way, too.
  const holders = createLru<Promise<Holder>>(REMEMBERED, REMEMBERED_MS, () => deps.now().getTime());

  async function holderOf(sessionHash: string): Promise<Holder> {
    const session = await deps.grants.byHash(sessionHash);
    if (session?.kind !== 'session' || session.subjectId === null) return 'token-invalid';
    if (session.expiresAt <= deps.now()) return 'token-expired';
    return (await deps.roles.member(session.subjectId)) ?? 'token-invalid';
  }

  return {
    holderOf,
    recentHolderOf(sessionHash) {
      // A look-up from before the team was changed is nobody's answer afterwards.
      const key = `${String(deps.roles.changes())} ${sessionHash}`;
      const remembered = holders.get(key);
      if (remembered !== undefined) return remembered;
      const holder = holderOf(sessionHash);
      holders.set(key, holder);
      const forget = (): void => holders.delete(key);
      holder.then((found) => typeof found === 'string' && forget(), forget);
      return holder;
    },
    async end(sessionHash) {
      await deps.grants.remove(sessionHash);
      holders.delete(`${String(deps.roles.changes())} ${sessionHash}`);
    },
  };
}
