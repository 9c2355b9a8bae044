import { useHands } from './hands.ts';
import { usePart } from './use-part.ts';

/** Where the ways to sign in open, loaded when they are wanted. */
export function SignInSlot() {
  const { hands } = useHands();
  const { arrived, signIn } = hands;
  const close = () => signIn(false);
  const part = usePart(arrived !== null, () => import('./sign-in.tsx'), close);
  return arrived && part && <part.Arrival words={part.words} arrived={arrived} onClose={close} />;
}
