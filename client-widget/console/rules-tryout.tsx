import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ModerationTested } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import { MarkedText, markId } from './marked-text.tsx';
import type { Judged } from './marked-text.tsx';
import { ReasonList, reasonId } from './reason-list.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useTryout } from './use-tryout.ts';

interface Props {
  api: Pick<ConsoleApi, 'tryRules'>;
  siteId: string;
  settings: SiteSettings;
  isDraft: boolean;
  isFaulty: boolean;
  /** What was wrong with the settings that were tried, null if nothing. */
  onTried: (trouble: Trouble | null, sent: SiteSettings) => void;
}

/** A comment nobody posts, judged by the rules of the form while one types. */
export function RulesTryout({ api, siteId, settings, isDraft, isFaulty, onTried }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const tested = useTryout(api, { siteId, text, name, settings, isDraft }, (answer, sent) => {
    const isAboutSettings = !answer.ok && isOfSettings(answer.trouble);
    setTrouble(answer.ok || isAboutSettings ? null : answer.trouble);
    if (answer.ok || isAboutSettings) onTried(answer.ok ? null : answer.trouble, sent);
  });
  return (
    <section class="tryout" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say(words.tryout.title)}</h3>
      <p class="hint">{say(words.tryout.lead)}</p>
      <div class="field">
        <label for={`${id}-text`}>{say(words.tryout.text)}</label>
        <textarea
          id={`${id}-text`}
          rows={4}
          dir="auto"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-name`}>{say(words.tryout.name)}</label>
        <input
          id={`${id}-name`}
          dir="auto"
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <TroubleNote trouble={trouble} />
      <p role="status" class="tryout-status">
        {isFaulty ? (
          <span class="quiet">{say(words.tryout.faulty)}</span>
        ) : tested === null ? (
          <span class="quiet">{say(words.tryout.nothing)}</span>
        ) : (
          <Outcome tested={tested} />
        )}
      </p>
      {tested !== null && <Result tested={tested} />}
    </section>
  );
}

function isOfSettings(trouble: Trouble): boolean {
  return trouble.kind === 'problem' && (trouble.document.errors ?? []).some(({ path }) => path.startsWith('settings.'));
}

function Outcome({ tested }: { tested: ModerationTested }): JSX.Element {
  const { words, say } = useSpeech();
  const { vis, queue, verdict } = tested;
  const outcome = vis === 'visible' ? (queue === null ? 'published' : 'flagged') : queue === null ? 'refused' : 'held';
  return (
    <>
      <strong>{say(words.tryout[outcome])}</strong>{' '}
      <span class={`chip level-${verdict.level}`}>{say(words.levels[verdict.level])}</span>
    </>
  );
}

const SCOPE = 'tryout-';

/** The text with its marks and the reasons, as on a card of the queue. */
function Result({ tested }: { tested: ModerationTested }): JSX.Element {
  const { words, say } = useSpeech();
  const [active, setActive] = useState<number | null>(null);
  const { text, name, verdict, queue, readers } = tested;
  const card: Judged = { text, verdict, queue, author: { name } };
  const point = (index: number, element: string): void => {
    setActive(index);
    document.getElementById(element)?.focus();
  };
  const marked = { card, active, scope: SCOPE, onReason: (index: number) => point(index, reasonId(index, SCOPE)) };
  const isMasked = readers.text !== text || readers.name !== name;
  return (
    <div class="tryout-result">
      {name !== '' && (
        <p class="tryout-name" dir="auto">
          <MarkedText {...marked} field="name" />
        </p>
      )}
      {text !== '' && (
        <div class="comment-text" dir="auto">
          <MarkedText {...marked} field="body" />
        </div>
      )}
      {isMasked && (
        <figure class="parent">
          <figcaption class="quiet">{say(words.tryout.readers)}</figcaption>
          {readers.name !== name && <p dir="auto">{readers.name}</p>}
          {readers.text !== text && (
            <blockquote dir="auto" class="tryout-readers">
              {readers.text}
            </blockquote>
          )}
        </figure>
      )}
      <ReasonList
        card={card}
        title={words.tryout.reasons}
        scope={SCOPE}
        active={active}
        onMark={(index) => point(index, markId(index, SCOPE))}
      />
    </div>
  );
}
