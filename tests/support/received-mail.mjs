// Reads a mail as a mail program does, as far as the service's own letters need it.

/** A mail's headers and the two texts that letters of the service have. @param raw as latin1 */
export function readMail(raw) {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')));
  const part = (type) => {
    const found = parts.find((one) => one.headers.get('content-type')?.startsWith(type) === true);
    return found === undefined ? '' : decode(found.body, found.headers.get('content-transfer-encoding') ?? '');
  };
  const messageId = (headers.get('message-id') ?? '').replace(/[<>]/g, '');
  return { messageId, headers, text: part('text/plain'), html: part('text/html'), raw };
}

function split(text) {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map();
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim()));
  }
  return { headers, body: text.slice(end + 4) };
}

/** Encoded words (RFC 2047); white space between two of them is none. */
function decodeWords(text) {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how, word) =>
      how.toUpperCase() === 'B' ? decode(word, 'base64') : decode(word.replace(/_/g, ' '), 'quoted-printable'),
    );
}

function decode(text, encoding) {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1').toString('utf8');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
