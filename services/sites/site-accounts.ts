import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { SITE_KEYS_MAX, SITE_PROVIDERS_MAX } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { ProviderPut, SiteKeyAdded, SiteKeyCreate } from '../../shared/site-accounts.ts';
import { deriveSecret, hashSecret, newSecret } from '../auth/tokens.ts';
import { createLru } from '../lru.ts';
import type { Sealing } from '../sealed.ts';
import type { SiteAccountsDoc, SiteAccountsStore, SiteKey, SiteProvider } from '../storage/site-accounts.ts';

const SITES = 1000;
/** What another process has changed is felt this late, milliseconds. */
const REMEMBERED_MS = 2000;

export interface SiteAccountsDeps {
  accounts: SiteAccountsStore;
  sealing: Sealing;
  serviceKey: string;
  now: () => Date;
}

export type SiteAccounts = ReturnType<typeof createSiteAccounts>;

/** Keys and providers by which readers sign in with accounts from elsewhere. */
export function createSiteAccounts(deps: SiteAccountsDeps) {
  const { accounts, sealing, serviceKey, now } = deps;
  const remembered = createLru<SiteAccountsDoc>(SITES, REMEMBERED_MS, () => now().getTime());
  let changes = 0;

  const read = async (siteId: SiteId): Promise<SiteAccountsDoc> =>
    (await accounts.bySite(siteId)) ?? { _id: siteId, v: 0, keys: [], providers: [] };

  /** As it was within the last two seconds, but for what this process has changed since. */
  const of = async (siteId: SiteId): Promise<SiteAccountsDoc> => {
    const key = `${changes} ${siteId}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const doc = await read(siteId);
    remembered.set(key, doc);
    return doc;
  };

  /** Changes what there is, decided anew when somebody was faster; null changes nothing. */
  const change = async (
    siteId: SiteId,
    decide: (doc: SiteAccountsDoc) => Partial<Pick<SiteAccountsDoc, 'keys' | 'providers'>> | null,
  ): Promise<SiteAccountsDoc> => {
    for (;;) {
      const doc = await read(siteId);
      const changed = decide(doc);
      if (changed === null) return doc;
      const next = { ...doc, ...changed, v: doc.v + 1 };
      if (await accounts.put(next).finally(() => (changes += 1))) return next;
    }
  };

  return {
    of,

    /** A key by its id, if it is in force. */
    async keyOf(siteId: SiteId, kid: string): Promise<SiteKey | null> {
      return (await of(siteId)).keys.find((key) => key.kid === kid && key.revoked === undefined) ?? null;
    },
    secretOf: ({ secret }: Pick<SiteKey, 'secret'>): string | null =>
      secret === undefined ? null : sealing.open(secret),

    /**
     * Adds a key. The secret of one is made here and told once; the same request again is answered the same.
     * @param key of the request (Idempotency-Key)
     * @throws Problem `list-full` with two in force
     */
    async addKey(
      { siteId, by, key }: { siteId: SiteId; by: ModeratorView; key: string | undefined },
      input: SiteKeyCreate,
    ): Promise<SiteKeyAdded> {
      const secret = key === undefined ? newSecret() : deriveSecret(serviceKey, 'site-key', siteId, by.id, key);
      const kid = hashSecret(input.alg === 'EdDSA' ? `${secret} ${input.jwk.x}` : secret).slice(0, 12);
      await change(siteId, ({ keys }) => {
        if (keys.some((known) => known.kid === kid)) return null;
        if (keys.filter(({ revoked }) => revoked === undefined).length >= SITE_KEYS_MAX) throw new Problem('list-full');
        const proof = input.alg === 'EdDSA' ? { x: input.jwk.x } : { secret: sealing.seal(secret) };
        const added = { kid, alg: input.alg, ...proof, at: now(), by: { id: by.id, name: by.name } };
        return { keys: [...keys, added] };
      });
      return { kid, secret: input.alg === 'EdDSA' ? null : secret };
    },

    /**
     * Has a key sign nobody in any more. Done twice, it is the same.
     * @throws Problem `not-found`
     */
    async revokeKey(siteId: SiteId, kid: string, by: ModeratorView): Promise<void> {
      await change(siteId, ({ keys }) => {
        const key = keys.find((known) => known.kid === kid);
        if (key === undefined) throw new Problem('not-found');
        if (key.revoked !== undefined) return null;
        const { secret: _, ...rest } = key;
        const revoked = { ...rest, revoked: { at: now(), by: { id: by.id, name: by.name } } };
        return { keys: keys.map((known) => (known === key ? revoked : known)) };
      });
    },

    async providerOf(siteId: SiteId, id: string): Promise<(SiteProvider & { secret: string | null }) | null> {
      const provider = (await of(siteId)).providers.find((known) => known.id === id);
      if (provider === undefined) return null;
      return { ...provider, secret: provider.clientSecret === null ? null : sealing.open(provider.clientSecret) };
    },

    /**
     * Adds a provider, or changes the one of this id; a secret that is left out stays.
     * @throws Problem `list-full`
     */
    async putProvider(
      { siteId, id, by }: { siteId: SiteId; id: string; by: ModeratorView },
      { clientSecret, ...input }: ProviderPut,
    ): Promise<void> {
      await change(siteId, ({ providers }) => {
        const before = providers.find((known) => known.id === id);
        if (before === undefined && providers.length >= SITE_PROVIDERS_MAX) throw new Problem('list-full');
        const secret =
          clientSecret === undefined ? (before?.clientSecret ?? null) : clientSecret && sealing.seal(clientSecret);
        const put = { id, ...input, clientSecret: secret, at: now(), by: { id: by.id, name: by.name } };
        return { providers: [...providers.filter((known) => known !== before), put] };
      });
    },

    /** Done twice, it is the same. */
    async removeProvider(siteId: SiteId, id: string): Promise<void> {
      await change(siteId, ({ providers }) => {
        const left = providers.filter((known) => known.id !== id);
        return left.length === providers.length ? null : { providers: left };
      });
    },
  };
}
