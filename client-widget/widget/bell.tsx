import type { Language } from '../../shared/messages/languages.ts';
import type { BellSentences } from '../../shared/messages/bell/sentences.ts';
import type { NotificationView } from '../../shared/notification.ts';
import css from './bell.css';
import { Bell } from './bell-button.tsx';
import { spokenOf } from './bell-told.ts';
import type { Config } from './config.ts';
import { MineButton } from './mine-button.tsx';
import { adopt } from './styles.ts';
import { reworded, type Words } from './words.ts';

const load: Record<Language, () => Promise<BellSentences>> = {
  en: () => import('../../shared/messages/bell/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/bell/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/bell/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/bell/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/bell/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/bell/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/bell/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/bell/ar.ts').then(({ ar }) => ar),
};

const wordsFor = async ({ lang, messages }: Config): Promise<BellSentences> =>
  reworded(await load[lang](), messages.bell);

/** What is loaded once there is somebody who can be told something. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await wordsFor(config);
  adopt(root, css);
  return { words, Corner };
}

/** What is said aloud of a notification as it comes; null if nothing is. */
export async function spoken(
  item: NotificationView,
  { config, say }: { config: Config; say: Words['say'] },
): Promise<string | null> {
  return spokenOf(item, { words: await wordsFor(config), say, config });
}

/** The corner of the heading that is the reader's own. */
function Corner({ known, words }: { known: boolean; words: BellSentences }) {
  return (
    <div class="corner">
      <MineButton known={known} />
      {known && <Bell words={words} />}
    </div>
  );
}
