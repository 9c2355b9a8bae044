import { pickLanguage } from '../../../shared/messages/languages.ts';
import { siteOf, standIn, tokenOf } from './network.ts';
import { ownScenes } from './own-scenes.ts';
import { readingScenes } from './reading-scenes.ts';
import type { Scene, Step } from './scene.ts';
import { writingScenes } from './writing-scenes.ts';

/**
 * Every state of the comments on one page, drawn by the real element against a service that is only pretended. `?state=…` shows one by
 * itself, `lang` and `theme` are the element's own.
 */
const SCENES = [...readingScenes, ...writingScenes, ...ownScenes];
const asked = new URLSearchParams(location.search);
const wish = asked.get('lang') ?? 'fr';
const lang = pickLanguage([wish]);
const spoken = lang === 'fr' ? 'fr' : 'en';
const theme = asked.get('theme');

const chosen = SCENES.filter(({ name, alone }) => (asked.has('state') ? name === asked.get('state') : alone !== true));

const { documentElement: html } = document;
html.lang = spoken;
if (theme !== null) html.dataset['theme'] = theme;
if (asked.has('state')) html.dataset['alone'] = '';
standIn(chosen);
document.body.append(head(), ...chosen.map(sectionOf));

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

/** The way to each state by itself. */
function head(): HTMLElement {
  const links = SCENES.map((scene) => {
    const link = made('a', scene.title[spoken]);
    const query = new URLSearchParams({ ...Object.fromEntries(asked), state: scene.name });
    link.href = `?${query.toString()}`;
    return made('li', link);
  });
  const nav = made('nav', made('ul', ...links));
  nav.setAttribute('aria-label', spoken === 'fr' ? 'Chaque état à part' : 'Each state by itself');
  return made(
    'header',
    made('h1', spoken === 'fr' ? 'Tous les états des commentaires' : 'Every state of the comments'),
    nav,
  );
}

function sectionOf(scene: Scene): HTMLElement {
  const { name, title, known, attributes = {} } = scene;
  const element = made('tribune-comments');
  const all = {
    ...{
      site: siteOf({ name }),
      thread: 'gallery',
      url: `${location.origin}/demo/gallery`,
      title: title[spoken],
      lang: wish,
      eager: '',
    },
    ...(theme === null ? {} : { theme }),
    ...attributes,
  };
  const shelf = `tribune:${location.origin}/${all.site}`;
  if (known === undefined) sessionStorage.removeItem(shelf);
  else
    sessionStorage.setItem(
      shelf,
      JSON.stringify({ token: tokenOf({ name }), personId: 'me', name: 'Nadia', email: '' }),
    );
  for (const [attribute, value] of Object.entries(all)) element.setAttribute(attribute, value);
  const heading = made('h2', title[spoken]);
  const section = made('section', heading, element);
  section.dataset['state'] = name;
  void play(element, scene).then(() => (section.dataset['ready'] = ''));
  return section;
}

/** Far down the page, too, everything is drawn: this page is looked at as a whole. */
const whole = new CSSStyleSheet();
whole.replaceSync('li { content-visibility: visible !important }');

/** Does in the element what a reader would do, each step once what it needs is there. */
async function play(element: HTMLElement, { steps = [], shows }: Scene): Promise<void> {
  for (const step of steps) await take(element, step);
  await appeared(element, shows);
  element.shadowRoot?.adoptedStyleSheets.push(whole);
}

async function take(element: HTMLElement, step: Step): Promise<void> {
  if ('press' in step) {
    const target = await appeared(element, step.press);
    // A text area opens the composer by the focus it gets.
    target.focus();
    return target.click();
  }
  const field = (await appeared(element, step.in)) as HTMLInputElement;
  field.focus();
  field.value = step.write;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const LOOK_MS = 50;

/** What a selector finds in the element, as soon as it is there. */
async function appeared(element: HTMLElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
