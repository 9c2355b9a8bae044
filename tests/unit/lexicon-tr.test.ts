import { describe, expect, test } from '@jest/globals';
import { engine, held } from '../support/words-found.ts';

describe('Turkish', () => {
  test.each([
    ['plain', 'Bu orospu ne anlatıyor?', 'orospu'],
    ['plural', 'Hepsi şerefsizler, inanmayın', 'şerefsizler'],
    ['with a chain of suffixes', 'O pezevenklerinden bıktık', 'pezevenklerinden'],
    ['with a softened k', 'Amcığını dağıt da git', 'Amcığını'],
    ['possessive', 'Bunun götüne tekme lazım', 'götüne'],
    ['ablative', 'Boktan bir belediye', 'Boktan'],
    ['future', 'Gelip hepinizi sikeceğiz', 'sikeceğiz'],
    ['future as it is spoken', 'Alayınızı sikicem', 'sikicem'],
    ['past', 'Ağzımıza sıçtılar resmen', 'sıçtılar'],
    ['participle', 'Bu siktiğimin trafiği', 'siktiğimin'],
    ['passive', 'Sikilecek kafa var sende', 'Sikilecek'],
    ['copula', 'Vallahi yavşaktır o başkan', 'yavşaktır'],
    ['derived', 'Yaptığı tam bir ibnelik', 'ibnelik'],
    ['without diacritics', 'ulan serefsiz herif', 'serefsiz'],
    ['without diacritics, with a suffix', 'bu picleri kim secti', 'picleri'],
    ['capitals', 'DEFOLUN YAVŞAKLAR', 'YAVŞAKLAR'],
    ['capitals with a dotless I', 'SIKTIR GIT BURADAN', 'SIKTIR GIT'],
    ['a phrase', 'Senin gibisinin amına koyayım', 'amına koyayım'],
    ['a phrase as it is spoken', 'yeter amına koyim', 'amına koyim'],
    ['a phrase in one word', 'bıktım aminakoyim', 'aminakoyim'],
    ['son of a bitch in one word', 'bu orospuçocuğunu durdurun', 'orospuçocuğunu'],
    ['an abbreviation', 'hava da soğuk amk', 'amk'],
    ['another abbreviation', 'ne diyorsun aq', 'aq'],
    ['two letters with ç', 'Gelmiş bir de konuşuyor, oç', 'oç'],
    ['dots between two letters', 'Bu o.ç. yine mi geldi', 'o.ç'],
    ['without vowels', 'hadi sktr burdan', 'sktr'],
    ['q for k', 'siqtir, dedi', 'siqtir'],
    ['w for v', 'gawat mısın', 'gawat'],
    ['sh for ş', 'yavshak herif', 'yavshak'],
    ['by its sound', 'orosbular geldi', 'orosbular'],
    ['leet', 'tam bir p3zevenk', 'p3zevenk'],
    ['masked', 'bu y*vşak kim', 'y*vşak'],
    ['spelled', 'b u  p e z e v e n k', 'p e z e v e n k'],
    ['stretched', 'sikeriiiiim böyle işi', 'sikeriiiiim'],
    ['a dotless ı beside an innocent word', 'ananı siktim', 'ananı siktim'],
    ['an insult of two words', 'İt oğlu it, defol', 'İt oğlu it'],
    ['a slur against a people', 'pis Ermeniler geldi', 'pis Ermeniler'],
    ['another one', 'Bunlar Yahudi tohumu', 'Yahudi tohumu'],
    ['a threat', 'Seni geberteceğim', 'Seni geberteceğim'],
    ['a threat to cut', 'Bir gün kafanı keserim', 'kafanı keserim'],
    ['a curse to die', 'Gebersin köpekler', 'Gebersin'],
  ])('finds a word that is %s', (_, text, expected) => {
    expect(held(text, 'tr')).toEqual([expected]);
    expect(engine.isProfane(text, 'tr')).toBe(true);
  });

  test.each([
    'Amcam hamamda peştamalını unuttu, amacı dinlenmekti.',
    'Sık sık sıkıntı yaşıyoruz, trafik yine sıkıştı.',
    'Filmden çok sıkıldım, sıkıcı bir hikâyeydi.',
    'cok sikildim, film de sikici zaten',
    'SIKI TEDBİRLER ALINDI, TRAFİK SIKIŞTI',
    'Polis göstericilere gaz sıktı, biri havaya kurşun sıktı.',
    'POLİS GAZ SIKTI',
    'Klasik eserlerin eksik sayfaları fiziksel olarak onarıldı; bu eksiktir.',
    'Şike davası yeniden görülecek; şikenin cezası ağırdır.',
    'Mor renk bu sezon çok şıktır. Doğru şık hangisi?',
    'Çocukları okula götürdük, sonra kargoyu götürüyorlar.',
    'Gotik mimari ve Göteborg gezisi.',
    'Boksör boksa geri döndü, boksun efsanesiydi.',
    'Sıçan deliğinden sıçradı; sıçanlar tahılı yedi.',
    'Çantayı bir sicimle bağladı, sicili temiz.',
    'Ağır siklette altın madalya aldık, sikkeler müzede.',
    'Sikke koleksiyonundaki sikkenin değeri arttı.',
    'Amin, Allah kabul etsin. Mahsa Amini için tören yapıldı.',
    'Amina Hanım konuştu.',
    'Bardak dolu, dolunay güzeldi.',
    'Askerler pusuya pustu, sonra pustuk.',
    'Piknikte biçimsiz bir Picasso kopyası.',
    'Merdivenleri çıkıp gayrimenkule yatırım yaptı, menkuller düştü.',
    'Taşağıl köyünde kahpe felek türküsü söylendi.',
    'Saksofon ve saksıdaki çiçekler, Saksonya kralı.',
    'Domalan mantarı bu yıl bol, domalanlar pazarda.',
    'Hastaya aminoglikozit verildi.',
    'Parmağını duvara sürttük, sürtünme arttı.',
    'Tost için kaşar peyniri, yanında top ve mallar.',
    'Tecavüz davasında sanık ceza aldı; ırkçılık ve kürtaj tartışıldı.',
    'Eşcinsel haklarını, Yahudileri, Ermenileri ve Kürtleri konuştuk.',
    'Uyarak, yararak, sayarak ve boyayarak çalıştı.',
    'Adamcık bir anlamcık kattı; tamamına koyduk.',
    'Bir sıkım diş macunu yeter, limon sıktım.',
    'Got it, but I am late: we got a problem.',
    'Non-stop uçuş ve non-fiction kitaplar.',
    'Merdane ile hamuru açtı, konar göçer bir hayat.',
    'İntihar etti haberi yanlış çıktı, öldürme suçundan yargılandı.',
  ])('finds nothing in: %s', (text) => {
    expect(held(text, 'tr')).toEqual([]);
    expect(engine.isProfane(text, 'tr')).toBe(false);
  });

  test.each([
    ['fr', 'Va, siktir git !', 'siktir git'],
    ['de', 'du Orospu', 'Orospu'],
    ['en', 'what a pezevenk', 'pezevenk'],
  ])('finds the unmistakable words on a page in %s', (lang, text, expected) => {
    expect(held(text, lang)).toEqual([expected]);
  });

  test.each([
    ['de', 'Der Geber und die Nehmer: Arbeitgeber im Gespräch.'],
    ['fr', 'Le pic est atteint, sept ans après.'],
    ['en', 'I got a pic of the Yarra River.'],
    ['sv', 'En sik fångades i sjön.'],
    ['es', 'Amina y sus amigos'],
  ])('leaves the words of others alone: %s', (lang, text) => {
    expect(held(text, lang)).toEqual([]);
  });

  test('what people mean innocently when they write without ı is only looked at', () => {
    expect(engine.check('canim sikildi', 'tr')).toMatchObject([{ term: 'sikildi', homonym: true }]);
  });
});
