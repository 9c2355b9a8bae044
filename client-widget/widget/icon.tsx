/** A drawing of a single line, which says nothing that is not said beside it. */
export const Icon = ({ line, kind }: { line: string; kind?: string }) => (
  <svg viewBox="0 0 24 24" class={kind} aria-hidden="true">
    <path d={line} />
  </svg>
);
