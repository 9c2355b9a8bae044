import { useState } from 'preact/hooks';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';

/** Does one thing at a time, and says what went wrong in the service's words where it has any. */
export function useTry() {
  const { hands, words } = useHands();
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure('');
    try {
      await act();
    } catch (error) {
      const [field] = error instanceof ApiProblem ? error.fields : [];
      setFailure(field?.message ?? (error instanceof ApiProblem ? error.detail : words.say(hands.words.failed)));
    }
    setBusy(false);
  };
  return { failure, isBusy, run };
}
