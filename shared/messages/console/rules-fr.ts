import type { RuleSentences } from './rule-sentences.ts';

export const rulesFr: RuleSentences = {
  rules: {
    'text-length': 'Forme du texte',
    lexicon: 'Liste de mots',
    'site-words': 'Mots du site',
    links: 'Liens',
    repeat: 'Répétition',
    newcomer: 'Nouvel auteur',
  },
  findings: {
    word: '« {found} » figure dans la liste de mots ({category}, {severity}).',
    disguised: '« {found} » se lit « {term} » ({category}, {severity} ; {how}).',
    unread: 'À partir d’ici, le texte n’est presque que mots déguisés ; tous n’ont pas été lus.',
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
    homonym: 'Ce mot a aussi un sens anodin.',
    masked: 'Les lecteurs le voient masqué.',
    'site-refuse': '« {found} » figure parmi les mots que ce site refuse.',
    'site-hold': '« {found} » figure parmi les mots que ce site retient.',
    'site-mask': '« {found} » figure parmi les mots que ce site masque.',
    'site-disguised': 'Se lit « {term} » ({how}).',
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
    author: 'auteur',
  },
};
