import { Discard } from './discard.tsx';
import css from './sending.css';
import { adopt } from './styles.ts';
import { submit } from './submit.ts';

/** What whoever has written something needs to send it, or to throw it away. */
export function summon(root: ShadowRoot) {
  adopt(root, css);
  return { Discard, submit };
}
