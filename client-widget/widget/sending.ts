import { Discard } from './discard.tsx';
import { restore } from './outbox.ts';
import css from './sending.css';
import { adopt } from './styles.ts';
import { submit } from './submit.ts';
import { UnsentLine } from './unsent-line.tsx';

/** What whoever has written something needs to send it, or to throw it away. */
export function summon(root: ShadowRoot) {
  adopt(root, css);
  return { Discard, UnsentLine, restore, submit };
}
