import { useEffect } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';

/** Leads an owner who comes to the desk of an install without any site to where the first one is made. */
export function useFirstSite(api: Pick<ConsoleApi, 'sites'>, { role }: Pick<ModeratorView, 'role'>): void {
  useEffect(() => {
    if (role !== 'owner' || location.hash.length > 1) return;
    void api.sites().then((answer) => {
      if (answer.ok && answer.value.items.length === 0 && location.hash.length <= 1) location.hash = 'sites';
    });
  }, []);
}
