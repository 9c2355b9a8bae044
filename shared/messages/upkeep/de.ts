import type { UpkeepSentences } from './sentences.ts';

export const de: UpkeepSentences = {
  reportWhy: 'Warum melden Sie diesen Kommentar?',
  reasons: {
    abuse: 'Beleidigung oder persönlicher Angriff',
    hate: 'Hass oder Diskriminierung',
    spam: 'Werbung',
    'off-topic': 'Nicht zum Thema',
    illegal: 'Rechtswidrig',
    'private-data': 'Private Angaben über eine Person',
    other: 'Ein anderer Grund',
  },
  reportNote: 'Einzelheiten (freiwillig)',
  reportSend: 'Meldung abschicken',
  reported: 'Vielen Dank, Ihre Meldung ist angekommen.',
  editLabel: 'Ihr Kommentar',
  save: 'Speichern',
  edited: 'Ihr Kommentar wurde geändert.',
  editedHeld: 'Ihr Kommentar wurde geändert. Er erscheint, sobald die Moderation ihn gelesen hat.',
  withdrawAsk: 'Diesen Kommentar endgültig löschen?',
  withdrawYes: 'Löschen',
  withdrawNo: 'Behalten',
  withdrawn: 'Ihr Kommentar ist gelöscht.',
  appeal: 'Widersprechen',
  appealLabel: 'Warum ist die Ablehnung ein Irrtum?',
  appealHint:
    'Sie können einmal widersprechen. Jemand anderes aus der Moderation liest Ihren Kommentar dann noch einmal.',
  appealSend: 'Widerspruch abschicken',
  appeals: {
    open: 'Sie haben widersprochen. Jemand anderes aus der Moderation liest Ihren Kommentar noch einmal.',
    upheld: 'Ihr Widerspruch wurde geprüft: Der Kommentar bleibt unveröffentlicht.',
    overturned: 'Ihrem Widerspruch wurde stattgegeben: Der Kommentar ist veröffentlicht.',
  },
};
