export interface RawSocket {
  status: number;
  /** What the other end has agreed to, beyond the protocol. */
  extensions?: string | undefined;
  heard: string[];
  closed: boolean;
  /** Sends one message, text or bytes. */
  send(data: string | Buffer): void;
  /** Sends bytes as they are. */
  write(bytes: Buffer): void;
  end(): void;
}
export function openRaw(
  url: string,
  headers?: Record<string, string>,
  options?: { path?: string; polite?: boolean },
): Promise<RawSocket>;
export function heard(raw: RawSocket, fits: (message: string) => boolean, ms?: number): Promise<string | undefined>;
export function closes(raw: RawSocket, ms?: number): Promise<boolean>;
export function frame(data: string | Buffer, options?: { final?: boolean; opcode?: number }): Buffer;
