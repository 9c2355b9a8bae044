// First, as it is packed better before what speaks of it.
import css from './widget.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { ATTRIBUTES, readConfig } from './config.ts';
import { mount } from './embed.ts';
import { whenNear } from './near.ts';
import { adopt } from './styles.ts';

/** `<tribune-comments site thread url title lang theme sort api eager messages json-ld passage question>`: the comments of one article. */
class TribuneComments extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #root = this.attachShadow({ mode: 'open' });
  #due = false;
  #near = false;
  #leave: (() => void) | undefined;

  connectedCallback() {
    adopt(this.#root, css);
    if (!this.#near) {
      this.#leave = whenNear(this, () => {
        this.#near = true;
        this.#draw();
      });
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.#leave?.();
    this.#draw();
  }

  attributeChangedCallback() {
    this.#draw();
  }

  /** Several attributes that change together, or a move within the page, make one drawing. */
  #draw() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      render(this.isConnected ? this.#app() : null, this.#root);
      this.#showPassages();
    });
  }

  /** Marked passages of the article get their way in at once, however far below them the comments are. */
  #showPassages() {
    if (this.hasAttribute('passage') || document.querySelector('[data-tribune-passage]') === null) return;
    import('./passages.tsx').then(
      ({ showPassages }) => showPassages(this),
      () => undefined,
    );
  }

  #app() {
    // As high as what comes, so that nothing moves when it does.
    if (!this.#near && !this.hasAttribute('eager')) return <div class="tribune bones" />;
    const config = readConfig(this);
    // Another service, site or thread is another conversation; language and order are not.
    const { base, site, thread, passage } = config;
    return <App key={[base, site, thread, passage].join(' ')} config={config} root={this.#root} />;
  }
}

if (customElements.get('tribune-comments') === undefined) {
  customElements.define('tribune-comments', TribuneComments);
  window.Tribune = { mount };
}

export { mount };
