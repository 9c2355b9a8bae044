/** By how much this machine's clock is behind the service's, milliseconds. */
let behind = 0;

/** Now, as the service's clock has it: what it says of times stays true to readers whose own clock is wrong. */
export const serverNow = (): number => Date.now() + behind;

/** Sets the clock by an answer of the service (RFC 9110, 6.6.1). A difference of a second or two is only the way it took. */
export function setClock(answer: Response): void {
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (!Number.isNaN(date)) behind = Math.abs(date - Date.now()) < 5000 ? 0 : date - Date.now();
}
