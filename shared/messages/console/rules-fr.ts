import type { RuleSentences } from './rule-sentences.ts';

export const rulesFr: RuleSentences = {
  rules: {
    shape: 'Forme du texte',
    lexicon: 'Liste de mots',
    links: 'Liens',
    repeat: 'Répétition',
    newcomer: 'Nouvel auteur',
    refusals: 'Refus récents',
    heat: 'Discussion en surchauffe',
  },
  findings: {
    word: '« {found} » figure dans la liste de mots ({category}, {severity}).',
    disguised: '« {found} » se lit « {term} » ({category}, {severity} ; {how}).',
    'too-many': {
      one: '{n} lien ; ce site en autorise {limit}.',
      other: '{n} liens ; ce site en autorise {limit}.',
    },
    'denied-host': 'Mène à {host}, que ce site n’accepte pas.',
    'other-host-shown': 'Affiche une adresse mais mène à {host}.',
    punycode: 'Mène à {host}, une adresse écrite avec des caractères trompeurs.',
    own: {
      one: 'L’auteur a déjà posté ce texte une fois.',
      other: 'L’auteur a déjà posté ce texte {n} fois.',
    },
    thread: {
      one: 'Le même texte est déjà dans cette discussion.',
      other: 'Le même texte est déjà {n} fois dans cette discussion.',
    },
    site: {
      one: 'Le même texte a été posté ailleurs sur ce site.',
      other: 'Le même texte a été posté {n} fois ailleurs sur ce site.',
    },
    newcomer: {
      one: 'L’auteur a {n} commentaire publié ; ce site contrôle les {needed} premiers.',
      other: 'L’auteur a {n} commentaires publiés ; ce site contrôle les {needed} premiers.',
    },
    unreadable: 'Ne contient rien de lisible.',
    shouting: 'Presque tout en majuscules.',
    flood: {
      one: 'Le même caractère {n} fois de suite.',
      other: 'Le même caractère {n} fois de suite.',
    },
    passage: 'Le même passage {n} fois de suite.',
    mentions: '{n} personnes interpellées avec @.',
    drawing: 'Un dessin fait de caractères.',
    emoji: '{n} émojis, plus que de mots.',
    'piled-marks': 'Des lettres surchargées de signes qui débordent sur les lignes voisines.',
    'near-own': {
      one: 'L’auteur a déjà posté presque le même texte une fois.',
      other: 'L’auteur a déjà posté presque le même texte {n} fois.',
    },
    'near-thread': {
      one: 'Presque le même texte est déjà dans cette discussion.',
      other: 'Presque le même texte est déjà {n} fois dans cette discussion.',
    },
    'near-site': {
      one: 'Presque le même texte a été posté par une autre personne sur ce site.',
      other: 'Presque le même texte a été posté {n} fois par d’autres sur ce site.',
    },
    'refused-often': {
      one: 'Sur {decided} commentaires contrôlés en 30 jours, {n} a été refusé.',
      other: 'Sur {decided} commentaires contrôlés en 30 jours, {n} ont été refusés.',
    },
    strikes: {
      one: 'Refusé {n} fois en 30 jours pour insulte ou haine\u00a0; ce site retient à partir de {limit}.',
      other: 'Refusé {n} fois en 30 jours pour insulte ou haine\u00a0; ce site retient à partir de {limit}.',
    },
    slow: 'La discussion est très active ({n} commentaires en une minute)\u00a0: un commentaire par personne toutes les {every} s.',
    premod: {
      one: '{n} commentaire refusé ou retenu sur {of} en dix minutes\u00a0: tous attendent un modérateur.',
      other: '{n} commentaires refusés ou retenus sur {of} en dix minutes\u00a0: tous attendent un modérateur.',
    },
    homonym: 'Ce mot a aussi un sens anodin.',
  },
  categories: {
    profanity: 'grossièreté',
    insult: 'injure',
    slur: 'injure discriminatoire',
    sexual: 'propos sexuel',
    threat: 'menace',
  },
  severities: { mild: 'légère', strong: 'forte', extreme: 'extrême' },
  disguises: {
    stretched: 'lettres répétées',
    leet: 'lettres remplacées par des signes ressemblants',
    masked: 'lettres masquées',
    spelled: 'lettres espacées',
    cut: 'mot coupé',
  },
  details: { lang: 'langue', host: 'site', count: 'nombre', limit: 'limite', category: 'genre', severity: 'gravité' },
  parts: {
    level: 'verdict',
    severity: 'gravité des mots',
    reasons: 'nombre de règles',
    flags: 'signalements de lecteurs',
    reach: 'lecteurs touchés',
  },
  levels: { pass: 'rien à signaler', note: 'noté', suspect: 'suspect', hold: 'retenu', reject: 'rejeté' },
  phases: {
    admit: 'forme du texte',
    lexicon: 'liste de mots',
    links: 'liens',
    repeat: 'répétition',
    shape: 'forme du texte',
    heat: 'activité de la discussion',
    author: 'auteur',
  },
};
