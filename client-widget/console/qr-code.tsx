import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** Modules of quiet around it (ISO/IEC 18004, 9.1). */
const BORDER = 4;

/** A QR code: dark on light whatever the theme, since not every camera reads it the other way round. */
export function QrCode({ of, label }: { of: string; label: string }): JSX.Element {
  const { size, d } = useMemo(() => {
    const { data, size: across } = encode(of, { border: BORDER });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: across, d: dark.join('') };
  }, [of]);
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
