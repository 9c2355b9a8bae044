import type { RequestHandler } from 'express';

/** How long what is said there is good for: less than the year that RFC 9116 (2.5.5) recommends at most. */
const GOOD_MS = 182 * 86_400_000;

/**
 * GET /.well-known/security.txt: where to report a weakness (RFC 9116). It is made when it is asked for, so that it never expires while
 * somebody runs the service.
 */
export function securityTxt({
  contact,
  now,
  self,
}: {
  contact: string;
  now: () => Date;
  self: () => string;
}): RequestHandler {
  return (_req, res) => {
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${new Date(now().getTime() + GOOD_MS).toISOString()}`,
      'Preferred-Languages: en, fr',
      `Canonical: ${self()}`,
    ];
    res
      .set({ 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' })
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  };
}
