import { fields } from '../fields/it.ts';
import { settingFields } from '../fields/setting-it.ts';
import type { ProblemSentences } from './sentences.ts';

export const it: ProblemSentences = {
  problems: {
    'own-comment': 'Non si può votare il proprio commento.',
    'not-offered': 'Questo sito non offre questa possibilità.',
    'invalid-json': 'Non è stato possibile leggere la richiesta. Riprova.',
    'validation-failed': 'Correggi i campi indicati.',
    'idempotency-key-invalid': 'L’intestazione Idempotency-Key deve avere da 8 a 100 lettere, cifre, «-» o «_».',
    'cursor-invalid': 'Questa posizione nell’elenco non esiste più. Ricarica l’elenco.',
    'token-missing': 'Prima è necessario accedere.',
    'token-invalid': 'La tua sessione non è valida. Riprova.',
    'token-expired': 'La tua sessione è scaduta. Riprova.',
    'sign-in-failed': 'Il nome o la password non sono corretti.',
    'session-ended': 'La tua sessione è terminata. Accedi di nuovo.',
    'site-token-refused':
      'Non è stato possibile confermare l’accesso tramite questo sito. Ricarica la pagina e riprova.',
    'code-wrong': {
      one: 'Questo codice non è corretto. Hai ancora {n} tentativo.',
      many: 'Questo codice non è corretto. Hai ancora {n} tentativi.',
      other: 'Questo codice non è corretto. Hai ancora {n} tentativi.',
    },
    'code-expired': 'Questo codice non è più valido. Richiedine uno nuovo.',
    'sign-in-link-used': 'Questo link di accesso è già stato usato o è scaduto. Richiedine uno nuovo.',
    'not-allowed': 'Non hai l’autorizzazione per farlo.',
    'own-membership':
      'Non puoi cambiare il tuo ruolo né uscire dal team. Può farlo per te un’altra persona che ne abbia il diritto.',
    'owner-only': 'Può farlo solo chi ha il ruolo di proprietario.',
    'origin-not-allowed':
      'I commenti di questo sito non possono essere usati da questo indirizzo. Chi gestisce il sito può autorizzarlo.',
    'own-decision': 'Questa contestazione riguarda una tua decisione. Deve decidere un’altra persona del team.',
    suspended: 'Per ora non puoi scrivere commenti. Fine della sospensione: {until}. Motivo: {why}.',
    banned: 'Non puoi più scrivere commenti su questo sito. Motivo: {why}.',
    'warning-unread': 'La moderazione ti ha inviato un avvertimento ({why}). Conferma di averlo letto.',
    'not-found': 'A questo indirizzo non c’è nulla.',
    'unknown-site': 'Questo sito non è registrato qui. Controlla il nome del sito nella pagina.',
    'member-gone': 'Questa persona non fa più parte del team.',
    'method-not-allowed': 'Questo indirizzo non accetta questo metodo.',
    'duplicate-comment': 'Hai già pubblicato questo commento.',
    'already-decided': 'Su questo commento ha già deciso {by}.',
    'stale-version': 'Nel frattempo questo commento è cambiato. Controllalo di nuovo.',
    'content-changed': 'Nel frattempo il testo è stato modificato. Rileggilo.',
    'name-taken': 'Questo nome è già in uso. Scegline un altro.',
    'settings-changed':
      'Nel frattempo {by} ha modificato queste impostazioni. Non è ancora stato salvato nulla; le tue modifiche sono ancora qui.',
    'site-exists': 'Un sito ha già questo identificativo. Scegline un altro.',
    'site-changed':
      'Nel frattempo {by} ha modificato questo sito. Non è ancora stato salvato nulla; le tue modifiche sono ancora qui.',
    'not-newest': 'Questa non è più l’ultima azione, quindi non può essere annullata.',
    'confirm-number': 'Numero di commenti interessati in questo momento: {count}. Conferma il numero.',
    'member-changed': 'Nel frattempo il ruolo di questa persona è cambiato. Controlla di nuovo.',
    'edit-closed': 'Questo commento non può più essere modificato: è passato troppo tempo o qualcuno ha risposto.',
    'thread-closed': 'Questa discussione è chiusa: non è più possibile scrivere. Il tuo testo è ancora qui.',
    'pins-full': 'In questa discussione ci sono già tre commenti in evidenza. Prima occorre toglierne uno.',
    'featured-full':
      'In questa discussione la redazione ha già scelto cinquanta commenti. Prima occorre toglierne uno.',
    'list-full': 'L’elenco è pieno. Prima occorre togliere qualcosa.',
    'appeal-closed': 'Questa decisione non può essere contestata, o non può più esserlo.',
    'sanctions-changed':
      'Nel frattempo i provvedimenti verso questa persona sono cambiati. Non è stato fatto nulla; controlla di nuovo.',
    'sanction-over': 'Questo provvedimento non è più in vigore.',
    'setup-link-used': 'Questo link è già stato usato o è scaduto. Chiedine uno nuovo.',
    'body-too-large': 'Il testo è troppo lungo per essere inviato. Accorcialo.',
    'unsupported-media-type': 'La richiesta deve essere in formato JSON (Content-Type: application/json).',
    'parent-not-found': 'Il commento a cui rispondi non è più disponibile. Il tuo testo è ancora qui.',
    'idempotency-key-reused': 'Questa Idempotency-Key è già stata usata per un’altra richiesta.',
    'invalid-transition': 'Questa azione non è possibile per questo commento.',
    'claimed-by-other': '{by} sta esaminando questo commento. Puoi prenderlo in carico al suo posto.',
    'claim-required': 'Su questo sito un commento va preso in carico prima di decidere. Per farlo, aprilo.',
    'too-many-chosen': 'Sono troppi in una volta: al massimo {limit} commenti.',
    'rate-limited': 'Troppe richieste in poco tempo. Riprova tra {minutes} min.',
    'slow-mode': 'Questa discussione è molto animata: ogni persona può scrivere un commento ogni {n} secondi.',
    internal: 'Si è verificato un errore da parte nostra. Riprova.',
    'store-unavailable': 'I commenti non sono al momento disponibili. Riprova tra poco.',
  },
  fields: { ...fields, ...settingFields },
};
