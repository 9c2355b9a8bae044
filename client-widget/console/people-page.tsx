import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import { focusHeading, Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonView } from './person-view.tsx';
import { useFreshAfterRemoval } from './removed-sites.ts';
import { Retry } from './retry.tsx';
import { useLoaded } from './use-loaded.ts';

/** Readers of a site, or the one the address names: `#people=ID`, with `comment=ID` for the comment that led there. */
export function PeoplePage({ api, me, params }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = params.get('people') ?? '';
  if (id !== '') return <OnePerson key={id} api={api} me={me} id={id} commentId={params.get('comment')} />;
  return (
    <Page title={say(words.pages.people)}>
      <PeopleList api={api} />
    </Page>
  );
}

function OnePerson(props: Pick<PageProps, 'api' | 'me'> & { id: string; commentId: string | null }): JSX.Element {
  const { words, say } = useSpeech();
  const person = useLoaded(() => props.api.person(props.id));
  useFreshAfterRemoval(person);
  const { value: card, trouble } = person;
  // From one reader to the next the page stays, so that it is here that the focus moves on.
  useEffect(focusHeading, []);
  return (
    <Page title={card === null ? say(words.pages.people) : (card.name ?? say(words.readers.unnamed))}>
      <div class="people">
        <p>
          <a href="#people">{say(words.readers.back)}</a>
        </p>
        <Retry trouble={trouble} onRetry={() => void person.again()} />
        {card === null && trouble === null && <p class="quiet">{say(words.readers.loading)}</p>}
        {card !== null && (
          <PersonView api={props.api} me={props.me} card={card} commentId={props.commentId} person={person} />
        )}
      </div>
    </Page>
  );
}
