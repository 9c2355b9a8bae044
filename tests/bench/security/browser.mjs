// A real Chromium, whose pages have no policy that could stop a script, so that it is the service alone that does.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../tools/browser.mjs';
import { listen } from './in-page.mjs';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * Opens it once. `context` makes people's browsers, each with what it has asked of others than the service (`foreign`) and what
 * dialogs came up (`dialogs`).
 */
export async function openBrowser({ url }) {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: ARGS, env: process.env });
  const host = new URL(url).host;

  async function context(options = {}) {
    const made = await browser.newContext({
      bypassCSP: true,
      locale: 'fr-FR',
      permissions: ['local-network-access'],
      ...options,
    });
    const seen = { foreign: [], dialogs: [] };
    await made.addInitScript(listen);
    await made.route(
      (asked) => asked.host !== host && /^https?:$/.test(asked.protocol),
      (route) => {
        seen.foreign.push(route.request().url());
        return route.abort();
      },
    );
    return Object.assign(made, seen);
  }

  /** A page of a host's, around some markup. */
  async function hostPage(from, body, { head = '', title = 'Article' } = {}) {
    const page = await from.newPage();
    page.on('dialog', (dialog) => {
      from.dialogs.push(dialog.message());
      return dialog.dismiss().catch(() => undefined);
    });
    await page.route(`${url}/article`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="fr"><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
      }),
    );
    await page.goto(`${url}/article`);
    return page;
  }

  /** A page with the widget, whose element gets these attributes as they are. */
  async function widgetPage(from, attributes, { profile } = {}) {
    if (profile !== undefined)
      await from.addInitScript(
        ([name, value]) => localStorage.setItem(name, value),
        [`tribune:${url}/demo`, JSON.stringify({ name: '', email: '', drafts: {}, visits: {}, ...profile })],
      );
    const page = await hostPage(from, '<main></main>', {
      head: '<script type="module" src="/widget/tribune.js"></script>',
    });
    await page.evaluate((given) => {
      const element = document.createElement('tribune-comments');
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      document.querySelector('main').append(element);
    }, attributes);
    await page.locator('tribune-comments .heading').waitFor();
    return page;
  }

  /** The widget's own block for search engines: whatever the title, it is one block, and reads as what was said. */
  async function jsonLd(service, value) {
    const from = await context();
    try {
      const page = await widgetPage(from, {
        site: 'demo',
        thread: 'json-ld',
        title: value,
        'json-ld': 'NewsArticle',
        eager: '',
      });
      const block = page.locator('script[type="application/ld+json"]');
      await block.waitFor({ state: 'attached', timeout: 10_000 });
      const text = await block.textContent();
      const written = await page.evaluate(() => document.documentElement.outerHTML);
      const inHtml = /<script type="application\/ld\+json">(.*?)<\/script/s.exec(written)?.[1] ?? '';
      const headline = JSON.parse(text).headline ?? '';
      const flat = (of) => of.replace(/\s+/g, ' ').trim();
      return [
        (await block.count()) === 1 ? '' : 'is several blocks',
        inHtml === text ? '' : 'ends where it should not, once it is written as HTML',
        flat(value).includes(flat(headline).slice(0, 40)) ? '' : `reads ${headline}`,
        ...(await page.evaluate(() => window.top.fired ?? [])),
      ];
    } finally {
      await from.close();
    }
  }

  return { context, hostPage, widgetPage, jsonLd, close: () => browser.close() };
}
