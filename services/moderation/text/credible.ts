import type { Reading } from './walk.ts';

export type Disguise = 'stretched' | 'leet' | 'masked' | 'spelled' | 'cut';

/** Where the cells of a reading come from. */
export type Piece = 'chunk' | 'segment' | 'spelled' | 'cut';

/**
 * Whether a disguised reading is one that a reader would see too. Digits and signs read as letters need a real letter
 * beside them; a hidden letter needs two real ones; hyphens and dots, which part words in ordinary writing, need more.
 *
 * @param length letters of the pattern, edges not counted
 * @param atEnd whether the reading reaches the end of its piece; otherwise it is the start of a longer word
 */
export function isCredible(reading: Reading, length: number, piece: Piece, atEnd: boolean): boolean {
  const { letters, digits, signs, masks, gaps, joiners } = reading;
  if (!atEnd && (gaps > 0 || masks > 1 || (masks === 1 && (letters < 4 || joiners > 0)))) return false;
  if (length < 3 || letters === 0) return false;
  if (length === 3 && masks === 0 && letters + signs < 2) return false;
  if (masks > 0 && !isCredibleMask(reading, length)) return false;
  if (gaps > 0 && masks > 0 && joiners > 0) return false;
  if (piece === 'cut' || piece === 'spelled') return masks === 0 || letters + digits >= 3;
  // A gap of a sign inside three letters ("a*s") hides too little to be told from a formula.
  return gaps === 0 || length >= 4 || gaps >= 2;
}

function isCredibleMask({ letters, digits, signs, masks, joiners }: Reading, length: number): boolean {
  const real = letters + digits + signs;
  if (letters < 2 || masks * 2 > length + 1) return false;
  if (joiners > 0) return length >= 5 && real >= 3 && letters >= 2 * masks;
  return length >= 4 || masks === 1;
}

/** Whether nothing of a reading is disguised. @param length letters of the pattern */
export function isPlain({ letters, digits, signs, masks, gaps }: Reading, length: number): boolean {
  return digits + signs + masks + gaps === 0 && letters === length;
}

/** How a reading is written. */
export function howOf(reading: Reading, piece: Piece): Disguise {
  if (piece === 'spelled' || piece === 'cut') return piece;
  if (reading.masks > 0) return 'masked';
  if (reading.gaps > 0) return 'spelled';
  return reading.digits + reading.signs > 0 ? 'leet' : 'stretched';
}
