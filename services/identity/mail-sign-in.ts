import { createHmac, timingSafeEqual } from 'node:crypto';
import { SIGN_IN_MINUTES, SIGN_IN_TRIES } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { SignedIn, SignInAttempt, SignInLinkChecked, SignInMail } from '../../shared/sign-in.ts';
import type { Site } from '../../shared/site.ts';
import { deriveSecret, newSecret } from '../auth/tokens.ts';
import { mailKey } from '../notifications/address.ts';
import type { LetterDoc } from '../storage/letters.ts';
import type { SignInDoc } from '../storage/sign-ins.ts';
import { enter, type SignInDeps, type Visitor } from './sign-in.ts';

const GOOD_MS = SIGN_IN_MINUTES * 60_000;
/**
 * Letters go out in the order in which they were due, and this one is of use for ten minutes: it goes before all that may have piled
 * up. Milliseconds.
 */
const AHEAD_MS = 86_400_000;

export interface MailSignInDeps {
  signIns: SignInDeps['signIns'];
  letters: { put(docs: readonly LetterDoc[]): Promise<void> };
  serviceKey: string;
  now: () => Date;
}

/**
 * Has a letter sent with a code, and with a link if there is a page to come back to. Who has the address is not looked at, so that it
 * is the same for all, and takes as long.
 * @param url of a page of the site
 */
export async function askByMail(
  deps: MailSignInDeps,
  site: Pick<Site, 'id' | 'lang'>,
  { address, lang = site.lang, url }: SignInMail,
): Promise<SignInAttempt> {
  const at = deps.now();
  const attempt = newSecret();
  const way: SignInDoc = {
    ...{ _id: attempt, siteId: site.id, issuer: 'mail', subject: address.toLowerCase(), address, name: null },
    ...{ lang, url: url ?? null, tries: 0, at, expiresAt: new Date(at.getTime() + GOOD_MS) },
  };
  await deps.signIns.insert(way);
  const letter: LetterDoc = {
    ...{ _id: `sign-in:${attempt}`, siteId: site.id, personId: null, to: address, lang },
    key: mailKey(deps.serviceKey, site.id, address),
    ...{ what: { kind: 'sign-in', attempt }, state: 'waiting', attempts: 0, createdAt: at },
    dueAt: new Date(at.getTime() - AHEAD_MS),
  };
  await deps.letters.put([letter]);
  return { attempt, expiresInSeconds: GOOD_MS / 1000 };
}

/**
 * The code of an attempt, six digits. It follows from the service's own key and the attempt, so that it is in the letter and nowhere
 * else.
 */
export function codeOf(serviceKey: string, attempt: string): string {
  const mac = createHmac('sha256', serviceKey)
    .update(JSON.stringify(['sign-in-code', attempt]))
    .digest();
  return String(mac.readBigUInt64BE() % 1_000_000n).padStart(6, '0');
}

/** What stands in the link of a way in. */
export function linkSecretOf(serviceKey: string, wayId: string): string {
  return `${wayId}.${deriveSecret(serviceKey, 'sign-in-link', wayId)}`;
}

/** @throws Problem `code-wrong` with the tries that are left; `code-expired` if there are none, it was used, or is not there */
export async function enterByCode(
  deps: SignInDeps,
  { attempt, code }: { attempt: string; code: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { siteId, thumbprint } = visitor;
  const at = deps.now();
  const tried = await deps.signIns.tryCode(attempt, { siteId, at });
  if (tried === null) throw new Problem('code-expired');
  if (!isSame(code, codeOf(deps.serviceKey, attempt))) {
    const left = SIGN_IN_TRIES - tried.tries;
    throw left > 0 ? new Problem('code-wrong', { extensions: { n: left } }) : new Problem('code-expired');
  }
  const way = await deps.signIns.use(attempt, { siteId, thumbprint, code: true, at });
  if (way === null) throw new Problem('code-expired');
  return enter(deps, way, visitor);
}

/** @throws Problem `sign-in-link-used` if it was used, or is none */
export async function enterByLink(deps: SignInDeps, secret: string, visitor: Visitor): Promise<SignedIn> {
  const { siteId, thumbprint } = visitor;
  const wayId = wayOf(deps, secret);
  const way =
    wayId === null ? null : await deps.signIns.use(wayId, { siteId, thumbprint, code: false, at: deps.now() });
  if (way === null) throw new Problem('sign-in-link-used');
  return enter(deps, way, visitor);
}

/**
 * Who a link would sign in. Nothing is used up.
 * @param providerName of the provider a link came from
 * @throws Problem `sign-in-link-used`
 */
export async function checkLink(
  deps: Pick<SignInDeps, 'signIns' | 'serviceKey' | 'now'>,
  { secret, siteId }: { secret: string; siteId: string },
  providerName: (issuer: SignInDoc['issuer']) => string | null,
): Promise<SignInLinkChecked> {
  const wayId = wayOf(deps, secret);
  const way = wayId === null ? null : await deps.signIns.byId(wayId);
  const left = (way?.expiresAt.getTime() ?? 0) - deps.now().getTime();
  if (way?.siteId !== siteId || way.usedBy !== undefined || left <= 0) throw new Problem('sign-in-link-used');
  return {
    as: way.address ?? way.name ?? way.subject,
    via: providerName(way.issuer),
    expiresInSeconds: Math.ceil(left / 1000),
  };
}

/** The way in that a link's secret opens; null if nobody here has made it. */
function wayOf({ serviceKey }: { serviceKey: string }, secret: string): string | null {
  const [wayId = ''] = secret.split('.');
  return isSame(secret, linkSecretOf(serviceKey, wayId)) ? wayId : null;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
