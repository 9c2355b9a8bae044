import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import { widgetSizes, type StageSize } from '../../tools/size.mjs';

/** Bytes of a stage, packed by Brotli, of those that the tool measures. */
const brotli = (sizes: StageSize[], stage: StageSize['stage']): number | undefined =>
  sizes.find((size) => size.stage === stage)?.brotli;

describe.each(Object.keys(LANGUAGES))('what a page in %s loads', (lang) => {
  it('is as little as it is said to be', async () => {
    const sizes = await widgetSizes(lang);
    expect(brotli(sizes, 'first view')).toBeLessThanOrEqual(11_950);
    expect(brotli(sizes, 'acting')).toBeLessThanOrEqual(12_055);
    expect(brotli(sizes, 'writing')).toBeLessThanOrEqual(3_490);
    expect(brotli(sizes, 'sending')).toBeLessThanOrEqual(3_005);
    expect(brotli(sizes, 'everything')).toBeLessThanOrEqual(30_485);
    expect(brotli(sizes, 'voting')).toBeLessThanOrEqual(950);
    expect(brotli(sizes, 'inbox')).toBeLessThanOrEqual(3_870);
    expect(brotli(sizes, 'told')).toBeLessThanOrEqual(1_240);
    expect(brotli(sizes, 'jump')).toBeLessThanOrEqual(280);
    expect(brotli(sizes, 'branches')).toBeLessThanOrEqual(560);
    expect(brotli(sizes, 'marks')).toBeLessThanOrEqual(700);
    expect(brotli(sizes, 'faults')).toBeLessThanOrEqual(1_550);
    expect(brotli(sizes, 'checks')).toBeLessThanOrEqual(1_720);
    expect(brotli(sizes, 'mentions')).toBeLessThanOrEqual(3_615);
    expect(brotli(sizes, 'offers')).toBeLessThanOrEqual(1_895);
    expect(brotli(sizes, 'nudge')).toBeLessThanOrEqual(1_750);
    expect(brotli(sizes, 'preview')).toBeLessThanOrEqual(2_250);
    expect(brotli(sizes, 'upkeep')).toBeLessThanOrEqual(3_555);
    expect(brotli(sizes, 'verdict')).toBeLessThanOrEqual(1_660);
    expect(brotli(sizes, 'standing')).toBeLessThanOrEqual(1_600);
    expect(brotli(sizes, 'steer')).toBeLessThanOrEqual(880);
    expect(brotli(sizes, 'mine')).toBeLessThanOrEqual(5_285);
    expect(brotli(sizes, 'search')).toBeLessThanOrEqual(2_090);
    expect(brotli(sizes, 'sign-in')).toBeLessThanOrEqual(5_710);
    expect(brotli(sizes, 'subscribe')).toBeLessThanOrEqual(4_585);
    expect(brotli(sizes, 'mail')).toBeLessThanOrEqual(3_550);
    expect(brotli(sizes, 'picks')).toBeLessThanOrEqual(1_450);
    expect(brotli(sizes, 'follows')).toBeLessThanOrEqual(3_760);
    expect(brotli(sizes, 'counts')).toBeLessThanOrEqual(790);
  });
});
