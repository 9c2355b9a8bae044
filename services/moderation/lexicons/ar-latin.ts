import type { Group } from './source.ts';
import { phrases, words } from './spellings.ts';

/**
 * Arabic in Latin letters, as Maghrebi readers write on French pages and many elsewhere: 3 is ayn, 7 a strong h, 9 qaf,
 * 5 kha, 2 hamza, 6 ta. Everybody spells by ear, French ears ou and ch, English ones oo and sh.
 */

/** Your mother. */
const MUM = `(omak|ommak|omek|ommek|omok|ommok|omk|omik|oumok|ummak|emmak|emmek|emak|emek|immak|yemak|yemmak|yemek|
  yemmek|ymak|ymek)`;

export const AR_LATIN: readonly Group[] = [
  {
    severity: 'strong',
    category: 'insult',
    everywhere: true,
    words: words(`
      (|l|el|al|ya)(9|k|q|g)(a|e)(7|h)b(a|ah|et|at) (|l|el)(9|k)7(a|)b(a|) (|l|el)9hba 9(7|h)ab 9(o|ou)(7|h)ab ka7ab
      9(7|h)ayeb 9a(7|h)bat(ek|ak) (|l|el|al)(sh|ch)(a|e)rm(ou|o|u|oo)t(a|ah|eh|et|in) sharmoot sharmout shrmouta
      chrmouta chrmota shrmota (sh|ch)(a|)ram(ee|i|y)t (sh|ch)ermit(a|at) nik(|o|u|ou|e|a)m(o|ou|u|e|a)k
      nik(o|ou|e|i)mm(ak|ek|ok|ouk|uk) nikyem(a|e|ma|me)k nikb(ou|o)k nikr(a|e)b(b|)ek nikrabak nikdinmok nikzebi
      n(ii|ee)k(o|)m(o|a|ou)k nikomkom nikmokom nikmoukom nikommok n(n|ni)kek nnikmok nniklek (i|y|ye|yi)nikek
      (i|y)nik(mok|mouk|omok|ouk|ou) m(|e|i|o)tn(a|e)k(|a|in|een) metnayk(a|in) m(a|)nay(e|i)k mnay(e|a)k(|a)
      mnayk(a|in) many(ou|oo)k(|a|e|eh|in|een) mny(ou|o)k(|a) n(i|e|a)yyak n(i|e)yaka zwamel zwemel zouamel zamlin
      zaamel zameel 3(a|)t(t|)ay 3(a|)t(t|)ai 3(a|)ttay 3(a|)ttai 3at(ay|ai) 3taya 3attaya 9(a|)w(w|)ad
      9(a|)w(w|)(a|e)d 9(a|)wada 9awed(a|) 9aouad(a|) gawwad gawwada (t|y|n|i)(9|q)aw(e|w)d t9(a|)wd t9awdi t9aoud
      tqawd tkawed tkawd t9wad m9awd(a|in) m9awed 3(a|e)rs(|a) m3(a|)r(r|)as m3arras m3ars 3(a|e)hira 3ahra 3(a|)hirat
      3aherat d(a|)yy(ou|oo|o)th d(a|)y(ou|oo)th t(7|77)an ta(7|77)an t7ana ta7ana ta7anin t7anin chlakka
      l(a|e)(77|7)as(|a) l7ass la7ass(a|) bandou9 bndou9 khwal khawal(|at) 5awal(|at) 5wal (k|)(l|)l3ahra
      weldl9a(7|h)ba weldl3ahra wldl9hba ouldlkahba ouledlkahba weldkahba wld9(7|h)ba wlad9(7|h)ba wlad9a7ba
    `),
    phrases: phrases(`
      (nik|nike|neek|nyk) ${MUM}, (nik|neek|nyk) (mok|mouk|mook|muk|mek|mak|mk|mokom|bouk|bok|khtek|okhtek|jedek|rabek|
      rebbek|rabbek|rabak|rebek|lmok|rassek), (nik|neek) (din|dine) (mok|omok|ommok|yemak|ommek), nik rebbi, nik rab,
      (ibn|ebn|yabn|yebn|bent|bint|welad|awlad) (el|al|il) (kalb|kelb|7aram|haram|wes5a|weskha|gazma|7mar|khanzir|
      7omar), (weld|wled|wld|wlad|ould|ouled|oulad|bent|bnt) (l|l |el
      )(kelb|kalb|klab|7ram|hram|7aram|haram|zna|zina|7mar|hmar|hallouf), (ibn|ebn|weld|wld|wlad) (kalb|kelb|7aram|
      7ram|wes5a), (sir|siri|rouh|rou7|ro7|nod) (t9awed|t9awd|t9wd|tqawed|tkawed|9awed|tnik|tnak|thwa|t7wa), (ya|a)
      (louti|attay|attai|ta7an|kelb|kalb|klab|9awad|kawad|zaml|zamel|khawal|mibon|wes5a|waskha|wesekh|7mar|hmar|
      7ayawan|7aywan|hayawan|7allouf), (n3al|n3el|na3al|yn3al|in3al|yen3al|yel3an|l3an|el3an|yn3el) (din|dine|deen|
      dinek|dinak|dinmok|bok|bo|bou|bouk|abouk|abook|abo|waldik|weldik|walidik|rabek|rabbek|rabak|tabon|zebi|omak|
      ommak|mok), (naal|nal) (din|dine) (mok|omok|ommek|waldik), (din|dine|deen) (mok|omok|ommok|yemmak|yemek|rabek|
      omak|ommak), dinmok, dinomok, dinemok, dinmouk, (zok|zokk|zouk) (mok|omok|ommok|yemmak|yemek|omek|mouk), zokmok,
      zokomok, zoukmok, zokomek, sorm (ommek|omek|mok|omok|ommok), (kol|kul|koul|kool|koli|kouli) (khara|khra|5ara|5ra|
      kharah), kol el khara, malla zebi, mala zebi, (bara|barra) (nayek|nik)
    `),
  },
  { severity: 'strong', category: 'insult', everywhere: true, innocentIn: 'nl tr pl de', words: 'zamel zemel zaml' },
  {
    severity: 'strong',
    category: 'sexual',
    everywhere: true,
    words: words(`
      zebi zebb(i|y|e|ek|ak|ou|o|i3|) zebek zebouk zobb(i|ek|ak|o|) zobi zobek zoubb(i|) zboub(|i|ek) zbob
      zob(r|or)(i|ak|ek|y) zebri (f|l|b)zeb(b|)i azeb(b|)i ko(s|ss)(o|e|i)m(a|e|)k ko(s|ss)(o|e|)mm(a|e|)k
      k(u|e)ss(o|e|)mm(a|e)k kussomak kusomak kosom(ko|kom|ha|akom|o|ik) kos(|o|e|i)kht(a|e|i)k kess(e|i|)kht(a|e)k
      ks(o|a|)mk kosamak kosom(o|)k kos(o|e)5tak kosom(m|)(i|)k kesem(m|)ek koussom(m|)ok kossom(m|)ok ksommok
      tabounm(o|ou)k tabonm(o|ou)k tbounm(o|ou)k tabounek tabounyem(m|)(a|e)k tabonyem(m|)(a|e)k
      (9|q)(a|)l(a|)wi(|k|h|kom) 9laoui(|k) 9lawek (7|h)(a|e|)tch(ou|u|oo|o)n(|ek|ak|ha) (7|)atsh(ou|u)n
      7(a|)tch(ou|u)n term(tek|tak|etha|ethom|ti) tarmt(ek|ak|i) 3a(s|ss)b(a|ah|et|ti|tek|ek) 3sb(a|ti)
      za3k(a|tek|etek|etha) 6iz(i|ak|ek|ik|o|ha) (b|)tiz(ek|ak) teez(i|ak|ek) (n|ne|y|ye|t|te|i)7wi(|k|ha|h|kom|wk)
      na7wik ta7wi 7waya m7wi (e|)3(a|e)yr(i|ak|ek) 3eer(i|ak) bzaz(e|i)l(|ek) bezzaz(e|i)l bz(ou|oo)la b3b(oo|o|ou)s
      ba3b(oo|ou|o)s b3abis mam7oun(a|) mam7(ou|oo)na zeb(i|bi)fik zebif(i|k)
    `),
    phrases: phrases(`
      (kos|koss|kus|kuss|kes|kess|kous|ks) ${MUM}, (kos|koss|kuss|kess) (okhtak|okhtek|ekhtak|ekhtek|ekhtik|ikhtak|
      o5tak|o5tek|5tak|5tek|khtek|khtak|okhtk), (kos|koss|kuss|kess) (mok|mek|mak|mk|om|omha|omo|ommo|omkom|ommkom|
      abouk|abook|3ardak), ks (mk|om|o5tk), (taboun|tabon|tboun|tbon) (mok|mouk|mek|mk|omok|ommok|yemak|yemmak|yemek|
      ymak|ymek|omek|ommek), 7tchoun mok, 7atchoun mok, hatchoun mok, (ayri|ayre|ayreh|eyri|3ayri|eiri) (fik|feek|fike|
      fiki|bik|beek|bi|b|bommak), air fik, eer feek, (zebi|zebbi|zebb|zeb) (fik|fikom|fiha|3lik|3likom|alik|fmok|f
      mok), (la7s|la7es|lahs|lahas|l7as|bous|bos|moss|mos|mas) (tizi|tizak|zebi|zebbi|zeby|terma|zob|zobi), fi (tizak|
      tizek|tizi)
    `),
  },
  {
    severity: 'strong',
    category: 'profanity',
    everywhere: true,
    words: words('khra (|el|l)5ara 5arah kh2ra khraya 5raya 5ra2 kharya (b|)khrak khrawi'),
    phrases: phrases(`
      (ya|wejh|wjeh|wesh|zay|mitl|metl) (el |l |al |)khara, (ya|wejh|wjeh|zay|mitl|metl) (el |l |)5ara,
      (ya|wjeh|kif) (l|)khra, tfou (3lik|alik|3likom|3alik), tozz feek, toz feek, toz fik, tozz fik, a7a ya
    `),
  },
  // Too short, or a word of other languages.
  {
    severity: 'strong',
    category: 'profanity',
    words: words(`
      a7(7|)a a7a a7eh kos koss kuss tiz teez 6iz tizi zeb zebby zabbi zbi zby zobr manyak manyakeh 3rs khara khra 5ra
      ksm ayri ayre eyri tahan tahhan taboun tabon nayek nayak neyek mibon miboun mibouna chlaka klawi glawi zok
      bazazel metnayek kawad kawed khwel kalb kelb klab inik ynik tnik ynak
    `),
  },
  {
    severity: 'extreme',
    category: 'slur',
    everywhere: true,
    words: words(`
      ka(h|7)l(ou|o|u)ch(|e|a|i|in) k(e|)(h|7)louch(|e|a) k(a|)(7|h)al(i|)ch 3(a|e|)zzi(|a|ya) 3azi 3a(w|ww)aza
      3(a|)zzawa 3zawa 3(a|)beed 3abid (kh|5)an(ee|i)th khn(ee|i)th 5aneeth loutiyin lout(e|i)ya
    `),
    phrases: phrases(`
      (weld|wlad|ould|ouled|oulad|wled) (lihoud|lyhoud|el yahoud|lihoudia|lihoudiya|lyhoudia|el 3abid|l3abid), (ya|a)
      (3abd|3bid|3abid|3azi|azzi|3azzi|3abeed), (lihoud|yahoud|lyhoud) (klab|kleb|khnazer|7lalef)
    `),
  },
  {
    severity: 'extreme',
    category: 'threat',
    everywhere: true,
    words: words(`
      n(a|e|)(9|q)(t|te)l(e|)k(|om) n(a|e|)kt(l|le)k(om) (ha|h|ba|7a)2tlak (ha|h)2(t|te)l(a|e)k (ha|h)mawet(a|e)k
      (ha|h)dba7(a|e)k nedba7(ek|k) nd(e|)b7(e|)k(|om) ndeb7ek nedhab7ek
    `),
    phrases: phrases(`
      (ghadi|gha|rah|ra7|raa7|rani|wallah|wlh|walah|nchallah|bech|bach) (n9tlek|nqtlek|ne9tlek|na9tlek|neqtlek|naktlek|
      nektlek|a2tlak|2a2tlak|nedb7ek|ndb7ek|nedebhek|ndebhek|nedbhek|ndbhek|n9etlek|nkatlek), el mout (lik|likom|lel
      yahoud|l lihoud), (mout|mot) ya (kelb|kalb|9a7ba|kahba), 3aref (sa|e)ken (fin|feen|wein), n3ref win teskon,
      na3ref win teskon, n3raf fin saken
    `),
  },
  {
    severity: 'mild',
    category: 'insult',
    words: words(`
      (7|h)mar(|a) (7|h)mir bghel bghal (7|h)ayawan (7|h)aywan 7(a|)llouf(|a) hallouf halouf (g|)ghabi(|a|ya)
      agh(b|)biya zbel zebla msatti mkel(l|)ekh mkelakh mkalakh (7|h)a(9|k|q)ir k(h|)anzir khanzir khnazer khamej
      khamja khaybin tfou toz tozz m3affen m3aq mo3aq wesekh weskh wes5 7okhla (7|h)ayawanat gaouri gwer
    `),
  },
];
