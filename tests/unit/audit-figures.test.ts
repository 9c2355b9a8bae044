import { describe, expect, it } from '@jest/globals';
import { csvCell } from '../../services/moderation/audit-export.ts';
import { medianOf } from '../../services/moderation/audit-figures.ts';
import { Random } from '../support/random.ts';

describe('the median of counted values', () => {
  it('is the value half of all are at most', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([{ value: 7, count: 1 }])).toBe(7);
    expect(
      medianOf([
        { value: 9, count: 1 },
        { value: 3, count: 1 },
      ]),
    ).toBe(3);
    expect(
      medianOf([
        { value: 60, count: 3 },
        { value: 2, count: 2 },
      ]),
    ).toBe(60);
  });

  it('is what sorting all of them gives', () => {
    const random = new Random(11);
    for (let round = 0; round < 200; round += 1) {
      const all = Array.from({ length: 1 + random.below(40) }, () => random.below(12));
      const counts = [...new Set(all)].map((value) => ({ value, count: all.filter((one) => one === value).length }));
      expect(medianOf(counts)).toBe([...all].sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1]);
    }
  });
});

describe('a field of a table', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "no", please', '"say ""no"", please"'],
    ['two\nlines', '"two\nlines"'],
    ['', '""'],
    [null, ''],
    [-3, '-3'],
  ])('%j is %j', (value, field) => {
    expect(csvCell(value)).toBe(field);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('%j is no formula', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  it.each([
    ['\t=1', "\t'=1"],
    [' =1', " '=1"],
    ['two\n=1', "two\n'=1"],
    ['fin ; =1;@x', "fin ; '=1;'@x"],
    ['a = b; c-d, -e', 'a = b; c-d, -e'],
  ])('%j is none either where cells are parted by semicolons', (text, safe) => {
    expect(csvCell(text)).toBe(`"${safe}"`);
  });
});
