import { describe, expect, test } from '@jest/globals';
import { engine, held } from '../support/words-found.ts';

describe('German', () => {
  test.each([
    ['So ein Scheißspiel habe ich lange nicht gesehen.', 'Scheißspiel'],
    ['Der Trainer ist ein Klugscheißer.', 'Klugscheißer'],
    ['Was für ARSCHLÖCHER sitzen da im Vorstand?', 'ARSCHLÖCHER'],
    ['Lauter Arschloecher hier.', 'Arschloecher'],
    ['Ihr Hurensöhne kommt nie durch.', 'Hurensöhne'],
    ['Der Hurensohns Vater schweigt.', 'Hurensohns'],
    ['Diese dreckigen Wichserinnen!', 'Wichserinnen'],
    ['So ein Wixer.', 'Wixer'],
    ['Die Votze hat schon wieder gelogen.', 'Votze'],
    ['Das ist doch verfickte Werbung.', 'verfickte'],
    ['Ach, fick dich doch.', 'fick dich'],
    ['Gestern wurde ich richtig verarscht.', 'verarscht'],
    ['Verpisst euch aus unserem Viertel!', 'Verpisst euch'],
    ['Da könnte man nur noch kotzen', 'nur noch kotzen'],
    ['Er hat mir auf den Teppich gekotzt.', 'gekotzt'],
    ['Alles nur Kackvögel im Rathaus.', 'Kackvögel'],
    ['Sie nannte ihn einen Fettsack.', 'Fettsack'],
    ['Halt endlich dein Maul, Opa.', 'Halt endlich dein Maul'],
    ['Ihr seid alle Schwuchteln.', 'Schwuchteln'],
    ['Kein Bock auf Kanaken.', 'Kanaken'],
    ['Die Kümmeltürken von nebenan', 'Kümmeltürken'],
    ['Die Kuemmeltuerke kommt.', 'Kuemmeltuerke'],
    ['Du Spasti, lies den Artikel.', 'Spasti'],
    ['Ich bring dich um, wenn du kommst.', 'Ich bring dich um'],
    ['Ich weiß, wo du wohnst!', 'Ich weiß, wo du wohnst'],
    ['Solche Leute gehören aufgehängt.', 'gehören aufgehängt'],
    ['Dreckige Juden, schrieb er.', 'Dreckige Juden'],
    ['Der Richter ist ein Vollidiot.', 'Vollidiot'],
    ['Was für eine M!ssgeburt', 'M!ssgeburt'],
    ['So ein S c h w a n z l u t s c h e r aber auch', 'S c h w a n z l u t s c h e r'],
    ['lmaa, mir reicht es', 'lmaa'],
  ])('%s', (text, word) => {
    expect(held(text, 'de')).toEqual([word]);
  });

  test.each([
    'Der Marsch durch Warschau endete am Arsenal.',
    'Im Teich schwimmen Barsche und Karauschen.',
    'Ein Arschin war ein russisches Längenmaß.',
    'Andrei Arschawin traf in der letzten Minute.',
    'Die Kinder üben Arschbomben im Freibad.',
    'Auf der Fensterbank stehen Kakteen.',
    'Das Pissoir im Rathaus wird renoviert.',
    'Ein Gemälde von Camille Pissarro wurde versteigert.',
    'Ludwig von Ficker gab die Zeitschrift heraus.',
    "Die Fick'schen Gesetze beschreiben die Diffusion.",
    'Zum Frühstück gab es Fotzelschnitten mit Zimt.',
    'Im fünften Buch Mose steht es anders.',
    'Kotzebue schrieb über zweihundert Stücke.',
    'Die Tücken der neuen Technik',
    'Er war außer Atem und japste nach Luft.',
    'Das Schlampermäppchen liegt in der Schule.',
    'Man muss den inneren Schweinehund überwinden.',
    'Die Patientin leidet an einer spastischen Lähmung.',
    'Der Hund wedelt mit dem Schwanz.',
    'Vögeln wird im Winter Futter gegeben.',
    'Die Stadt entscheidet über die Wittenberger Judensau.',
    'Kirscheis und Frischeisen aus Tschechien',
    'Die Polizei ermittelt wegen Vergewaltigung und Zwangsprostitution.',
    'Jüdische, schwule und behinderte Menschen wurden verfolgt.',
    'Bist du Jude oder Muslim, fragte das Formular.',
    'Der Wichtel trug einen Rucksack voller Koteletts.',
    'Die Sicht war durch den Nebel behindert.',
    'Der Zuschuss für das Schloss ist beschlossen.',
    'Arsch huh, Zäng ussenander: ein Konzert gegen Rassismus',
  ])('leaves alone: %s', (text) => {
    expect(held(text, 'de')).toEqual([]);
  });

  test.each(['So ein Trottel.', 'Verdammt, schon wieder Regen!', 'Das ist doch dämlich.'])(
    'remembers, no more: %s',
    (text) => {
      expect(engine.check(text, 'de').map(({ severity }) => severity)).toEqual(['mild']);
    },
  );
});

describe('Italian', () => {
  test.each([
    ['Che cazzata colossale.', 'cazzata'],
    ['Siete delle teste di cazzo.', 'teste di cazzo'],
    ['Mi sono incazzata come una iena.', 'incazzata'],
    ['Non farmi incazzare!', 'incazzare'],
    ['Ma vaffanculo, va.', 'vaffanculo'],
    ['Affanculo il governo e chi lo vota', 'Affanculo'],
    ['Quei coglioni del comune', 'coglioni'],
    ['Questa partita è una stronzata.', 'stronzata'],
    ['Sei proprio una stronzetta', 'stronzetta'],
    ['Andate tutti a farvi fottere', 'fottere'],
    ['Fottiti, arbitro.', 'Fottiti'],
    ['Quel fottutissimo treno', 'fottutissimo'],
    ['Porca puttana che freddo', 'Porca puttana'],
    ['È un figlio di puttana.', 'figlio di puttana'],
    ['Porco dio che ritardo', 'Porco dio'],
    ['diocane basta!', 'diocane'],
    ['Mortacci tua e de chi te lo dice', 'Mortacci tua'],
    ['Li mandano sempre a cagare', 'cagare'],
    ['Che minkia vuoi da noi', 'minkia'],
    ['Un rompicoglioni di prima categoria', 'rompicoglioni'],
    ['È solo un leccaculo del ministro', 'leccaculo'],
    ['Brutto ricchione di un cantante', 'ricchione'],
    ['Due froci in piazza', 'froci'],
    ['Fuori i negri dallo stadio', 'negri'],
    ['I terroni non li vogliamo', 'terroni'],
    ['Sei un ritardato, lasciatelo dire', 'Sei un ritardato'],
    ['Ti ammazzo se ti vedo', 'Ti ammazzo'],
    ['So dove abiti, ricordatelo', 'So dove abiti'],
    ['Spero che tu muoia presto', 'Spero che tu muoia'],
    ['Quel b4stardo del portiere', 'b4stardo'],
    ['Sei una z o c c o l a', 'z o c c o l a'],
  ])('%s', (text, word) => {
    expect(held(text, 'it')).toContain(word);
  });

  test.each([
    'Il muratore ha perso la cazzuola.',
    'Si sono presi a cazzotti, una scazzottata da film.',
    'Aldo Cazzullo firma l’editoriale, Cazzaniga la cronaca.',
    'Lo stronzio è un elemento chimico.',
    'Spaghetti alla puttanesca per quattro persone',
    'La maestra cerca di inculcare il rispetto.',
    'Il pubblico incolto e l’inculturazione',
    'Il culatello di Zibello e il culmine della festa',
    'La culla del Rinascimento, la cucina culinaria',
    'Le zucchine e il finocchio al forno',
    'Ho scopato il pavimento.',
    'Nella guerra di Troia morì Ettore.',
    'Si è presentato travestito da Babbo Natale.',
    'Il treno è ritardato di dieci minuti.',
    'Gli interessi per un ritardato pagamento sono del cinque per cento.',
    'L’Istituto Mario Negri pubblica uno studio.',
    'Il Rio Negro attraversa la foresta.',
    'Smerdjakov è un personaggio dei Karamazov.',
    'Le chiavi e la chiave di volta',
    'Il porcospino e la cicogna tornano in Africa.',
    'La pizza cuoce nei forni a legna.',
    'I bastardi di Pizzofalcone torna in tv.',
    'Gli ebrei furono deportati nei campi di sterminio.',
    'La violenza sessuale e lo stupro sono reati gravi.',
    'Il caciocavallo di Chiavari e la focaccia di Recco',
    'Cristo Re e la Madonna del Rosario',
    'Gay, lesbiche e persone trans in corteo',
    'Questo significa che la verifica classifica i casi.',
  ])('leaves alone: %s', (text) => {
    expect(held(text, 'it')).toEqual([]);
  });

  test.each(['Che cretino!', 'È un idiota.', 'Che palle questo traffico.'])('remembers, no more: %s', (text) => {
    expect(engine.check(text, 'it').every(({ severity }) => severity === 'mild')).toBe(true);
    expect(engine.check(text, 'it')).not.toEqual([]);
  });
});

describe('elsewhere', () => {
  test.each([
    ['Quel vaffanculo !', 'fr'],
    ['Du Arschloch', 'en'],
    ['Ese hurensohn', 'es'],
  ])('long words are known on every page: %s', (text, lang) => {
    expect(held(text, lang)).not.toEqual([]);
  });

  test.each([
    ['Hij begint te fikken en te huren.', 'nl'],
    ['Fankultur och fikon, hon fick en kopp.', 'sv'],
    ['Katso tätä, kiitos.', 'fi'],
    ['La hure de sanglier et la transe du chamane', 'fr'],
    ['Un cazo de cobre', 'es'],
  ])('their words stay innocent: %s', (text, lang) => {
    expect(held(text, lang)).toEqual([]);
  });
});
