import { useHands } from './hands.ts';
import css from './since.css';
import { adopt } from './styles.ts';

/** What is loaded for whoever is remembered and has been in the discussion before. */
export function summon(root: ShadowRoot) {
  adopt(root, css);
  return { Unseen };
}

/** On a comment that came since their last visit. */
function Unseen() {
  const { hands, words } = useHands();
  return <span class="unseen-yet">{words.say(hands.words.isNew)}</span>;
}
