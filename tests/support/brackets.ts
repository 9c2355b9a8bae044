import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';

const ROOT = new URL('../../', import.meta.url);

/** Every sentence within, in brackets: a language nobody reads, in which what was never translated stands out. */
function bracket(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, bracket(inner)]));
}

/** The built files that hold sentences of the widget, by name, and what each is made from. */
async function sentenceFiles(): Promise<Map<string, string>> {
  const metafiles = JSON.parse(await readFile(new URL('dist/metafile.json', ROOT), 'utf8')) as [
    { outputs: Record<string, { entryPoint?: string }> },
  ];
  const files = Object.entries(metafiles[0].outputs).flatMap(([file, { entryPoint }]) =>
    /^(shared\/messages|client-widget\/widget\/lang)\//.test(entryPoint ?? '') ? [[basename(file), entryPoint!]] : [],
  );
  return new Map(files as [string, string][]);
}

/** From its next load on, the page gets the widget's sentences in brackets, and those of the service about what readers do. */
export async function bracketWords(page: Page): Promise<void> {
  const files = await sentenceFiles();
  await page.route('**/widget/*/*.js', async (route) => {
    const source = files.get(basename(route.request().url()));
    if (source === undefined) return route.continue();
    const exported = Object.entries((await import(new URL(source, ROOT).href)) as object);
    // What leads on to further sentences is taken from the file itself, by an address that is not routed here.
    const lines = exported.map(([name, value]) =>
      typeof value === 'function'
        ? `export { ${name} } from './${basename(route.request().url())}?itself';`
        : `export const ${name} = ${JSON.stringify(bracket(value))};`,
    );
    await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: lines.join('\n') });
  });
  await page.route('**/v1/**', async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    const response = await route.fetch();
    if (response.status() < 400) return route.fulfill({ response });
    const problem = (await response.json()) as { detail: string; errors?: { message: string }[] };
    const errors = problem.errors?.map((error) => ({ ...error, message: `⟦${error.message}⟧` }));
    await route.fulfill({ response, json: { ...problem, detail: `⟦${problem.detail}⟧`, ...(errors && { errors }) } });
  });
}

/**
 * What the widget says, shows or calls something outside of brackets, each with where it stands. What people wrote and times are
 * passed over.
 * @param names of people, which stand for themselves
 */
export async function unbracketed(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate((people) => {
    const WRITTEN = '[part=body], .body, .excerpt, blockquote, bdi, mark, q, time, textarea, svg, kbd, code';
    const NAMED = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'placeholder',
      'title',
      'alt',
    ];
    const TIME = /^\d{1,2} \p{L}+ \d{4} à \d{2}:\d{2}$/u;
    /** Keys behind the name of what they do. */
    const KEYS = / \((Ctrl|⌘)\+(⇧\+)?[A-Z\d]\)$/;
    const isBare = (said: string): boolean => {
      let rest = said.replace(KEYS, '');
      for (let before = ''; before !== rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '')) before = rest;
      return /\p{L}/u.test(rest) && !people.includes(said) && !TIME.test(said);
    };
    const elements = [...document.querySelectorAll('tribune-comments')].flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll('*') ?? []),
    ]);
    const texts = elements.flatMap((element) => {
      // Where the text of a comment is hidden, the widget speaks in its place.
      const isWritten = element.closest(WRITTEN) !== null && !element.matches('[part=body] button');
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue);
      const drawn = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content);
      return [
        ...(isWritten ? [] : [own.join('')]),
        ...drawn.filter((content) => content.startsWith('"')),
        ...NAMED.map((name) => (element.matches('time') ? null : element.getAttribute(name))),
      ].map((said) => ({
        said: said ?? '',
        at: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`,
      }));
    });
    if (!texts.some(({ said }) => said.includes('⟦'))) return ['nothing is said in brackets'];
    return texts.filter(({ said }) => isBare(said)).map(({ said, at }) => `${at}: ${said}`);
  }, names);
}
