import { useEffect } from 'preact/hooks';
import type { Config } from './config.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';

/** Where the site has accounts of its own, who is signed in there is signed in here, and whoever has left there has left here. */
export function useSite({ signIn }: Config, services: Services, thread: ThreadStore): void {
  useEffect(() => {
    if (signIn === null) return;
    void (async () => {
      const jwt = await signIn();
      const { followSite } = await import('./session.ts');
      if (await followSite(services, jwt)) await thread.mine();
    })().catch(() => undefined);
  }, [signIn]);
}
