import type { ComponentType } from 'preact';
import { usePart, type Later } from './use-part.ts';

/** The place for what hardly anybody sees: empty until it is drawn for the first time and has been loaded. */
export const later = <Part, Props extends object>(
  load: () => Promise<Later<Part>>,
  pick: (part: Part) => ComponentType<Props>,
) =>
  function Place(props: Props) {
    const part = usePart(true, load);
    const Found = part && pick(part);
    return Found && <Found {...props} />;
  };
