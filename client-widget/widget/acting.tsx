import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import css from './acting.css';
import { useActingWords } from './acting-words.ts';
import { BellSlot } from './bell-slot.tsx';
import type { Config } from './config.ts';
import { linkTo, type Hands } from './context.ts';
import { CopyByHand } from './copy-by-hand.tsx';
import { Doings } from './doings.tsx';
import { Fresh } from './fresh.tsx';
import { react } from './react.ts';
import { servicesFor } from './services.ts';
import { StandingSlot } from './standing-slot.tsx';
import { adopt } from './styles.ts';
import { openTabs } from './tabs.ts';
import { createThread } from './thread-store.ts';
import type { ThreadView } from './thread-view.ts';
import { useJump } from './use-jump.ts';
import { useLive } from './use-live.ts';
import { useSteer } from './use-steer.ts';
import { Verdict } from './verdict.tsx';
import type { Words } from './words.ts';

interface ActingProps {
  config: Config;
  view: ThreadView;
  root: ShadowRoot;
  words: Words;
  give: (hands: Hands) => void;
}

const parts = { BellSlot, CopyByHand, Doings, Fresh, StandingSlot, Verdict };

/** Everything behind the first view: who the reader is, what they do, what arrives live. Draws what is said aloud. */
export function Acting({ config, view, root, words: { say }, give }: ActingProps) {
  const words = useActingWords(config);
  const services = servicesFor(config.base, config.site, config.lang);
  const [thread] = useState(() => createThread(services, view, config.thread));
  const [guest, know] = useReducer((count: number) => count + 1, 0);
  const telling = useRef(() => undefined as void);
  const [said, announce] = useReducer(alternate, '');
  const steer = useSteer(config, root);
  const { marked, jump } = useJump({
    thread,
    root,
    ready: words !== null,
    onGone: () => words && announce(say(words.linkGone)),
  });
  const bell = useLive({ services, thread, root, words, say, announce });
  useEffect(() => {
    adopt(root, css);
    const mine = () => void thread.mine();
    mine();
    const unwatch = services.identity.watch((elsewhere) => {
      know(0);
      if (elsewhere) mine();
    });
    const { tell, close } = openTabs(`tribune:${config.base}/${config.site}/${config.thread}`, mine);
    telling.current = tell;
    return () => {
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
    give({
      words,
      services,
      thread,
      announce,
      react: () => react({ config, services, thread, tell }).catch(failed),
      tell,
      copyLink: (id) =>
        copyLink(id).then(
          () => true,
          () => false,
        ),
      jump,
      marked,
      bell,
      steer,
      parts,
    });
  }, [words, guest, marked, bell.unread, bell.revision, steer, config.url]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}

/** The same sentence twice in a row must change the text, or it is not read out again. */
const alternate = (before: string, sentence: string): string => (before === sentence ? `${sentence}\u00a0` : sentence);
