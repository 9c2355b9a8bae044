import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import { widgetSizes, type StageSize } from '../../tools/size.mjs';

const brotli = (sizes: StageSize[], ...stages: StageSize['stage'][]): number =>
  sizes.filter(({ stage }) => stages.includes(stage)).reduce((sum, size) => sum + size.brotli, 0);

describe.each(Object.keys(LANGUAGES))('what a page in %s loads', (lang) => {
  it('is at most 11.9 kB until the comments are there, 4 kB more to write, and 35 kB in all', async () => {
    const sizes = await widgetSizes(lang);
    expect(brotli(sizes, 'first view')).toBeLessThanOrEqual(11_900);
    expect(brotli(sizes, 'first view', 'acting', 'live')).toBeLessThanOrEqual(25_370);
    expect(brotli(sizes, 'writing')).toBeLessThanOrEqual(4_000);
    expect(brotli(sizes, 'sending')).toBeLessThanOrEqual(3_460);
    expect(brotli(sizes, 'live')).toBeLessThanOrEqual(2_160);
    expect(brotli(sizes, 'everything')).toBeLessThanOrEqual(35_030);
    expect(brotli(sizes, 'inbox')).toBeLessThanOrEqual(2_980);
    expect(brotli(sizes, 'nudge')).toBeLessThanOrEqual(1_700);
    expect(brotli(sizes, 'preview')).toBeLessThanOrEqual(1_570);
    expect(brotli(sizes, 'voting')).toBeLessThanOrEqual(790);
    expect(brotli(sizes, 'offers')).toBeLessThanOrEqual(1_930);
    expect(brotli(sizes, 'upkeep')).toBeLessThanOrEqual(3_400);
    expect(brotli(sizes, 'verdict')).toBeLessThanOrEqual(1_640);
    expect(brotli(sizes, 'standing')).toBeLessThanOrEqual(1_600);
    expect(brotli(sizes, 'steer')).toBeLessThanOrEqual(880);
    expect(brotli(sizes, 'mine')).toBeLessThanOrEqual(5_350);
    expect(brotli(sizes, 'follows')).toBeLessThanOrEqual(3_850);
    expect(brotli(sizes, 'subscribe')).toBeLessThanOrEqual(4_720);
    expect(brotli(sizes, 'mail')).toBeLessThanOrEqual(3_550);
    expect(brotli(sizes, 'picks')).toBeLessThanOrEqual(1_430);
    expect(brotli(sizes, 'search')).toBeLessThanOrEqual(2_120);
    expect(brotli(sizes, 'sign-in')).toBeLessThanOrEqual(5_850);
    expect(brotli(sizes, 'counts')).toBeLessThanOrEqual(790);
  });
});
