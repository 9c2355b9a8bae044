import { describe, expect, it } from '@jest/globals';
import { commentCreateSchema } from '../../shared/comment.ts';
import { normalAddress } from '../../shared/address.ts';
import type { SiteId } from '../../shared/ids.ts';
import { mailPutSchema } from '../../shared/mail.ts';
import { mailboxOf, mailKey } from '../../services/notifications/address.ts';

describe('an address', () => {
  it.each([
    ['odile@courrier.example', 'odile@courrier.example'],
    ['Odile.Marchand+presse@Courrier.EXAMPLE', 'Odile.Marchand+presse@courrier.example'],
    ["o'neill_1-2@a-b.co.uk", "o'neill_1-2@a-b.co.uk"],
    ['josé@courrier.example', null],
    ['lise@bücher.example', 'lise@xn--bcher-kva.example'],
    ['lise@bu\u0308cher.example', 'lise@xn--bcher-kva.example'],
    ['lise@XN--BCHER-KVA.example', 'lise@xn--bcher-kva.example'],
    ['lina@مثال.إختبار', 'lina@xn--mgbh0fb.xn--kgbechtv'],
    [`${'l'.repeat(64)}@courrier.example`, `${'l'.repeat(64)}@courrier.example`],
    [`l@${`${'d'.repeat(62)}.`.repeat(3)}${'e'.repeat(63)}`, `l@${`${'d'.repeat(62)}.`.repeat(3)}${'e'.repeat(63)}`],
  ])('%s is sent to as %s', (typed, normal) => {
    expect(normalAddress(typed)).toBe(normal);
    // Its normal form is its own, so that what was cleaned twice is the same.
    if (normal !== null) expect(normalAddress(normal)).toBe(normal);
  });

  it.each([
    ['more lines', ['lise@site.example\nBcc: noe@site.example', 'lise@site.example\r\n', 'li\rse@site.example']],
    [
      'other control characters',
      ['\0lise@site.example', 'lise@site.example\t', 'lise@si\x7fte.example', 'a\u2028@b.fr'],
    ],
    [
      'spaces',
      ['lise@site.example ', ' lise@site.example', 'li se@site.example', 'lise@ site.example', 'lise@a\u00a0b.fr'],
    ],
    ['several', ['lise@site.example,noe@site.example', 'lise@site.example;noe@site.example', 'lise@site@site.example']],
    [
      'names, groups and links',
      ['Lise <lise@site.example>', '<lise@site.example>', 'g:lise@site.example;', 'mailto:l@s.fr'],
    ],
    [
      'quotes and comments',
      ['"lise"@site.example', '"a@b.fr>"@site.example', 'lise(x)@site.example', 'lise@site(x).fr'],
    ],
    ['routes', ['@relay.example:lise@site.example', 'lise%site.example@relay.example', 'relay!lise@site.example']],
    [
      'escapes',
      [
        'lise\\@site.example',
        'lise@site%2eexample',
        'lise@site.example%0aBcc:x',
        '=?utf-8?q?lise?=@site.fr',
        '-lise@site.example',
      ],
    ],
    ['nothing on a side', ['', '@', 'lise', '@site.example', 'lise@', 'lise@.example', 'lise@site.']],
    ['misplaced dots', ['.lise@site.example', 'lise.@site.example', 'li..se@site.example', 'lise@site..example']],
    [
      'no name of a host',
      ['lise@localhost', 'lise@site', 'lise@-site.example', 'lise@site-.example', 'lise@si_te.example'],
    ],
    ['numbers of hosts', ['lise@127.0.0.1', 'lise@[127.0.0.1]', 'lise@[IPv6:::1]', 'lise@0x7f.1', 'lise@site.0x1']],
    [
      'look-alikes',
      ['lise@sitе.example', 'lisе@site.example', 'lise@ｓite.example', 'lise@site。example', 'lise@xn--a.fr'],
    ],
    [
      'what is hidden',
      ['lise@si\u200dte.example', 'lise@si\u00adte.example', 'li\u202ese@site.example', 'lise@\u2068s.fr'],
    ],
    ['ports, paths and other parts of URLs', ['lise@site.example:25', 'lise@site.example/x', 'lise@site.example?cc=a']],
    [
      'what is too long',
      [`${'l'.repeat(65)}@a.fr`, `l@${'d'.repeat(64)}.fr`, `l@${'d.'.repeat(130)}fr`, 'é'.repeat(300)],
    ],
  ])('is not taken with %s', (_, typed) => {
    for (const text of typed) expect([text, normalAddress(text)]).toEqual([text, null]);
  });

  it('is read at once, however long and odd it is', () => {
    const before = performance.now();
    for (const odd of ['.', 'a.', '@', '(', 'a@', 'xn--', '٠', '\u0301']) normalAddress(odd.repeat(125));
    expect(performance.now() - before).toBeLessThan(100);
  });

  it('is the same in a comment and for mail, and wrong in both as an address', () => {
    const comment = (email: unknown) =>
      commentCreateSchema.safeParse({ thread: { key: 'a' }, text: 'b', author: { name: 'Lise', email } });
    const mail = (address: unknown) => mailPutSchema.safeParse({ address });
    expect(comment('Lise@Bücher.example').data?.author?.email).toBe('Lise@xn--bcher-kva.example');
    expect(mail('Lise@Bücher.example').data?.address).toBe('Lise@xn--bcher-kva.example');
    for (const parsed of [comment('lise@localhost'), mail('lise@localhost')])
      expect(parsed.error?.issues).toMatchObject([{ code: 'invalid_format', format: 'email' }]);
    for (const odd of [['lise@site.example'], { address: 'lise@site.example' }, 7])
      for (const parsed of [comment(odd), mail(odd)]) expect(parsed.success).toBe(false);
  });
});

it('stands for one mailbox, whichever way it is written, and on one site', () => {
  const key = (site: string, address: string) => mailKey('service key', site as SiteId, address);
  expect(key('demo', 'Lise@site.example')).toBe(key('demo', 'lise@site.example'));
  expect(key('gazette', 'lise@site.example')).not.toBe(key('demo', 'lise@site.example'));
  expect(mailKey('another', 'demo' as SiteId, 'lise@site.example')).not.toBe(key('demo', 'lise@site.example'));
  expect(mailboxOf('Lise+a+b@site.example')).toBe('lise@site.example');
});
