import type { JSX } from 'preact';
import { useSpeech } from './language.tsx';
import { later } from './later.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';

const AccountView = later(async () => (await import('./account-view.tsx')).AccountView);

/** How one signs in oneself, and where one is signed in. */
export function AccountPage({ api }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <Page title={say(words.pages.account)}>
      <div class="account">
        <AccountView api={api} />
      </div>
    </Page>
  );
}
