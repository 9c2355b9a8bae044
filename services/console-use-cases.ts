import { agentOf } from './auth/agent.ts';
import type { Entered } from './auth/sign-in.ts';
import { hashSecret } from './auth/tokens.ts';
import { nameSkeleton } from './comments/names.ts';
import type { ConsoleUseCases } from './http/console-routes.ts';
import type { Parts } from './use-cases.ts';

/** How one gets into the console, and out. */
export function consoleUseCases(
  { team, rescue, signIn, sessions, passkeys, limits, now }: Parts,
  at: { cookieName: string; endSession: (sessionHash: string) => void },
): ConsoleUseCases {
  const secure = at.cookieName.startsWith('__Host-') ? '; Secure' : '';
  const end = async (session: string): Promise<void> => {
    const hash = hashSecret(session);
    await sessions.end(hash);
    at.endSession(hash);
  };
  /** Whoever begins a session has no other one in this browser, where nobody could end it any more. */
  async function entering<T extends Entered>(before: string | null, work: () => Promise<T>): Promise<T> {
    const entered = await work();
    if ('session' in entered && before !== null) await end(before);
    return entered;
  }
  return {
    async redeem({ address, session, userAgent, ...from }) {
      await limits.signInsFromAddress.take(address);
      return entering(session, () => team.redeem({ ...from, agent: agentOf(userAgent) }));
    },
    async rescue({ address, session, userAgent, ...from }) {
      await limits.signInsFromAddress.take(address);
      return entering(session, () => rescue.redeem({ ...from, agent: agentOf(userAgent) }));
    },
    async checkCode({ address, code }) {
      await limits.signInsFromAddress.take(address);
      await team.checkCode(code);
    },
    async signIn({ address, session, userAgent, ...from }) {
      await limits.signInsFromAddress.take(address);
      // Per name and address, so that nobody keeps a moderator out by failing in their name from one place. The bound over
      // all addresses is far below what it takes to guess a password; whoever has ten addresses can use it up, and the
      // name's owner then waits a quarter of an hour, unless they are signed in already.
      const name = nameSkeleton(from.name);
      await limits.signInsOfName.take(`${name}\n${address ?? ''}`);
      await limits.guessesOfName.take(name);
      return entering(session, () => signIn.byPassword({ ...from, agent: agentOf(userAgent) }));
    },
    async signInByCode({ address, session, userAgent, ...from }) {
      await limits.secondStepsFromAddress.take(address);
      const { _id } = await signIn.memberOf(from.challenge);
      await limits.codesOfMember.take(_id);
      const entered = await entering(session, () => signIn.byCode({ ...from, agent: agentOf(userAgent) }));
      await limits.codesOfMember.giveBack(_id);
      return entered;
    },
    async passkeyOptions({ address, challenge }) {
      await limits.passkeyAsksFromAddress.take(address);
      return passkeys.ask(challenge === undefined ? null : await signIn.memberOf(challenge));
    },
    async signInByPasskey({ address, session, userAgent, challenge, proof }) {
      await limits.secondStepsFromAddress.take(address);
      return entering(session, async () => ({
        session: await signIn.byPasskey({ challenge, proof, agent: agentOf(userAgent) }),
      }));
    },
    signOut: end,
    ticket: (session) => sessions.ticket(session),
    cookie(session) {
      const seconds = session === null ? 0 : Math.floor((session.expiresAt.getTime() - now().getTime()) / 1000);
      return `${at.cookieName}=${session?.secret ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
    },
  };
}
