/** An element of an XML document. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** What stands in it as text, unescaped. */
  text: string;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
const NOT_ALLOWED = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * The root of an XML 1.0 document without document type, comments or sections; strict about everything it knows.
 * @throws Error where the document is not well-formed
 */
export function parseXml(document: string): Element {
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  if (body === document || NOT_ALLOWED.test(body)) throw new Error('no declaration, or a character XML does not have');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (let at = 0; at < body.length;) {
    const parent = open.at(-1) ?? root;
    const text = /[^<]*/y;
    text.lastIndex = at;
    const said = text.exec(body)?.[0] ?? '';
    parent.text += unescapeXml(said);
    at += said.length;
    if (at === body.length) break;
    TAG.lastIndex = at;
    const [whole, closes, name = '', attributes = '', empty] = TAG.exec(body) ?? [];
    if (whole === undefined) throw new Error(`no tag at ${body.slice(at, at + 40)}`);
    at += whole.length;
    if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} closes what is not open`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
    const element: Element = { name, attributes: {}, children: [], text: '' };
    for (const [key = '', value = ''] of pairs) {
      if (key in element.attributes) throw new Error(`${key} twice`);
      element.attributes[key] = unescapeXml(value);
    }
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [first, ...more] = root.children;
  if (open.length !== 1 || first === undefined || more.length > 0 || root.text.trim() !== '')
    throw new Error('not one element that is closed');
  return first;
}

function unescapeXml(text: string): string {
  if (text.includes(']]>')) throw new Error('the end of a section in text');
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1];
    const character = number === undefined ? NAMED[name] : String.fromCodePoint(Number(number));
    if (character === undefined || !whole.endsWith(';')) throw new Error(`no such entity: ${whole}`);
    return character;
  });
}
