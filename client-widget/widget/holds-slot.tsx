import { useWidget } from './context.ts';
import { later } from './later.tsx';

const Holds = later(
  () => import('./subscribe.tsx'),
  (part) => part.Holds,
);

/** The place below the composer for what the reader is told of here. */
export function HoldsSlot() {
  const { config, state } = useWidget();
  return config.passage === null && (state.told?.thread ?? state.told?.answers) && <Holds />;
}
