import type { Language } from '../../shared/messages/languages.ts';
import type { SteerSentences } from '../../shared/messages/steer/sentences.ts';
import { safeShelf } from '../kit/storage.ts';
import type { Config } from './config.ts';
import { useHands, type Steer } from './hands.ts';
import { keptAs, WISH } from './steer-wish.ts';
import css from './steer.css';
import { adopt } from './styles.ts';
import type { ShownComment } from './thread-state.ts';

const sentences: Record<Language, () => Promise<SteerSentences>> = {
  en: () => import('../../shared/messages/steer/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/steer/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/steer/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/steer/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/steer/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/steer/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/steer/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/steer/ar.ts').then(({ ar }) => ar),
};

/**
 * Nothing is done from this page: it is a publisher's, with scripts of theirs, and who a moderator is must never be known
 * here. The console's own window does it, without a way back to this one, and the page hears of it as every reader's does.
 */
const WINDOW = 'popup,noopener,width=480,height=760';

/** What is loaded for moderators. That they are is kept, and taken off the address, as it is nobody else's. */
export async function summon(
  root: ShadowRoot,
  config: Config,
): Promise<Omit<Steer, 'stop'> & { /** Keeps no longer that they are. */ forget: () => void }> {
  const words = await sentences[config.lang]();
  const shelf = safeShelf(() => localStorage);
  const { hash } = location;
  if (hash.endsWith(WISH)) {
    history.replaceState(history.state, '', hash.slice(0, -WISH.length));
    shelf.setItem(keptAs(config), '1');
  }
  adopt(root, css);
  return {
    forget: () => shelf.removeItem(keptAs(config)),
    Beside: ({ comment }) => <Beside comment={comment} words={words} />,
    Over: () => <Over words={words} />,
  };
}

function Beside({ comment: { id, author }, words }: { comment: ShownComment; words: SteerSentences }) {
  const { words: common } = useHands();
  const open = useConsole(id);
  return (
    <button type="button" aria-label={common.say(words.comment, { name: author?.name ?? '' })} onClick={open}>
      {common.say(words.moderate)}
    </button>
  );
}

function Over({ words }: { words: SteerSentences }) {
  const { hands, words: common } = useHands();
  const open = useConsole();
  return (
    <div class="steer">
      <button type="button" aria-label={common.say(words.discussion)} onClick={open}>
        {common.say(words.moderate)}
      </button>
      <button type="button" aria-label={common.say(words.stopAll)} onClick={hands.steer?.stop}>
        {common.say(words.stop)}
      </button>
    </div>
  );
}

/** Opens the console's small window about a comment, or about the discussion. */
function useConsole(comment?: string): () => void {
  const { base, site, thread } = useHands().config;
  const about = new URLSearchParams([['site', site], ['thread', thread], ...(comment ? [['comment', comment]] : [])]);
  return () => void open(`${base}/console#moderate=&${about.toString()}`, '_blank', WINDOW);
}
