import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ModeratorView, SignInStep } from '../../shared/identity.ts';
import type { Entry } from './account-api.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { later } from './later.tsx';
import { SecondStep } from './second-step.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

type Stage =
  | { kind: 'first' }
  | { kind: 'second'; step: Extract<SignInStep, { next: 'second-factor' }> }
  | { kind: 'set-up' }
  | { kind: 'told'; me: ModeratorView; left: number };

interface Props {
  api: ConsoleApi;
  /** Whether somebody is signed in already, and has to set up a second factor before anything else. */
  mustSetUp?: boolean;
  onEntered: (me: ModeratorView) => void;
  /** What one begins with; it says what came of it. */
  children: (onEntry: (entry: Entry) => void) => ComponentChildren;
}

const FactorSetUp = later(async () => (await import('./factor-set-up.tsx')).FactorSetUp);

/** The way in, from name and password on, through whatever else is asked for. */
export function WayIn({ api, mustSetUp = false, onEntered, children }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [stage, setStage] = useState<Stage>({ kind: mustSetUp ? 'set-up' : 'first' });
  const arriving = useSending();
  const onEntry = (entry: Entry): void => {
    if ('next' in entry) setStage(entry.next === 'set-up' ? { kind: 'set-up' } : { kind: 'second', step: entry });
    else if (entry.recoveryCodesLeft === undefined) onEntered(entry);
    else setStage({ kind: 'told', me: entry, left: entry.recoveryCodesLeft });
  };
  switch (stage.kind) {
    case 'first':
      return <>{children(onEntry)}</>;
    case 'second':
      return <SecondStep api={api} step={stage.step} onEntry={onEntry} onBack={() => setStage({ kind: 'first' })} />;
    case 'set-up':
      return (
        <>
          <TroubleNote trouble={arriving.trouble} />
          <FactorSetUp api={api} onDone={() => void arriving.send(() => api.session(), onEntered)} />
        </>
      );
    case 'told':
      return (
        <div class="form">
          <p role="status">{say(words.entry.codesLeft, { n: stage.left })}</p>
          <button type="button" class="button primary wide" data-do="go-on" onClick={() => onEntered(stage.me)}>
            {say(words.entry.goOn)}
          </button>
        </div>
      );
  }
}
