import { fields } from '../fields/de.ts';
import { settingFields } from '../fields/setting-de.ts';
import type { ProblemSentences } from './sentences.ts';

export const de: ProblemSentences = {
  problems: {
    'own-comment': 'Über den eigenen Kommentar kann man nicht abstimmen.',
    'not-offered': 'Diese Website bietet das nicht an.',
    'invalid-json': 'Die Anfrage konnte nicht gelesen werden. Bitte versuchen Sie es noch einmal.',
    'validation-failed': 'Bitte korrigieren Sie die markierten Felder.',
    'idempotency-key-invalid':
      'Der Header Idempotency-Key muss aus 8 bis 100 Buchstaben, Ziffern, „-“ oder „_“ bestehen.',
    'cursor-invalid': 'Diese Stelle der Liste gibt es nicht mehr. Bitte laden Sie die Liste neu.',
    'token-missing': 'Bitte melden Sie sich zuerst an.',
    'token-invalid': 'Ihre Sitzung ist nicht gültig. Bitte versuchen Sie es noch einmal.',
    'token-expired': 'Ihre Sitzung ist abgelaufen. Bitte versuchen Sie es noch einmal.',
    'sign-in-failed': 'Name oder Passwort ist falsch.',
    'session-ended': 'Sie sind nicht mehr angemeldet. Bitte melden Sie sich noch einmal an.',
    'site-token-refused':
      'Die Anmeldung über diese Website konnte nicht bestätigt werden. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'code-wrong': {
      one: 'Dieser Code stimmt nicht. Sie haben noch {n} Versuch.',
      other: 'Dieser Code stimmt nicht. Sie haben noch {n} Versuche.',
    },
    'code-expired': 'Dieser Code gilt nicht mehr. Bitte fordern Sie einen neuen an.',
    'sign-in-link-used':
      'Dieser Anmeldelink wurde schon benutzt oder ist abgelaufen. Bitte fordern Sie einen neuen an.',
    'not-allowed': 'Das dürfen Sie nicht.',
    'own-membership':
      'Sie können weder Ihre eigene Rolle ändern noch sich selbst entfernen. Jemand mit diesem Recht kann es tun.',
    'owner-only': 'Das ist nur mit der Rolle „Owner“ möglich.',
    'origin-not-allowed':
      'Die Kommentare dieser Website können von dieser Adresse aus nicht genutzt werden. Wer die Website betreibt, kann es erlauben.',
    'own-decision':
      'Dieser Widerspruch richtet sich gegen Ihre eigene Entscheidung. Jemand anderes aus dem Team muss entscheiden.',
    suspended: 'Bis {until} können Sie keine Kommentare schreiben. Grund: {why}.',
    banned: 'Sie können auf dieser Website keine Kommentare mehr schreiben. Grund: {why}.',
    'warning-unread':
      'Die Moderation hat Sie verwarnt ({why}). Bitte bestätigen Sie, dass Sie die Verwarnung gelesen haben.',
    'not-found': 'Unter dieser Adresse gibt es nichts.',
    'unknown-site': 'Diese Website ist hier nicht bekannt. Bitte prüfen Sie ihren Namen in der Seite.',
    'member-gone': 'Diese Person gehört nicht mehr zum Team.',
    'method-not-allowed': 'Diese Adresse nimmt diese Methode nicht an.',
    'duplicate-comment': 'Diesen Kommentar haben Sie bereits abgeschickt.',
    'already-decided': 'Über diesen Kommentar wurde bereits entschieden: {by}.',
    'stale-version': 'Dieser Kommentar hat sich inzwischen geändert. Bitte sehen Sie noch einmal nach.',
    'content-changed': 'Der Text wurde inzwischen bearbeitet. Bitte lesen Sie ihn noch einmal.',
    'name-taken': 'Dieser Name ist schon vergeben. Bitte wählen Sie einen anderen.',
    'settings-changed':
      '{by} hat diese Einstellungen inzwischen geändert. Es wurde noch nichts gespeichert; Ihre Änderungen sind noch da.',
    'site-exists': 'Eine Website hat diese Kennung bereits. Bitte wählen Sie eine andere.',
    'site-changed':
      '{by} hat diese Website inzwischen geändert. Es wurde noch nichts gespeichert; Ihre Änderungen sind noch da.',
    'from-file': 'Der Dienst hat das aus seiner Datei der Websites. Es lässt sich nur dort ändern.',
    'site-open': 'Bitte schließen Sie diese Website zuerst.',
    'name-differs': 'So heißt die Website nicht.',
    'demo-site': 'Die Vorführung legt diese Website bei jedem Start neu an. Setzen Sie zuerst DEMO=false.',
    'not-newest': 'Danach ist schon etwas anderes geschehen, daher kann dies nicht mehr zurückgenommen werden.',
    'confirm-number': 'Es geht derzeit um {count} Kommentare. Bitte bestätigen Sie die Zahl.',
    'member-changed': 'Die Rolle dieser Person wurde inzwischen geändert. Bitte sehen Sie noch einmal nach.',
    'edit-closed':
      'Dieser Kommentar kann nicht mehr bearbeitet werden: Die Frist ist abgelaufen, oder jemand hat geantwortet.',
    'thread-closed': 'Die Diskussion ist geschlossen: Hier kann nichts mehr geschrieben werden. Ihr Text ist noch da.',
    'pins-full': 'In dieser Diskussion sind schon drei Kommentare angeheftet. Bitte lösen Sie zuerst einen davon.',
    'featured-full':
      'In dieser Diskussion sind schon fünfzig Kommentare von der Redaktion ausgewählt. Bitte nehmen Sie zuerst einen davon heraus.',
    'list-full': 'Ihre Liste ist voll. Bitte nehmen Sie zuerst etwas heraus.',
    'appeal-closed': 'Gegen diese Entscheidung ist kein Widerspruch möglich, oder nicht mehr.',
    'comment-wiped':
      'Der Text dieses Kommentars wird nicht mehr aufbewahrt, daher kann über ihn nichts mehr entschieden werden.',
    'sanctions-changed':
      'Die Maßnahmen gegen diese Person haben sich inzwischen geändert. Es ist nichts geschehen; bitte sehen Sie noch einmal nach.',
    'sanction-over': 'Diese Maßnahme gilt nicht mehr.',
    'setup-link-used': 'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte fordern Sie einen neuen an.',
    'body-too-large': 'Das ist zu groß, um gesendet zu werden. Bitte kürzen Sie es.',
    'unsupported-media-type': 'Die Anfrage muss JSON sein (Content-Type: application/json).',
    'parent-not-found': 'Der Kommentar, auf den Sie antworten, ist nicht mehr verfügbar. Ihr Text ist noch da.',
    'idempotency-key-reused': 'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt.',
    'invalid-transition': 'Das ist bei diesem Kommentar nicht möglich.',
    'claimed-by-other': '{by} sieht sich diesen Kommentar gerade an. Sie können ihn übernehmen.',
    'claim-required':
      'Auf dieser Website wird ein Kommentar reserviert, bevor über ihn entschieden wird. Bitte öffnen Sie ihn zuerst.',
    'too-many-chosen': 'Das sind zu viele auf einmal: höchstens {limit} Kommentare.',
    'work-needed':
      'Gerade kommen sehr viele Kommentare an. Ihr Browser muss zuerst einen Moment rechnen, was nur auf einer Seite mit https geht. Sonst versuchen Sie es bitte in einigen Minuten noch einmal.',
    'rate-limited': 'Das war viel auf einmal. Bitte versuchen Sie es in {minutes}\u00a0Min. noch einmal.',
    'slow-mode': 'Die Diskussion ist sehr lebhaft: Jede Person kann alle {n}\u00a0s einen Kommentar schreiben.',
    'second-factor-needed': 'Das Team verlangt einen zweiten Faktor. Bitte richten Sie zuerst einen ein.',
    'proof-required': 'Bitte bestätigen Sie zuerst, dass Sie es sind.',
    'last-second-factor': 'Das Team verlangt einen zweiten Faktor, und das ist Ihr letzter.',
    'own-second-factor-first': 'Bitte richten Sie zuerst selbst einen zweiten Faktor ein.',
    'challenge-over': 'Das hat zu lange gedauert oder wurde schon beantwortet. Bitte beginnen Sie von vorn.',
    'wrong-code': 'Dieser Code ist falsch oder wurde schon benutzt.',
    'wrong-password': 'Das Passwort ist falsch.',
    'passkey-refused':
      'Dieser Passkey wurde nicht angenommen. Bitte versuchen Sie es noch einmal oder melden Sie sich anders an.',
    internal: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    'store-unavailable': 'Die Kommentare sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  },
  fields: { ...fields, ...settingFields },
};
