import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import css from './acting.css';
import { useActingWords } from './acting-words.ts';
import { BellSlot } from './bell-slot.tsx';
import { BesideName } from './beside-name.tsx';
import type { Config } from './config.ts';
import { anchorOf } from './context.ts';
import { linkTo, type Hands } from './hands.ts';
import { CopySlot } from './copy-slot.tsx';
import { Doings } from './doings.tsx';
import { unsentUnder } from './draft.ts';
import { OverList } from './fresh.tsx';
import { HoldsSlot } from './holds-slot.tsx';
import { Muted } from './muted-slot.tsx';
import { OnItsWay } from './on-its-way.tsx';
import { SearchSlot } from './search-slot.tsx';
import { servicesFor } from './services.ts';
import { StandingSlot } from './standing-slot.tsx';
import { adopt } from './styles.ts';
import { openTabs } from './tabs.ts';
import { createThread } from './thread-store.ts';
import type { ThreadView } from './thread-view.ts';
import { guardDraft } from './unsent.ts';
import { useAnnounce } from './use-announce.ts';
import { useArrival } from './use-arrival.ts';
import { useExtras } from './use-extras.ts';
import { useJump } from './use-jump.ts';
import { useLastVisit } from './use-last-visit.ts';
import { useLive } from './use-live.ts';
import { useSite } from './use-site.ts';
import { useSteer } from './use-steer.ts';
import { VerdictSlot } from './verdict-slot.tsx';
import type * as Voting from './voting.ts';
import type { Words } from './words.ts';

const MINUTE_MS = 60_000;

interface ActingProps {
  config: Config;
  view: ThreadView;
  root: ShadowRoot;
  words: Words;
  give: (hands: Hands) => void;
}

const parts = {
  BellSlot,
  BesideName,
  CopyByHand: CopySlot,
  Doings,
  HoldsSlot,
  OnItsWay,
  OverList,
  SearchSlot,
  StandingSlot,
  VerdictSlot,
};

/** Everything behind the first view: who the reader is, what they do, what arrives live. Draws what is said aloud. */
export function Acting({ config, view, root, words: common, give }: ActingProps) {
  const { say } = common;
  const words = useActingWords(config, common);
  const services = servicesFor(config.base, config.site, config.lang);
  const [thread] = useState(() => createThread(services, view, config));
  const since = useLastVisit(services.memory, config.thread);
  const [again, giveAgain] = useReducer((count: number) => count + 1, 0);
  const telling = useRef(() => undefined as void);
  const isRestored = useRef(false);
  const [shown] = useState(() => new Set<string>());
  const [said, announce] = useAnnounce();
  const steer = useSteer(config);
  const { offers, pace, picks } = useExtras(config, view, root);
  const [arrived, arrive] = useArrival();
  useSite(config, services, thread);
  const { marked, jump } = useJump({
    thread,
    root,
    ready: words !== null,
    onGone: () => words && announce(say(words.linkGone)),
  });
  const bell = useLive({ config, services, thread, root, words, say, announce });
  useEffect(() => {
    adopt(root, css);
    const mine = () => void thread.mine();
    mine();
    const unwatch = services.identity.watch((elsewhere) => {
      giveAgain(0);
      if (elsewhere) mine();
    });
    const { tell, close } = openTabs(`tribune:${config.base}/${config.site}/${config.thread}`, mine);
    telling.current = tell;
    const clock = setInterval(() => giveAgain(0), MINUTE_MS);
    return () => {
      clearInterval(clock);
      unwatch();
      close();
    };
  }, []);
  useEffect(() => {
    if (words === null) return;
    const copyLink = async (id: string) => {
      await navigator.clipboard.writeText(linkTo(config, id));
      announce(say(words.copied));
    };
    const failed = () => announce(say(words.failed));
    const tell = () => telling.current();
    const voting = (use: (part: typeof Voting, options: Voting.VotingOptions) => Promise<string | null>) =>
      import('./voting.ts').then(
        (part) => use(part, { config, services, thread, tell, failed: say(words.failed) }),
        () => say(words.failed),
      );
    const hands: Hands = {
      words,
      services,
      thread,
      announce,
      failed,
      react: () => voting(({ react }, options) => react(options)).then((word) => word && announce(word)),
      vote: (comment, voice) => voting(({ vote }, options) => vote(options, comment, voice)),
      rate: (stars) => voting(({ rate }, options) => rate(options, stars)),
      guard: guardDraft,
      tell,
      copyLink: (id) =>
        copyLink(id).then(
          () => true,
          () => false,
        ),
      order: (sort) => thread.load(sort).catch(failed),
      jump,
      visit(id) {
        history.replaceState(history.state, '', `#${anchorOf(id)}`);
        jump(id);
        return Promise.resolve();
      },
      marked,
      veil(comment) {
        const { id, author } = comment;
        const isMuted = author !== null && view.state.muted?.includes(author.id);
        return isMuted && marked !== id && !shown.has(id) ? <Muted comment={comment} /> : null;
      },
      show(id) {
        shown.add(id);
        giveAgain(0);
      },
      since,
      bell,
      arrived,
      signIn: (on) => arrive(on ? 'wanted' : null),
      offers,
      pace,
      steer,
      picks,
      parts,
    };
    give(hands);
    if (isRestored.current) return;
    isRestored.current = true;
    if (config.passage === null && services.memory.draftsUnder(unsentUnder(config.thread)).length > 0)
      import('./restore.ts').then(({ restore }) => restore({ config, root, words: common, hands }), failed);
  }, [
    words,
    again,
    marked,
    view.state.muted,
    bell.unread,
    bell.revision,
    offers,
    pace,
    steer,
    picks,
    arrived,
    config.url,
  ]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
