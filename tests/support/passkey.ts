import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { NewPasskey, PasskeyOptions } from '../../shared/account.ts';
import type { PasskeyProof } from '../../shared/identity.ts';

const base64url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** CBOR (RFC 8949), as much as an authenticator needs: text, bytes, small whole numbers and maps of them. */
function cbor(value: string | number | Buffer | Map<string | number, unknown>): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].map(([key, of]) => Buffer.concat([cbor(key), cbor(of as string)]));
  return Buffer.concat([head(5, value.size), ...pairs]);
}

/** An authenticator made of software: one passkey (ES256), which answers whatever it is asked as it is told to. */
export class SoftPasskey {
  readonly id = base64url(randomBytes(16));
  readonly #key: KeyObject;
  readonly #point: { x: string; y: string };
  counter = 1;
  userHandle = '';

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    [this.#key, this.#point] = [privateKey, { x, y }];
  }

  make(options: PasskeyOptions, origin: string, name = 'Clé'): NewPasskey {
    const { rp, user } = options as unknown as { rp: { id: string }; user: { id: string } };
    this.userHandle = user.id;
    const key = new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(this.#point.x, 'base64url')],
      [-3, Buffer.from(this.#point.y, 'base64url')],
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const authData = Buffer.concat([this.#state(rp.id, 0x45), Buffer.alloc(16), length, id, cbor(key)]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      ...{ name, id: this.id, transports: ['internal'], attestationObject: base64url(cbor(attestation)) },
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, origin),
    };
  }

  /** @param isVerified whether it has seen a finger, face or PIN */
  answer(options: PasskeyOptions, origin: string, isVerified = true): PasskeyProof {
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, origin);
    const state = this.#state(String(options['rpId']), isVerified ? 0x05 : 0x01);
    const signed = Buffer.concat([state, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = base64url(sign('sha256', signed, this.#key));
    return { id: this.id, clientDataJSON, authenticatorData: base64url(state), signature, userHandle: this.userHandle };
  }

  #state(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter++);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }

  #clientData(type: string, challenge: string, origin: string): string {
    return base64url(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}
