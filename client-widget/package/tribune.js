/** One promise per service, so that many articles on one page load one script. */
const loaded = new Map();

export function load(service) {
  const address = new URL('/widget/tribune.js', service).href;
  let script = loaded.get(address);
  if (script === undefined) {
    // Bundlers are to leave the address alone: the service itself says which version it speaks with.
    script = import(/* @vite-ignore */ /* webpackIgnore: true */ address).catch((error) => {
      loaded.delete(address);
      throw error;
    });
    loaded.set(address, script);
  }
  return script;
}

export async function mount(element, options) {
  const tribune = await load(options.api);
  return tribune.mount(element, options);
}
