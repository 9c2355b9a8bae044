import type { ComponentChildren, JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import type { LeaveGuard } from './use-place.ts';

/** What every page beside the desk is given. */
export interface PageProps {
  api: ConsoleApi;
  me: ModeratorView;
  /** What the address says: `#team` has `team` → '', `#people=ID&tab=x` has `people` → 'ID' and `tab` → 'x'. */
  params: URLSearchParams;
  /** Where a page says that it may not simply be left. */
  guard: LeaveGuard;
}

const HEADING = 'page-title';

/** A page in front of the desk: its heading, which gets the focus when one comes here, and what is under it. */
export function Page({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <main class="page" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </main>
  );
}

/** To the heading of what is in front; on a small screen that shows the list of the desk, to the list. */
export function focusHeading(): void {
  const heading = document.getElementById(HEADING) ?? document.querySelector<HTMLElement>('#comment-title, #all-done');
  heading?.focus();
  if (document.activeElement !== heading) document.querySelector<HTMLElement>('[role=listbox]')?.focus();
}
