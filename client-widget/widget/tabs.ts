/** What a reader's own doing changed in a thread, said to their other tabs. */
export interface Tabs {
  tell: () => void;
  close: () => void;
}

/**
 * Joins the reader's other tabs that show a thread, and other elements on this page. What somebody does themselves is no news
 * to them on the socket (a held comment, a reaction that is theirs), so whoever did something says so here.
 * @param name of service, site and thread, the same in every tab
 * @param heard asks anew what is the reader's own
 */
export function openTabs(name: string, heard: () => void): Tabs {
  const channel = new BroadcastChannel(name);
  channel.onmessage = heard;
  return { tell: () => channel.postMessage(null), close: () => channel.close() };
}
