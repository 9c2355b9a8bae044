import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import { widgetSizes, type StageSize } from '../../tools/size.mjs';

/** Bytes of a stage, packed by Brotli, of those that the tool measures. */
const brotli = (sizes: StageSize[], stage: StageSize['stage']): number | undefined =>
  sizes.find((size) => size.stage === stage)?.brotli;

describe.each(Object.keys(LANGUAGES))('what a page in %s loads', (lang) => {
  it('is as little as it is said to be', async () => {
    const sizes = await widgetSizes(lang);
    expect(brotli(sizes, 'first view')).toBeLessThanOrEqual(11_815);
    expect(brotli(sizes, 'acting')).toBeLessThanOrEqual(11_765);
    expect(brotli(sizes, 'writing')).toBeLessThanOrEqual(3_435);
    expect(brotli(sizes, 'sending')).toBeLessThanOrEqual(2_935);
    expect(brotli(sizes, 'everything')).toBeLessThanOrEqual(29_915);
    expect(brotli(sizes, 'voting')).toBeLessThanOrEqual(910);
    expect(brotli(sizes, 'inbox')).toBeLessThanOrEqual(3_760);
    expect(brotli(sizes, 'told')).toBeLessThanOrEqual(1_135);
    expect(brotli(sizes, 'jump')).toBeLessThanOrEqual(250);
    expect(brotli(sizes, 'branches')).toBeLessThanOrEqual(515);
    expect(brotli(sizes, 'marks')).toBeLessThanOrEqual(655);
    expect(brotli(sizes, 'faults')).toBeLessThanOrEqual(1_455);
    expect(brotli(sizes, 'checks')).toBeLessThanOrEqual(1_605);
    expect(brotli(sizes, 'mentions')).toBeLessThanOrEqual(3_495);
    expect(brotli(sizes, 'offers')).toBeLessThanOrEqual(1_805);
    expect(brotli(sizes, 'nudge')).toBeLessThanOrEqual(1_675);
    expect(brotli(sizes, 'preview')).toBeLessThanOrEqual(2_105);
    expect(brotli(sizes, 'upkeep')).toBeLessThanOrEqual(3_455);
    expect(brotli(sizes, 'verdict')).toBeLessThanOrEqual(1_545);
    expect(brotli(sizes, 'standing')).toBeLessThanOrEqual(1_525);
    expect(brotli(sizes, 'steer')).toBeLessThanOrEqual(870);
    expect(brotli(sizes, 'mine')).toBeLessThanOrEqual(5_100);
    expect(brotli(sizes, 'search')).toBeLessThanOrEqual(1_990);
    expect(brotli(sizes, 'sign-in')).toBeLessThanOrEqual(5_550);
    expect(brotli(sizes, 'subscribe')).toBeLessThanOrEqual(4_445);
    expect(brotli(sizes, 'mail')).toBeLessThanOrEqual(3_440);
    expect(brotli(sizes, 'picks')).toBeLessThanOrEqual(1_385);
    expect(brotli(sizes, 'follows')).toBeLessThanOrEqual(3_650);
    expect(brotli(sizes, 'counts')).toBeLessThanOrEqual(755);
  });
});
