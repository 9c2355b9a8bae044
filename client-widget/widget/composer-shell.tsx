import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { loadAgain } from '../kit/load-again.ts';
import { Avatar } from './avatar.tsx';
import type * as Parts from './composer.tsx';
import { useWidget } from './context.ts';
import { BLANK, draftKey, type Draft, type Writing } from './draft.ts';
import type { ShownComment } from './thread-state.ts';

export interface ComposerProps {
  answers?: ShownComment;
  /** Whether the focus was inside, and so has to go somewhere. */
  onClose?: (hadFocus: boolean) => void;
}

let parts: typeof Parts | null = null;

/**
 * The field people write in. It is one and the same text area from the first view on: what makes it a composer is loaded
 * at the first sign of interest and drawn around it, so focus and typing are never interrupted.
 */
export function Composer({ answers, onClose }: ComposerProps) {
  const widget = useWidget();
  const { config, hands, root, state, words } = widget;
  const memory = hands?.services.memory;
  const key = draftKey(config.thread, answers?.id ?? config.passage);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(answers !== undefined);
  const [loaded, setLoaded] = useState(parts);
  const [draft, setDraft] = useState<Draft>({ ...BLANK, name: '', email: '' });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const summon = () => {
    loadAgain(() => import('./composer.tsx')).then(
      (module) => {
        parts = module;
        module.dress(root);
        setLoaded(module);
      },
      // The text stays, and the next focus tries again.
      () => undefined,
    );
  };
  useEffect(() => {
    if (answers === undefined) return;
    summon();
    field.current?.focus();
  }, []);
  useEffect(() => {
    if (memory === undefined) return;
    const { name, email } = memory.profile;
    // What stands in the field counts more than what is remembered, and more than the state, which may lag behind typing.
    const text = field.current?.value || memory.draft(key);
    memory.saveDraft(key, text);
    change({ text, name, email });
  }, [memory]);

  const write = (text: string) => {
    memory?.saveDraft(key, text);
    change({ text, errors: { ...draft.errors, text: undefined } });
  };
  const close = () => {
    write('');
    change(BLANK);
    const form = field.current?.form;
    const hadFocus = form?.contains(root.activeElement) ?? false;
    // Not to the field, which would open again: from here, Tab leads there.
    if (hadFocus) form?.focus();
    setOpen(false);
    onClose?.(hadFocus);
  };
  // What somebody is writing stays before them, and they are told; what is kept comes back when it is opened again.
  if (state.pace.closed && draft.text === '') return null;
  const { reader, say } = words;
  const label = answers ? say(reader.replyTo, { name: answers.author?.name ?? '' }) : say(reader.writeLabel);
  const writing: Writing | null = hands && { id, widget, hands, draft, change, write, close, field, answers };
  const dressed = open && writing ? loaded : null;
  return (
    <form
      tabIndex={-1}
      class={`composer${open ? ' open' : ''}`}
      part="composer"
      aria-label={answers ? label : say(reader.heading)}
      noValidate
      onMouseEnter={summon}
      onTouchStart={summon}
      {...(dressed && writing && dressed.ofForm(writing))}
    >
      <Avatar name={draft.name} seed={hands?.services.identity.personId ?? draft.name} />
      {dressed && writing && <dressed.Toolbar {...writing} />}
      <textarea
        key="text"
        ref={field}
        id={id}
        rows={open ? 4 : 1}
        value={draft.text}
        placeholder={answers ? label : say(reader.write)}
        aria-label={label}
        onFocus={() => {
          setOpen(true);
          summon();
        }}
        onInput={(event) => write(event.currentTarget.value)}
        {...(dressed && writing && dressed.ofField(writing))}
      />
      {dressed && writing && <dressed.Fields {...writing} />}
    </form>
  );
}
