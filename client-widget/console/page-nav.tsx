import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Role } from '../../shared/identity.ts';
import { useSpeech } from './language.tsx';
import { PAGES } from './pages.ts';
import type { PageId } from './pages.ts';

/** Links to the pages of the console. Where there is little room it is a row that scrolls, the present page in sight. */
export function PageNav({ current, role }: { current: PageId; role: Role }): JSX.Element {
  const { words, say } = useSpeech();
  const row = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav class="pages" aria-label={say(words.bar.pages)}>
      <ul ref={row}>
        {PAGES.filter((page) => page.inMenu === undefined && (page.for?.includes(role) ?? true)).map(({ id }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              {say(words.pages[id])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
