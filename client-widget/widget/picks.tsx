import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommentView, Featured } from '../../shared/comment.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { PicksSentences } from '../../shared/messages/picks/sentences.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { Avatar } from './avatar.tsx';
import { Body } from './comment.tsx';
import type { Config } from './config.ts';
import { anchorOf } from './context.ts';
import { useHands, type PickParts } from './hands.ts';
import { LoadMore } from './load-more.tsx';
import css from './picks.css';
import { exactTime, timeAgo } from './relative-time.ts';
import { adopt } from './styles.ts';
import type { ShownComment } from './thread-state.ts';
import { Votes } from './votes.tsx';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<PicksSentences>> = {
  en: () => import('../../shared/messages/picks/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/picks/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/picks/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/picks/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/picks/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/picks/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/picks/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/picks/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, { lang, messages }: Config): Promise<PickParts> {
  const words = reworded(await load[lang](), messages['picks']);
  adopt(root, css);
  return { Mark: () => <Mark words={words} />, Picks: () => <Picks words={words} /> };
}

function Mark({ words }: { words: PicksSentences }) {
  return <span class="badge picked">{useHands().words.say(words.mark)}</span>;
}

/** Two buttons, all comments or the picks alone, and the picks where those are wanted. Of a passage alone there are none. */
function Picks({ words }: { words: PicksSentences }) {
  const { config, hands, state, words: common } = useHands();
  const { say } = common;
  if (state.featured.length === 0 || config.passage !== null) return null;
  const show = (on: boolean) => () => hands.thread.dispatch({ type: 'picking', on });
  return (
    <>
      <div class="picking" role="group" aria-label={say(words.which)}>
        <button type="button" aria-pressed={!state.picking} onClick={show(false)}>
          {say(words.all)}
        </button>
        <button type="button" aria-pressed={state.picking} onClick={show(true)}>
          {say(words.picks, { n: state.featured.length })}
        </button>
      </div>
      {state.picking && <Picked words={words} />}
    </>
  );
}

/** The picks themselves, asked for anew whenever there are others. What is no pick any more is gone at once. */
function Picked({ words }: { words: PicksSentences }) {
  const { config, hands, state, words: common } = useHands();
  const [items, setItems] = useState<readonly CommentView[] | null>(null);
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  const ask = async () => {
    const mine = ++turn.current;
    const where = path(readerRoutes.featured, { siteId: config.site }, { thread: config.thread });
    const answer = await hands.services.api<Featured>(where).catch(() => null);
    if (mine !== turn.current) return;
    setFailed(answer === null);
    if (answer !== null) setItems(answer.items);
  };
  useEffect(() => void ask(), [[...state.featured].sort().join()]);
  const shown = items?.filter(({ id }) => state.featured.includes(id)) ?? [];
  return (
    <>
      <ol class="picks" aria-busy={items === null && !failed}>
        {shown.map((comment) => (
          <li key={comment.id}>
            {/* As it is by now, where the discussion has it. */}
            <Pick comment={state.comments.get(comment.id) ?? comment} words={words} />
          </li>
        ))}
      </ol>
      {failed && <LoadMore label={common.say(common.reader.retry)} load={ask} />}
    </>
  );
}

function Pick({ comment, words }: { comment: ShownComment; words: PicksSentences }) {
  const { config, hands, now, words: common } = useHands();
  const { say, reader } = common;
  const { id, author, body, createdAt } = comment;
  const go = (event: Event) => {
    event.preventDefault();
    void hands.visit(id);
  };
  return (
    <article class="comment" aria-label={author?.name ?? ''}>
      <header>
        <Avatar name={author?.name ?? ''} seed={author?.id} />
        <bdi class="name">{author?.name}</bdi>
        {author?.staff && <span class="badge staff">{say(reader.staff)}</span>}
        <a href={`#${anchorOf(id)}`} onClick={go}>
          <time dateTime={createdAt} title={exactTime(createdAt, config.locale)}>
            {timeAgo(createdAt, now, config.locale)}
          </time>
        </a>
      </header>
      <Body blocks={body} />
      <footer>
        <button type="button" onClick={go}>
          {say(words.inDiscussion)}
        </button>
        <Votes comment={comment} isStill />
        {hands.offers && <hands.offers.Emojis comment={comment} words={hands.offers.words} isStill />}
      </footer>
    </article>
  );
}
