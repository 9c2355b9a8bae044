import { createApi, type Api } from '../kit/api.ts';
import { createIdentity, type Identity } from './identity.ts';
import { openMemory, type Memory } from './memory.ts';

/** What all elements of one site on this page share: one guest, one memory. */
export interface Services {
  base: string;
  site: string;
  api: Api;
  memory: Memory;
  identity: Identity;
}

const opened = new Map<string, Services & { lang: string }>();

export function servicesFor(base: string, site: string, lang: string): Services {
  const name = `tribune:${base}/${site}`;
  let services = opened.get(name);
  if (services === undefined) {
    const api = createApi({ base, lang: () => opened.get(name)?.lang ?? lang });
    const memory = openMemory(name, { device: () => localStorage, tab: () => sessionStorage });
    const identity = createIdentity({ api, base, site }, memory);
    services = { base, site, lang, api, memory, identity };
    opened.set(name, services);
    // A null key: everything was cleared.
    addEventListener('storage', ({ key }) => (key === null || key === name) && identity.refresh());
  }
  services.lang = lang;
  return services;
}
