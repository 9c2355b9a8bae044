import type { Message } from '../../shared/messages/format.ts';
import { escapeMarkup } from '../syndication/markup.ts';
import type { PageWords } from './mail-page-words.ts';

/** A form that is sent to where its page came from. */
export function form(...content: string[]): string {
  return `<form method="post">${content.join('')}</form>`;
}

/** @param about id of what says which of several things it is about */
export function button(
  { say }: Pick<PageWords, 'say'>,
  label: Message,
  { value, isMain = false, about }: { value: string; isMain?: boolean; about?: string },
): string {
  const described = about === undefined ? '' : ` aria-describedby="${about}"`;
  return `<button name="do" value="${escapeMarkup(value)}"${isMain ? ' class="main"' : ''}${described}>${text(say(label))}</button>`;
}

/** A sentence of ours; what others wrote in it keeps its direction to itself. */
export function text(sentence: string): string {
  return escapeMarkup(sentence).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');
}
