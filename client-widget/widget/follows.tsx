import type { Config } from './config.ts';
import { Follows } from './follows-list.tsx';
import css from './follows.css';
import { adopt } from './styles.ts';
import subscribeCss from './subscribe.css';
import { subscribeWords } from './subscribe-words.ts';

/** What is loaded once a reader looks at all they are told of, whom they have muted, and how mail comes. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await subscribeWords(config);
  adopt(root, subscribeCss);
  adopt(root, css);
  return { words, Follows };
}
