import type { TribuneEventMap, TribuneHandle, TribuneOptions } from '../package/tribune.d.ts';

type Details = { [Name in keyof TribuneEventMap]: TribuneEventMap[Name]['detail'] };

/** Tells the page what happened, on the element. Never what a reader wrote, or who they are. */
export function emit<Name extends keyof TribuneEventMap>(root: ShadowRoot, name: Name, detail: Details[Name]): void {
  root.host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** Appends the comments to an element of the page. Options are attributes, so that there is one way in. */
export function mount(element: Element, options: TribuneOptions): TribuneHandle {
  const own = document.createElement('tribune-comments');
  const update = (changed: Partial<TribuneOptions>) => {
    for (const [name, value] of Object.entries(changed)) {
      if (typeof value === 'function') own.signIn = value;
      else if (value === undefined || value === false) own.removeAttribute(name);
      else own.setAttribute(name, typeof value === 'string' ? value : value === true ? '' : JSON.stringify(value));
    }
  };
  update(options);
  element.append(own);
  return { element: own, update, unmount: () => own.remove() };
}
