/**
 * Letters that are read as another letter. Data only; the choice follows the idea of Unicode UTS #39 (confusables), cut
 * down to what people use to disguise a word, and widened by the letters people take for their capital's shape.
 */

/** Letters of the Latin script that Unicode does not decompose: always the plain letter. */
export const LATIN_SHAPES: Readonly<Record<string, string>> = {
  a: 'ɑɐᴀⱥᶏꬱ',
  b: 'ƀƃɓʙᵬᶀᴃ',
  c: 'ƈȼɕᴄꞓↄ',
  d: 'đðƌɖɗᴅᵭᶁȡ',
  e: 'ǝəɛɘɇᴇⱸᶒ',
  f: 'ƒꜰᵮᶂ',
  g: 'ǥɠɡɢᶃꞡ',
  h: 'ħɦɧʜⱨꜧ',
  i: 'ıɨɩɪᵻᶖ',
  j: 'ɉʝȷᴊ',
  k: 'ƙᴋⱪᶄꝁ',
  l: 'łƚɫɬɭʟⱡᶅ',
  m: 'ɱᴍᵯᶆ',
  n: 'ŋɲƞɳɴᵰᶇ',
  o: 'øɵᴏⱺꝋꝍ',
  p: 'ƥᴘᵽᵱᶈꝑ',
  q: 'ɋʠǫꝗ',
  r: 'ɍɽɾɼʀᵲᶉ',
  s: 'ʂʃꜱᵴᶊȿ',
  t: 'ŧƭʈᴛⱦᵵƫ',
  u: 'ʉʊᴜᶙ',
  v: 'ʋʌᴠⱴᶌ',
  w: 'ⱳᴡʍ',
  x: 'ᶍꭓ',
  y: 'ƴɏʏỿ',
  z: 'ƶȥʐʑᴢⱬᵶᶎ',
  ae: 'æᴁ',
  oe: 'œɶ',
  ss: 'ß',
  th: 'þ',
};

/**
 * Letters of the Arabic script that are written one for the other, or that other keyboards have. The stroke that only
 * stretches a word (kashida) is no letter.
 */
export const ARABIC_SHAPES: Readonly<Record<string, string>> = {
  ا: 'ٱ',
  ه: 'ةەہۃ',
  ي: 'ىیے',
  ك: 'کڪ',
  '': 'ـ',
};

/**
 * Letters of other scripts, read as Latin only inside a word that also has Latin letters: a Greek or Russian word stays
 * what it is. Capitals are listed apart, since Η looks like H while η looks like n.
 */
export const FOREIGN_SHAPES: Readonly<Record<string, string>> = {
  a: 'аАαΑᎪꓮᗩꭺ',
  b: 'вВьЬъЪβΒᏴꓐƅᗷꮟ',
  c: 'сСϲϹᏟꓚⲥⲤᑕꮯς',
  d: 'ԁԀժᎠꓓдᗪꭰ',
  e: 'еЕёЁєЄэεΕξⲉᎬꓰҽᗴꭼ',
  f: 'ϝꓝғФфφϕᖴ',
  g: 'ԍԌցᏀꓖᘜꮐ',
  h: 'һҺнНΗհᎻꓧᕼꮋ',
  i: 'іІїЇιΙӀՙᏆꓲוꭵ',
  j: 'јЈϳյᎫꓙᒍꭻ',
  k: 'кКκΚқҚᏦꓗꮶ',
  l: 'ӏլᏞꓡΙוᒪꮮ',
  m: 'мМΜᎷꓟⲙⲘᗰꮇ',
  n: 'пПηΝոռꓠлЛᴎᑎηꮑ',
  o: 'оОοΟσӨөθΘօՕסⲟⲞꓳꮎ',
  p: 'рРρΡᏢꓑⲣⲢᑭꮲ',
  q: 'ԛԚգզᑫ',
  r: 'гГяЯᎡꓣᖇꭱ',
  s: 'ѕЅՏᏚꓢᔕꮪ',
  t: 'тТτΤᎢꓔⲦꭲ',
  u: 'υսцЦиИμꓴՍᑌմ',
  v: 'νѵѴᏙꓦᐯꮩ',
  w: 'ԝԜшШщЩωΩψᎳꓪաᗯꮃ',
  x: 'хХχΧжЖҳꓫⲭ᙭',
  y: 'уУүҮγΥᎩꓬꭹ',
  z: 'ΖᏃꓜᘔꮓ',
};

/** Latin letters by the Cyrillic letter they are read as in a word that is Cyrillic for the rest: by shape, else by sound. */
export const CYRILLIC_SHAPES: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  с: 'cs',
  д: 'dg',
  е: 'e',
  ф: 'f',
  н: 'h',
  и: 'iu',
  ј: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  г: 'r',
  т: 't',
  ш: 'w',
  х: 'x',
  у: 'y',
  з: 'z',
};

/** Cyrillic letters that look just like a Latin one: a word of nothing else may be of either script. */
export const CYRILLIC_TWINS = 'авекмнорстухьѕіјһԁԛԝӏ';

/** Latin letters that look just like a Cyrillic one. */
export const LATIN_TWINS = 'abcehkmoptxy';

/** Marks that stand for one letter or a few, in the reading of digits and signs as letters. */
export const LEET: Readonly<Record<string, string>> = {
  '0': 'oо',
  '1': 'ilі',
  '2': 'z',
  '3': 'eзэ',
  '4': 'aч',
  '5': 's',
  '6': 'gbб',
  '7': 't',
  '8': 'bв',
  '9': 'gqя',
  '@': 'aа',
  $: 'sс',
  '!': 'il',
  '¡': 'i',
  '|': 'il',
  '+': 't',
  '(': 'cс',
  '[': 'c',
  '{': 'c',
  '<': 'c',
  '¢': 'cс',
  '€': 'eе',
  '£': 'l',
  '§': 's',
  '¥': 'yу',
  '°': 'oо',
  '×': 'xх',
  // Signs of currencies, which fonts of ornaments take for letters.
  '₳': 'a',
  '฿': 'b',
  '₵': 'c',
  '₣': 'f',
  '₲': 'g',
  '₭': 'k',
  '₥': 'm',
  '₦': 'n',
  '₱': 'p',
  '₮': 't',
  '₩': 'w',
  '₴': 's',
};
