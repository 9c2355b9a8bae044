import { fields } from '../fields/es.ts';
import { settingFields } from '../fields/setting-es.ts';
import type { ProblemSentences } from './sentences.ts';

export const es: ProblemSentences = {
  problems: {
    'own-comment': 'No se puede votar el propio comentario.',
    'not-offered': 'Este sitio no ofrece esa opción.',
    'invalid-json': 'No se ha podido leer la petición. Vuelva a intentarlo, por favor.',
    'validation-failed': 'Corrija los campos señalados, por favor.',
    'idempotency-key-invalid': 'La cabecera Idempotency-Key debe tener entre 8 y 100 letras, cifras, «-» o «_».',
    'cursor-invalid': 'Esta posición de la lista ya no existe. Vuelva a cargar la lista, por favor.',
    'token-missing': 'Inicie sesión primero, por favor.',
    'token-invalid': 'Su sesión no es válida. Vuelva a intentarlo, por favor.',
    'token-expired': 'Su sesión ha caducado. Vuelva a intentarlo, por favor.',
    'sign-in-failed': 'El nombre o la contraseña no son correctos.',
    'session-ended': 'Su sesión ha terminado. Vuelva a iniciar sesión, por favor.',
    'site-token-refused':
      'No se ha podido confirmar el acceso desde este sitio. Vuelva a cargar la página e inténtelo de nuevo, por favor.',
    'code-wrong': {
      one: 'Este código no es correcto. Le queda {n} intento.',
      many: 'Este código no es correcto. Le quedan {n} intentos.',
      other: 'Este código no es correcto. Le quedan {n} intentos.',
    },
    'code-expired': 'Este código ya no es válido. Pida uno nuevo, por favor.',
    'sign-in-link-used': 'Este enlace de acceso ya se ha usado o ha caducado. Pida uno nuevo, por favor.',
    'not-allowed': 'No tiene permiso para hacer esto.',
    'own-membership':
      'No puede cambiar su propio rol ni retirarse del equipo. Puede hacerlo otra persona que tenga ese derecho.',
    'owner-only': 'Esto requiere el rol de propietario.',
    'origin-not-allowed':
      'Los comentarios de este sitio no se pueden usar desde esta dirección. Quien administra el sitio puede permitirlo.',
    'own-decision': 'Esta reclamación es contra su propia decisión. Debe decidir otra persona del equipo.',
    suspended: 'No puede escribir comentarios hasta el {until}. Motivo: {why}.',
    banned: 'Ya no puede escribir comentarios en este sitio. Motivo: {why}.',
    'warning-unread': 'La moderación le ha enviado una advertencia ({why}). Confirme que la ha leído, por favor.',
    'not-found': 'No hay nada en esta dirección.',
    'unknown-site': 'Este sitio no se conoce aquí. Compruebe el nombre del sitio en la página, por favor.',
    'member-gone': 'Esta persona ya no forma parte del equipo.',
    'method-not-allowed': 'Esta dirección no acepta este método.',
    'duplicate-comment': 'Ya ha publicado este comentario.',
    'already-decided': '{by} ya ha decidido sobre este comentario.',
    'stale-version': 'Este comentario ha cambiado entretanto. Vuelva a mirarlo, por favor.',
    'content-changed': 'El texto se ha modificado entretanto. Vuelva a leerlo, por favor.',
    'name-taken': 'Este nombre ya está en uso. Elija otro, por favor.',
    'settings-changed':
      '{by} ha modificado estos ajustes entretanto. Aún no se ha guardado nada; sus cambios siguen aquí.',
    'site-exists': 'Ya hay un sitio con este identificador. Elija otro, por favor.',
    'site-changed': '{by} ha modificado este sitio entretanto. Aún no se ha guardado nada; sus cambios siguen aquí.',
    'not-newest': 'Esto ya no es lo último que se ha hecho, por lo que no se puede deshacer.',
    'confirm-number': 'En este momento se trata de {count} comentarios. Confirme el número, por favor.',
    'member-changed': 'El rol de esta persona ha cambiado entretanto. Vuelva a mirarlo, por favor.',
    'edit-closed': 'Este comentario ya no se puede editar: ha pasado el plazo o alguien ha respondido.',
    'thread-closed': 'La conversación está cerrada: ya no se puede escribir aquí. Su texto se ha conservado.',
    'pins-full': 'Ya hay tres comentarios fijados en esta conversación. Desfije antes uno de ellos, por favor.',
    'featured-full':
      'Esta conversación ya tiene cincuenta comentarios destacados por la redacción. Quite antes uno de ellos, por favor.',
    'list-full': 'Su lista está llena. Quite antes algo de ella, por favor.',
    'appeal-closed': 'Contra esta decisión no cabe reclamación, o ya no.',
    'sanctions-changed':
      'Las medidas sobre esta persona han cambiado entretanto. No se ha hecho nada; vuelva a mirarlas, por favor.',
    'sanction-over': 'Esta medida ya no está en vigor.',
    'setup-link-used': 'Este enlace ya se ha usado o ha caducado. Pida uno nuevo, por favor.',
    'body-too-large': 'Es demasiado grande para enviarse. Acórtelo, por favor.',
    'unsupported-media-type': 'La petición debe ser JSON (Content-Type: application/json).',
    'parent-not-found': 'El comentario al que responde ya no está disponible. Su texto sigue aquí.',
    'idempotency-key-reused': 'Esta Idempotency-Key ya se ha usado para otra petición.',
    'invalid-transition': 'Esto no es posible con este comentario.',
    'claimed-by-other': '{by} está examinando este comentario. Puede hacerse cargo de él.',
    'claim-required': 'En este sitio hay que reservar un comentario antes de decidir. Ábralo primero, por favor.',
    'too-many-chosen': 'Son demasiados a la vez: {limit} comentarios como máximo.',
    'rate-limited': 'Ha sido mucho de una vez. Vuelva a intentarlo dentro de {minutes}\u00a0min, por favor.',
    'slow-mode': 'La conversación está muy animada: cada persona puede escribir un comentario cada {n}\u00a0s.',
    internal: 'Se ha producido un error por nuestra parte. Vuelva a intentarlo, por favor.',
    'store-unavailable':
      'Los comentarios no están disponibles en este momento. Vuelva a intentarlo en un instante, por favor.',
  },
  fields: { ...fields, ...settingFields },
};
