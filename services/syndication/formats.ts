import type { JsonFeed } from '../../shared/syndication.ts';
import type { Entry, Feed } from './feed.ts';
import { escapeMarkup } from './markup.ts';

/** Atom 1.0 (RFC 4287). @param self where the feed itself is */
export function toAtom(feed: Feed, self: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(feed.lang)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('updated', feed.updatedAt.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>`,
    ...alternate(feed.url),
    '<generator>Tribune</generator>',
    ...feed.entries.map(atomEntry),
    '</feed>\n',
  ].join('\n');
}

function atomEntry(entry: Entry): string {
  return [
    `<entry xml:lang="${escapeMarkup(entry.lang)}">`,
    element('id', entry.id),
    element('title', entry.title),
    ...alternate(entry.url),
    `<author>${element('name', entry.author)}</author>`,
    element('published', entry.publishedAt.toISOString()),
    element('updated', entry.updatedAt.toISOString()),
    // HTML as text: escaped once more, so that nothing in it is part of the feed.
    `<content type="html">${escapeMarkup(entry.html)}</content>`,
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

function alternate(url: string | undefined): string[] {
  return url === undefined ? [] : [`<link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>`];
}

/** JSON Feed 1.1. @param self where the feed itself is */
export function toJsonFeed(feed: Feed, self: string): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.url === undefined ? {} : { home_page_url: feed.url }),
    feed_url: self,
    language: feed.lang,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      ...(entry.url === undefined ? {} : { url: entry.url }),
      title: entry.title,
      content_html: entry.html,
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      authors: [{ name: entry.author }],
      language: entry.lang,
    })),
  };
}
