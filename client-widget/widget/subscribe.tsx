import { Choices } from './choices.tsx';
import type { Config } from './config.ts';
import { Holds } from './holds.tsx';
import { Others } from './others-panel.tsx';
import { adopt } from './styles.ts';
import css from './subscribe.css';
import { subscribeWords } from './subscribe-words.ts';
import type { ShownComment } from './thread-state.ts';
import { Veiled } from './veiled.tsx';

/** What is loaded once a reader wants to be told of something, or no longer to read somebody; and for whoever has wanted that. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await subscribeWords(config);
  adopt(root, css);
  return {
    ...{ words, Choices, Others },
    Holds: () => <Holds words={words} />,
    Veiled: ({ comment }: { comment: ShownComment }) => <Veiled comment={comment} words={words} />,
  };
}
