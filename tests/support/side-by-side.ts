/** Runs what shares nothing, `width` at a time: most of the time goes into waiting for the store. */
export async function sideBySide(count: number, width: number, one: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
}
