import { NOTE_MAX } from '../../shared/limits.ts';
import type { Said } from '../../shared/messages/mail-pages/sentences.ts';
import { Problem } from '../../shared/problem.ts';
import type { AppealPage, MailPage, SettingsPage, Topic } from '../notifications/mail-page.ts';
import { problemDocument } from '../problem-document.ts';
import { escapeMarkup } from '../syndication/markup.ts';
import { mannerFormHtml } from './mail-form-markup.ts';
import { button, form, text } from './mail-page-pieces.ts';
import type { PageWords } from './mail-page-words.ts';

/** Where the pages' style sheet is. */
export const STYLE_PATH = '/mail/pages.css';

/** A page as HTML: one heading, forms that are sent to where the page came from, and no script. */
export function mailPageHtml(words: PageWords, page: MailPage, site: string | null): string {
  const { pages } = words;
  const named = { site: site ?? '' };
  switch (page.is) {
    case 'confirm':
      return frame(words, site, said(words, pages.confirm, { ...named, address: page.address }), [
        form(button(words, pages.confirmAct, { value: 'confirm', isMain: true })),
      ]);
    case 'confirmed':
      return frame(words, site, said(words, pages.confirmed, { address: page.address }), []);
    case 'stop':
      return frame(words, site, said(words, pages.stop), [
        `<ul>${page.topics.map((topic) => `<li>${text(topicOf(words, topic, site))}</li>`).join('')}</ul>`,
        form(
          button(words, pages.stopAct, { value: 'these', isMain: true }),
          button(words, pages.stopAllAct, { value: 'all' }),
        ),
      ]);
    case 'stopAll':
      return frame(words, site, said(words, pages.stopAll, { ...named, address: page.address }), [
        form(button(words, pages.stopAllAct, { value: 'all', isMain: true })),
      ]);
    case 'settings':
      return settingsHtml(words, page, site);
    case 'appeal':
      return appealHtml(words, page, site);
    case 'plain':
      if (page.says === 'appealClosed') {
        const { detail } = problemDocument(new Problem('appeal-closed'), words.lang);
        return frame(words, site, { heading: words.say(pages.appealClosed), what: detail }, []);
      }
      return frame(words, site, said(words, pages[page.says]), []);
  }
}

/** Said where nothing was done, and why. */
export function failedPageHtml(
  words: PageWords,
  why: 'failed' | 'tooLarge' | 'unreadable' | 'wrongMethod' | 'tooOften' | 'forged',
) {
  return frame(words, null, said(words, words.pages[why]), []);
}

function settingsHtml(words: PageWords, page: SettingsPage, site: string | null): string {
  const { say, pages } = words;
  const { mail, topics } = page;
  const notes = [
    ...(page.saved ? [`<p role="status" class="done">${text(say(pages.saved))}</p>`] : []),
    ...(page.wrong.length > 0 ? [`<p role="alert" class="wrong">${text(say(pages.notSaved))}</p>`] : []),
    ...(mail.state === 'asked' ? [`<p class="wrong">${text(say(pages.notConfirmed))}</p>`] : []),
    ...(mail.state === 'bounced'
      ? [`<p class="wrong">${text(say(pages.bounced))}</p>`, form(button(words, pages.retry, { value: 'again' }))]
      : []),
  ];
  const list = topics.map((topic, i) => {
    const act = topic.mail ? { say: pages.mailOff, value: 'off' } : { say: pages.mailOn, value: 'on' };
    return `<li><span id="topic-${i}">${text(topicOf(words, topic, site))}</span>${form(
      button(words, act.say, { value: `${act.value} ${topic.id}`, about: `topic-${i}` }),
    )}</li>`;
  });
  return frame(words, site, said(words, pages.settings, { address: mail.address ?? '', site: site ?? '' }), [
    ...notes,
    mannerFormHtml(words, page),
    `<h2>${text(say(pages.follows))}</h2>`,
    list.length === 0 ? `<p>${text(say(pages.followsNothing))}</p>` : `<ul class="topics">${list.join('')}</ul>`,
    page.next === null ? '' : `<p><a href="?cursor=${encodeURIComponent(page.next)}">${text(say(pages.more))}</a></p>`,
    `<hr>${form(button(words, pages.stopAllAct, { value: 'all' }))}`,
  ]);
}

function appealHtml(words: PageWords, page: AppealPage, site: string | null): string {
  const { say, pages, letters, upkeep } = words;
  const why = [...(page.reasons.length === 0 ? [] : [words.why(page.reasons)])];
  const note = page.note === null ? [] : [`<p>${text(words.noteFrom)}</p>${quote(page.note)}`];
  const wrong = page.wrong === null ? null : fieldError(words, page.wrong);
  const described = `aria-describedby="hint${wrong === null ? '' : ' wrong'}"${wrong === null ? '' : ' aria-invalid="true"'}`;
  return frame(words, site, { heading: say(pages.appeal), what: [say(letters.verdicts.refused), ...why].join(' ') }, [
    ...note,
    `<p>${text(say(letters.yours))}</p>${quote(page.words)}`,
    form(
      `<label for="text">${text(say(upkeep.appealLabel))}</label>`,
      `<p class="hint" id="hint">${text(say(upkeep.appealHint))}</p>`,
      ...(wrong === null ? [] : [`<p class="wrong" role="alert" id="wrong">${text(wrong)}</p>`]),
      // The first line of what is in it is not taken away (HTML standard, the rule for a newline that begins it).
      `<textarea id="text" name="text" rows="8" maxlength="${NOTE_MAX}" required dir="auto" ${described}>\n${escapeMarkup(page.text)}</textarea>`,
      button(words, upkeep.appealSend, { value: 'appeal', isMain: true }),
    ),
  ]);
}

function fieldError({ lang }: PageWords, code: 'empty' | 'too-long'): string {
  const errors = [{ path: 'text', code, limit: NOTE_MAX }];
  return problemDocument(new Problem('validation-failed', { errors }), lang).errors?.[0]?.message ?? '';
}

/** What is followed, in words. */
function topicOf({ say, pages: { kinds } }: PageWords, topic: Topic, site: string | null): string {
  if (topic === 'own') return say(kinds.own);
  const title = topic.thread?.title ?? site ?? '';
  const name = topic.author?.name;
  switch (topic.kind) {
    case 'thread':
      return say(kinds.thread, { title });
    case 'answers':
      return say(kinds.answers);
    case 'comment':
      return name === undefined ? say(kinds.commentOfNobody, { title }) : say(kinds.comment, { name, title });
    case 'author':
      return name === undefined ? say(kinds.authorNobody) : say(kinds.author, { name });
  }
}

function said({ say }: PageWords, { heading, what }: Said, params: Record<string, string> = {}) {
  return { heading: say(heading, params), what: say(what, params) };
}

function frame(
  { lang, dir }: PageWords,
  site: string | null,
  { heading, what }: { heading: string; what: string },
  content: readonly string[],
): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="color-scheme" content="light dark"><title>${escapeMarkup(heading.replace(/[\u2068\u2069]/g, ''))}</title><link rel="stylesheet" href="${STYLE_PATH}"></head><body><main>${site === null ? '' : `<p class="site">${text(`\u2068${site}\u2069`)}</p>`}<h1>${text(heading)}</h1><p>${text(what)}</p>${content.join('')}</main></body></html>`;
}

function quote(words: string): string {
  return `<blockquote dir="auto">${escapeMarkup(words)}</blockquote>`;
}
