import { MAIL_FREQUENCIES } from '../../shared/mail.ts';
import type { Message } from '../../shared/messages/format.ts';
import type { MailFormField } from '../notifications/mail-form.ts';
import type { SettingsPage } from '../notifications/mail-page.ts';
import { escapeMarkup } from '../syndication/markup.ts';
import { button, form, text } from './mail-page-pieces.ts';
import type { PageWords } from './mail-page-words.ts';

/** The form of how mail comes, as it holds, or as it was sent where something in it is wrong: that is said where it is. */
export function mannerFormHtml(words: PageWords, page: SettingsPage): string {
  const { say, pages } = words;
  const { frequency, dailyAt, quiet, from, to, news } = page.form;
  const options = MAIL_FREQUENCIES.map(
    (one) =>
      `<label><input type="radio" name="frequency" value="${one}"${one === frequency ? ' checked' : ''}> ${text(say(pages.frequencies[one]))}</label>`,
  );
  const wrong = (field: MailFormField, label: Message): { is: boolean; html: string } => {
    const is = page.wrong.includes(field);
    return { is, html: is ? `<p class="wrong" id="${field}-wrong">${text(say(label))}</p>` : '' };
  };
  const wrongs = {
    frequency: wrong('frequency', pages.frequencyWrong),
    dailyAt: wrong('dailyAt', pages.dailyWrong),
    timeZone: wrong('timeZone', pages.zoneWrong),
    quiet: wrong('quiet', pages.quietWrong),
  };
  const about = (field: MailFormField, ...hints: string[]): string => {
    const ids = [...hints, ...(wrongs[field].is ? [`${field}-wrong`] : [])];
    const described = ids.length === 0 ? '' : ` aria-describedby="${ids.join(' ')}"`;
    return `${described}${wrongs[field].is ? ' aria-invalid="true"' : ''}`;
  };
  const clock = (name: string, label: Message, { value, described }: { value: string; described: string }): string =>
    `<label>${text(say(label))} <input type="time" name="${name}" value="${escapeMarkup(value)}"${described}></label>`;
  const hours = about('quiet', 'quiet-why');
  return form(
    `<fieldset${about('frequency')}><legend>${text(say(pages.frequency))}</legend>${options.join('')}${wrongs.frequency.html}<div class="hours">${clock('dailyAt', pages.dailyAt, { value: dailyAt, described: about('dailyAt') })}</div>${wrongs.dailyAt.html}</fieldset>`,
    `<fieldset><label><input type="checkbox" name="quiet"${quiet ? ' checked' : ''}> ${text(say(pages.quiet))}</label><div class="hours">${clock('from', pages.quietFrom, { value: from, described: hours })}${clock('to', pages.quietTo, { value: to, described: hours })}</div><p class="hint" id="quiet-why">${text(say(pages.quietWhy))}</p>${wrongs.quiet.html}</fieldset>`,
    `<fieldset><label for="zone">${text(say(pages.zone))}</label><select id="zone" name="timeZone"${about('timeZone', 'zone-why')}>${zoneOptions(page)}</select><p class="hint" id="zone-why">${text(say(pages.zoneWhy))}</p>${wrongs.timeZone.html}</fieldset>`,
    `<fieldset><label><input type="checkbox" name="news"${news ? ' checked' : ''}> ${text(say(pages.news))}</label></fieldset>`,
    button(words, pages.save, { value: 'save', isMain: true }),
  );
}

/** Every zone there is a name for, and the one that holds, which may have an older name. */
function zoneOptions({ form: { timeZone }, mail, wrong }: SettingsPage): string {
  const chosen = wrong.includes('timeZone') ? mail.timeZone : timeZone;
  const zones = new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones]
    .sort()
    .map(
      (zone) =>
        `<option value="${escapeMarkup(zone)}"${zone === chosen ? ' selected' : ''}>${escapeMarkup(zone.replaceAll('_', ' '))}</option>`,
    )
    .join('');
}
