import { useEffect, useRef, useState } from 'preact/hooks';
import { READER_QUERY_MAX } from '../../shared/limits.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { SearchSentences } from '../../shared/messages/search/sentences.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { ThreadFound, ThreadSearch } from '../../shared/thread-search.ts';
import { ApiProblem } from '../kit/api.ts';
import { AboutSlot } from './about-slot.tsx';
import type { Config } from './config.ts';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';
import { exactTime, timeAgo } from './relative-time.ts';
import css from './search.css';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<SearchSentences>> = {
  en: () => import('../../shared/messages/search/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/search/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/search/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/search/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/search/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/search/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/search/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/search/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, { lang, messages }: Config) {
  const words = reworded(await load[lang](), messages['search']);
  adopt(root, css);
  return { words, Search };
}

/** Where programs that follow pages find the newest comments of the discussion. */
const feedOf = ({ base, site, thread }: Config): string =>
  `${base}${path('/v1/sites/:site/feed.atom', { site }, { thread })}`;

interface Result {
  q: string;
  items: ThreadFound[];
  next: string | null;
}

/** A field, and the comments that hold what is written in it. Escape closes it. */
function Search({ words, onClose }: { words: SearchSentences; onClose: () => void }) {
  const { config, words: common } = useHands();
  const { say } = common;
  const { result, busy, failure, search } = useSearch();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const more = result?.next ?? null;
  return (
    <div
      class="search"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(field.current?.value.trim() ?? '');
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label={say(words.field)}
          placeholder={say(words.field)}
          maxLength={READER_QUERY_MAX}
          enterkeyhint="search"
          dir="auto"
        />
        <button type="submit">{say(words.submit)}</button>
        <button type="button" aria-label={say(words.close)} title={say(words.close)} onClick={onClose}>
          ×
        </button>
      </form>
      <p role="status">{busy ? say(words.searching) : result && sayHowMany(result)}</p>
      <p role="alert" class="failed">
        {failure}
      </p>
      {result && result.items.length > 0 && (
        <ol>
          {result.items.map((item) => (
            <Found key={item.id} item={item} />
          ))}
        </ol>
      )}
      {result && more !== null && (
        <button type="button" class="further" aria-disabled={busy} onClick={() => search(result.q, result)}>
          {say(words.goOn)}
        </button>
      )}
      <a class="feed" href={feedOf(config)} type="application/atom+xml">
        {say(words.feed)}
      </a>
    </div>
  );

  function sayHowMany({ items, next }: Result): string {
    const n = items.length;
    if (n === 0) return say(next === null ? words.none : words.noneSoFar);
    return say(next === null ? words.found : words.foundSoFar, { n });
  }
}

/** What was searched for last and what came of it; an answer to an earlier question is passed over. */
function useSearch() {
  const { config, hands, words } = useHands();
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const turn = useRef(0);
  /** @param so what was found up to where it goes on */
  const search = (q: string, so?: Result) => {
    if (q === '') return;
    const mine = ++turn.current;
    const asked = { thread: config.thread, q, ...(so?.next == null ? {} : { cursor: so.next }) };
    setBusy(true);
    setFailure(null);
    hands.services.api<ThreadSearch>(path(readerRoutes.threadSearch, { siteId: config.site }, asked)).then(
      ({ items, next }) => {
        if (mine !== turn.current) return;
        setBusy(false);
        setResult({ q, items: [...(so?.items ?? []), ...items], next });
      },
      (error: unknown) => {
        if (mine !== turn.current) return;
        setBusy(false);
        if (so === undefined) setResult(null);
        const problem = error instanceof ApiProblem ? error : null;
        setFailure(problem?.fields[0]?.message ?? problem?.detail ?? words.say(hands.words.failed));
      },
    );
  };
  return { result, busy, failure, search };
}

function Found({ item }: { item: ThreadFound }) {
  const { config, hands, now } = useHands();
  const { id, author, createdAt, excerpt, passage } = item;
  const go = (event: Event) => {
    event.preventDefault();
    history.replaceState(history.state, '', `#${anchorOf(id)}`);
    hands.jump(id);
  };
  return (
    <li>
      <a href={`#${anchorOf(id)}`} onClick={go}>
        <bdi class="name">{author.name}</bdi>{' '}
        <time dateTime={createdAt} title={exactTime(createdAt, config.locale)}>
          {timeAgo(createdAt, now, config.locale)}
        </time>
        <q dir="auto">{excerpt.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</q>
      </a>
      {passage !== undefined && config.passage === null && <AboutSlot passage={passage} />}
    </li>
  );
}
