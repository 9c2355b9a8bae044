import { escapeMarkup, isolated } from '../../syndication/markup.ts';
import { styleOf, STYLES } from './style.ts';

/** A part of a letter. Texts are plain; what others wrote in a sentence of ours is isolated there (U+2068 to U+2069). */
export type Part =
  | { kind: 'text'; text: string }
  /** What follows is about this, such as an article. */
  | { kind: 'heading'; text: string; url: string | null }
  /** Somebody's own words. */
  | { kind: 'quote'; text: string }
  /** What the letter would have somebody do, or only offers. */
  | { kind: 'act' | 'link'; text: string; url: string }
  /** What follows is about the letter itself. */
  | { kind: 'foot' };

export interface Letter {
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  subject: string;
  parts: readonly Part[];
}

/** Characters to a line, as mail has been written and quoted ever since (RFC 5322, 2.1.1, less what quoting adds). */
const LINE = 74;
/** Characters of scripts that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const CONTROLS = /\p{Cc}+/gu;

/** A subject: one line and nothing that could begin another, whatever was in the names. */
export function subjectOf({ subject }: Letter): string {
  return plain(subject.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim());
}

/** A letter for programs that show text, and for who reads with ears. */
export function textOf({ parts }: Letter): string {
  const blocks = parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return wrapped(plain(part.text), '');
      case 'heading':
        return [wrapped(plain(part.text), ''), ...(part.url === null ? [] : [part.url])].join('\n');
      case 'quote':
        return wrapped(quoted(part.text), '> ');
      case 'act':
      case 'link':
        return `${wrapped(plain(part.text), '')}\n${part.url}`;
      case 'foot':
        return '-- ';
    }
  });
  // Programs take what stands below "-- " for a signature (RFC 3676, 4.3), so it stands on the line before.
  return `${blocks.join('\n\n').replace(/^-- \n\n/m, '-- \n')}\n`;
}

/** Somebody's own words, which stand by themselves and turn nothing around. */
function quoted(text: string): string {
  return isolated(text).slice(1, -1);
}

/** Marks of direction are for lines in which there are two; elsewhere many programs show them as rubbish. */
function plain(text: string): string {
  return FROM_RIGHT.test(text) ? text : text.replace(/[\u2068\u2069]/g, '');
}

/** Broken at spaces only, so that words, and what hangs together by a space that does not break, stay whole. */
function wrapped(text: string, before: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(CONTROLS, ' ').split(/[ \n]+/)) {
    if (line !== '' && line.length + word.length >= LINE - before.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${before}${one}`).join('\n');
}

/** A letter as a page of its own: no picture, nothing from anywhere, and every text escaped. */
export function htmlOf(letter: Letter): string {
  const { lang, dir, parts } = letter;
  const end = parts.findIndex(({ kind }) => kind === 'foot');
  const [body, foot] = end === -1 ? [parts, []] : [parts.slice(0, end), parts.slice(end + 1)];
  const content = [
    ...body.map((part) => partHtml(part)),
    ...(foot.length === 0 ? [] : [`<div ${styleOf('foot')}>${foot.map((part) => partHtml(part)).join('')}</div>`]),
  ].join('\n');
  return `<!doctype html>
<html lang="${escapeMarkup(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeMarkup(subjectOf(letter))}</title>
<style>${STYLES}</style>
</head>
<body ${styleOf('page')}>
<div ${styleOf('letter')} lang="${escapeMarkup(lang)}" dir="${dir}">
${content}
</div>
</body>
</html>
`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<p ${styleOf('text')}>${markup(part.text)}</p>`;
    case 'heading':
      return `<h2 ${styleOf('heading')}>${part.url === null ? markup(part.text) : link(part.text, part.url, 'title')}</h2>`;
    case 'quote':
      return `<blockquote dir="auto" ${styleOf('quote')}>${escapeMarkup(quoted(part.text))}</blockquote>`;
    case 'act':
      return `<p ${styleOf('text')}>${link(part.text, part.url, 'act')}</p>`;
    case 'link':
      return `<p ${styleOf('text')}>${link(part.text, part.url, 'link')}</p>`;
    case 'foot':
      return '';
  }
}

function link(text: string, url: string, style: 'title' | 'act' | 'link'): string {
  return `<a href="${escapeMarkup(url)}" ${styleOf(style)}>${markup(text)}</a>`;
}

/** Isolated words as an element, which every program knows that shows HTML. */
function markup(text: string): string {
  return escapeMarkup(text).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');
}
