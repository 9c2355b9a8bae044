// What runs in a browser's page: listening for scripts that run, frames into which HTML is put unsanitised, and a look at nodes.

/** In every document from its beginning: whatever a payload calls to be noticed is noted, and nobody is asked anything. */
export function listen() {
  const top = (() => {
    try {
      return window.top.location.origin === window.location.origin ? window.top : window;
    } catch {
      return window;
    }
  })();
  top.fired ??= [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    window[name] = (...args) => {
      top.fired.push(`${name}(${args.map(String).join().slice(0, 60)})`);
    };
}

/**
 * Puts each text into a frame of its own, in its own way, as a page would that sanitises nothing: into innerHTML, into an attribute
 * written as HTML, into a link that is clicked, or through document.write. Then acts on whatever listens there.
 * @param items `{ text, ctx }`, `ctx` a list of ways
 * @returns for each whether a script of it ran
 */
export async function putUnsanitised({ items, ms }) {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const frames = items.map(({ text, ctx }, i) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow;
    const state = { frame, view, fired: false };
    const fire = () => {
      state.fired = true;
    };
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) view[name] = fire;
    view.name = String(i);
    const markup = ctx.includes('html')
      ? text
      : ctx.includes('attr-double')
        ? `<input value="${text}">`
        : ctx.includes('attr-single')
          ? `<input value='${text}'>`
          : ctx.includes('href')
            ? `<a href="${text.replaceAll('"', '&quot;')}">mot</a>`
            : text;
    try {
      if (ctx.includes('document-write') && !ctx.includes('html')) view.document.write(markup);
      else view.document.body.innerHTML = markup;
    } catch {
      // What breaks as it is written has still been written.
    }
    return state;
  });
  await wait(ms);
  for (const state of frames) {
    try {
      for (const element of state.view.document.querySelectorAll('*')) {
        for (const { name } of [...element.attributes]) {
          if (!/^on/i.test(name)) continue;
          element.dispatchEvent(new state.view.Event(name.slice(2).toLowerCase(), { bubbles: false }));
        }
        if (/^(?:a|area|summary|button|math|maction)$/i.test(element.localName)) element.click?.();
        if (element.localName === 'form') element.requestSubmit?.();
      }
    } catch {
      // A frame that has gone elsewhere is not ours to touch any more.
    }
  }
  await wait(ms);
  const result = frames.map(({ fired }) => fired);
  for (const { frame } of frames) frame.remove();
  return result;
}

/** Puts HTML that the service made into frames, as programs show it that trust it; what it is made of, and what ran. */
export async function showHtml({ list, allowed }) {
  const wrong = [];
  for (const html of list) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
      view[name] = () => wrong.push(`ran in ${html.slice(0, 80)}`);
    if (/^<!doctype/i.test(html)) view.document.write(html);
    else view.document.body.innerHTML = html;
    for (const element of view.document.querySelectorAll('body *, head *')) {
      if (!allowed.includes(element.localName)) wrong.push(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || /^(?:srcdoc|formaction|action|background|data|poster|xlink:href)$/i.test(name))
          wrong.push(`${name}=`);
        if (/^(?:href|src)$/i.test(name) && !/^(?:https?:|mailto:|#)/i.test(value))
          wrong.push(`${name}=${value.slice(0, 40)}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    frame.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return wrong;
}

/**
 * Looks at all there is below some roots, through their shadow roots: what is off the list there, and anywhere what runs scripts.
 * @param texts selector of what people wrote, in which only `allowed` elements may stand
 */
export function lookAt({ roots, texts, allowed }) {
  const wrong = [];
  let seen = 0;
  const every = (node) => [node, ...[...(node.shadowRoot?.children ?? []), ...node.children].flatMap(every)];
  for (const element of [...document.querySelectorAll(roots)].flatMap(every)) {
    const name = element.localName;
    const isData = name === 'script' && element.type === 'application/ld+json';
    if (/^(?:script|iframe|object|embed|base|meta|frame|portal|link)$/.test(name) && !isData) wrong.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$/i.test(attribute)) wrong.push(`<${name} ${attribute}>`);
      if (/^(?:href|src|action|xlink:href)$/i.test(attribute) && /^\s*(?:javascript|vbscript|data:text)/i.test(value))
        wrong.push(`<${name} ${attribute}=${value.slice(0, 40)}>`);
    }
    if (!element.matches(texts)) continue;
    seen += 1;
    for (const inner of element.querySelectorAll('*'))
      if (!allowed.includes(inner.localName)) wrong.push(`<${inner.localName}> in a text`);
  }
  return { wrong, seen };
}

/** What a page has noted. */
export const readFired = () => window.top.fired ?? [];
