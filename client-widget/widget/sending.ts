import css from './sending.css';
import { adopt } from './styles.ts';

/** What whoever has written something needs to send it, or to throw it away. */
export { Discard } from './discard.tsx';
export { restore } from './outbox.ts';
export { submit } from './submit.ts';
export { UnsentLine } from './unsent-line.tsx';

export const dress = (root: ShadowRoot): void => adopt(root, css);
