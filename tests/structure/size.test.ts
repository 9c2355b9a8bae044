import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import { widgetSizes, type StageSize } from '../../tools/size.mjs';

/** Bytes of a stage, packed by Brotli, of those that the tool measures. */
const brotli = (sizes: StageSize[], stage: StageSize['stage']): number | undefined =>
  sizes.find((size) => size.stage === stage)?.brotli;

describe.each(Object.keys(LANGUAGES))('what a page in %s loads', (lang) => {
  it('is as little as it is said to be', async () => {
    const sizes = await widgetSizes(lang);
    expect(brotli(sizes, 'first view')).toBeLessThanOrEqual(11_920);
    expect(brotli(sizes, 'acting')).toBeLessThanOrEqual(11_760);
    expect(brotli(sizes, 'writing')).toBeLessThanOrEqual(3_460);
    expect(brotli(sizes, 'sending')).toBeLessThanOrEqual(2_950);
    expect(brotli(sizes, 'everything')).toBeLessThanOrEqual(29_990);
    expect(brotli(sizes, 'voting')).toBeLessThanOrEqual(930);
    expect(brotli(sizes, 'inbox')).toBeLessThanOrEqual(3_780);
    expect(brotli(sizes, 'told')).toBeLessThanOrEqual(1_150);
    expect(brotli(sizes, 'jump')).toBeLessThanOrEqual(260);
    expect(brotli(sizes, 'branches')).toBeLessThanOrEqual(530);
    expect(brotli(sizes, 'marks')).toBeLessThanOrEqual(680);
    expect(brotli(sizes, 'faults')).toBeLessThanOrEqual(1_480);
    expect(brotli(sizes, 'checks')).toBeLessThanOrEqual(1_620);
    expect(brotli(sizes, 'mentions')).toBeLessThanOrEqual(3_520);
    expect(brotli(sizes, 'offers')).toBeLessThanOrEqual(1_820);
    expect(brotli(sizes, 'nudge')).toBeLessThanOrEqual(1_700);
    expect(brotli(sizes, 'preview')).toBeLessThanOrEqual(2_130);
    expect(brotli(sizes, 'upkeep')).toBeLessThanOrEqual(3_480);
    expect(brotli(sizes, 'verdict')).toBeLessThanOrEqual(1_570);
    expect(brotli(sizes, 'standing')).toBeLessThanOrEqual(1_550);
    expect(brotli(sizes, 'steer')).toBeLessThanOrEqual(900);
    expect(brotli(sizes, 'mine')).toBeLessThanOrEqual(5_150);
    expect(brotli(sizes, 'search')).toBeLessThanOrEqual(1_990);
    expect(brotli(sizes, 'sign-in')).toBeLessThanOrEqual(5_590);
    expect(brotli(sizes, 'subscribe')).toBeLessThanOrEqual(4_510);
    expect(brotli(sizes, 'mail')).toBeLessThanOrEqual(3_470);
    expect(brotli(sizes, 'picks')).toBeLessThanOrEqual(1_410);
    expect(brotli(sizes, 'follows')).toBeLessThanOrEqual(3_730);
    expect(brotli(sizes, 'counts')).toBeLessThanOrEqual(780);
  });
});
