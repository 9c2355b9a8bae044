import type { SessionKey } from '../../shared/sign-in.ts';

/**
 * Keys of sessions: the browser holds the private half and lets no script read it (Web Cryptography, extractable: false), so
 * that nobody can carry a session away from here. They lie in IndexedDB by the session's id; where nothing may be stored, in
 * this page alone.
 */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const STORE = 'keys';
/** A key that no session names any more is of no use to anybody; milliseconds until it is cleared away. */
const FORGOTTEN_MS = 90 * 86_400_000;

interface Entry {
  pair: CryptoKeyPair;
  at: number;
}

const here = new Map<string, Entry>();

export const newKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);

/** The half that may be known. */
export async function publicKey({ publicKey: key }: CryptoKeyPair): Promise<SessionKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  return { kty: 'EC', crv: 'P-256', x, y };
}

/** What names a key (RFC 7638), base64url. */
export async function thumbprint(pair: CryptoKeyPair): Promise<string> {
  const { crv, kty, x, y } = await publicKey(pair);
  return base64url(await crypto.subtle.digest('SHA-256', bytes(JSON.stringify({ crv, kty, x, y }))));
}

/** A signature over a text, base64url of r and s. */
export const sign = async ({ privateKey }: CryptoKeyPair, text: string): Promise<string> =>
  base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes(text)));

/** Whether it is still there when the page has gone. */
export async function keepKey(name: string, pair: CryptoKeyPair): Promise<boolean> {
  const entry: Entry = { pair, at: Date.now() };
  here.set(name, entry);
  const kept = await inStore('readwrite', (store) => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (cursor === null) return;
      if (Math.abs(Date.now() - (cursor.value as Entry).at) > FORGOTTEN_MS) cursor.delete();
      cursor.continue();
    };
    return store.put(entry, name);
  });
  return kept !== null;
}

export async function findKey(name: string): Promise<CryptoKeyPair | null> {
  const entry =
    here.get(name) ??
    (await inStore<Entry | undefined>('readonly', (store) => store.get(name) as IDBRequest<Entry | undefined>));
  return entry?.pair ?? null;
}

export async function dropKey(name: string): Promise<void> {
  here.delete(name);
  await inStore('readwrite', (store) => store.delete(name));
}

/** Runs one request; null where there is no storage to be had. */
function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const failed = () => resolve(null);
    try {
      const opening = indexedDB.open('tribune', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = opening.onblocked = failed;
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORE, mode);
        const asked = ask(transaction.objectStore(STORE));
        transaction.onabort = failed;
        transaction.oncomplete = () => resolve(asked.result);
        // Nobody is to wait for this page when the next version of the store is opened.
        database.onversionchange = () => database.close();
        transaction.addEventListener('complete', () => database.close());
      };
    } catch {
      failed();
    }
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

const base64url = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
