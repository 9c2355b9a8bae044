/** Parts that had to be asked for under another address, by their own. There is one of each, as they keep what goes on. */
const found = new Map<string, Promise<unknown>>();

/**
 * Loads a part, also one that could not be loaded before. As long as a page lives, the browser remembers that an address gave
 * nothing, so it is asked for under another one; but not where the page pins digests, which are of addresses.
 * @throws what the browser says
 */
export async function loadAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const [address] = /http\S+\.js/.exec(String(error)) ?? [];
    if (address === undefined || document.querySelector('[type=importmap]')?.textContent.includes('integrity'))
      throw error;
    const part = found.get(address) ?? import(`${address}?${Date.now()}`);
    found.set(address, part);
    return part.catch((again: unknown) => {
      found.delete(address);
      throw again;
    }) as Promise<Part>;
  }
}
