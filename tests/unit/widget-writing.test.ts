import { describe, expect, test } from '@jest/globals';
import { check } from '../../client-widget/widget/checks.ts';
import { fieldOf } from '../../client-widget/widget/refused.ts';
import { linesOf } from '../../client-widget/widget/lines.ts';
import { around, eachLine, link } from '../../client-widget/widget/text-edits.ts';
import { NAME_MAX, TEXT_MAX } from '../../shared/limits.ts';
import type { Block, Inline } from '../../shared/markdown.ts';

const draft = { text: 'Bonjour', name: 'Nadia', email: '' };

describe('what is said of a draft before it is sent', () => {
  test.each([
    [{}, []],
    [{ text: ' \n ' }, [{ field: 'text', code: 'empty' }]],
    [{ text: '😀'.repeat(TEXT_MAX) }, []],
    [{ text: '😀'.repeat(TEXT_MAX + 1) }, [{ field: 'text', code: 'too-long', limit: TEXT_MAX }]],
    [{ name: '' }, [{ field: 'name', code: 'required' }]],
    [{ name: ' Al ' }, [{ field: 'name', code: 'too-short', limit: 3 }]],
    [{ name: 'é'.repeat(NAME_MAX + 1) }, [{ field: 'name', code: 'too-long', limit: NAME_MAX }]],
    [{ email: 'nadia@' }, [{ field: 'email', code: 'invalid-email' }]],
    [{ email: 'nadia@example.org' }, []],
    [{ email: 'nadia@localhost.5' }, [{ field: 'email', code: 'invalid-email' }]],
  ])('%j', (part, findings) => {
    expect(check({ ...draft, ...part }, { email: 'optional', maxLength: TEXT_MAX })).toEqual(findings);
  });

  test('goes by what the site asks for', () => {
    const said = (part: { text?: string; email: string | null }) =>
      check({ ...draft, ...part }, { email: 'required', maxLength: 7 });
    expect(said({ email: '' })).toEqual([{ field: 'email', code: 'email-required' }]);
    expect(said({ email: null })).toEqual([]);
    expect(said({ email: null, text: 'Bonsoir\u00a0!' })).toEqual([{ field: 'text', code: 'too-long', limit: 7 }]);
  });

  test('paths of problems are matched to fields', () => {
    expect(['text', 'author.name', 'author.email', 'parentId'].map(fieldOf)).toEqual(['text', 'name', 'email', null]);
  });
});

describe('the lines a text takes', () => {
  const line = (length: number): Inline => ({ t: 'text', v: 'a'.repeat(length) });
  const p = (...c: Inline[]): Block => ({ t: 'p', c });
  test.each<[Block, number]>([
    [p(), 0],
    [p(line(80)), 1],
    [p(line(81)), 2],
    [p(line(10), { t: 'br' }, line(10), { t: 'br' }, { t: 'br' }, line(10)), 4],
    [p({ t: 'spoiler', c: [line(4000)] }), 1],
    [p({ t: 'strong', c: [line(60), { t: 'a', href: '', c: [line(60)] }] }), 2],
    [{ t: 'pre', v: 'a\nb\nc' }, 3],
    [{ t: 'blockquote', c: [p(line(90)), p(line(1))] }, 3],
    [{ t: 'ul', items: [[p(line(1))], [p(line(1)), p(line(1))]] }, 3],
  ])('%j', (block, lines) => {
    expect(linesOf([block])).toBe(lines);
  });
});

describe('the toolbar', () => {
  const selected = (text: string, part: string) => ({
    text,
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  });

  test('puts marks around the selection and takes them away again', () => {
    const bold = around('**')(selected('un mot fort', 'mot'));
    expect(bold).toEqual({ text: 'un **mot** fort', start: 5, end: 8 });
    expect(around('**')(bold)).toEqual({ text: 'un mot fort', start: 3, end: 6 });
  });

  test('marks every line it touches, and only those', () => {
    const quoted = eachLine('> ')({ text: 'a\nb\nc', start: 2, end: 5 });
    expect(quoted.text).toBe('a\n> b\n> c');
    expect(eachLine('> ')({ text: quoted.text, start: 3, end: 9 }).text).toBe('a\nb\nc');
  });

  test('makes a link of words or of an address and selects what is missing', () => {
    const words = link(selected('voir ici', 'ici'));
    expect(words.text).toBe('voir [ici](https://)');
    expect(words.text.slice(words.start, words.end)).toBe('https://');
    const address = link(selected('voir https://example.org', 'https://example.org'));
    expect(address).toEqual({ text: 'voir [](https://example.org)', start: 6, end: 6 });
  });
});
