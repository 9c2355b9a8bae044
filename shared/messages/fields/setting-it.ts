import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Scegli un momento futuro.',
  'too-far-ahead': 'Il termine massimo è di {limit} giorni.',
  'too-many': 'Sono ammesse al massimo {limit} voci.',
  duplicate: '«{entry}» compare due volte in questo elenco.',
  contradiction: '«{entry}» compare in più elenchi. Scegline uno.',
  'misplaced-star': 'In «{entry}» l’asterisco deve stare alla fine o a entrambe le estremità.',
  unmatchable: 'Non è possibile cercare «{entry}»: una voce inizia e finisce con una lettera o una cifra.',
  'invalid-host': '«{entry}» non è il nome di un sito. Scrivilo come example.com.',
  'invalid-origin': '“{entry}” non è un’origine. Scrivila come https://example.com.',
  'not-callable':
    '«{entry}» non può essere chiamato: l’indirizzo deve iniziare con https://, senza password, e portare alla rete Internet pubblica.',
};
