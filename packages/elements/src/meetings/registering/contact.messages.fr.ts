import { counted } from '../../counted.fr.js';

/** French sentences of `<cnr-contact>`. */
export const fr = {
  summary: 'Être prévenu d’un changement, signaler un besoin (facultatif)',
  summaryLeft: 'Adresse et besoins laissés à l’organisateur',
  intro: 'Ce que vous écrivez ici n’est pas gardé sur cet appareil. Seul l’organisateur le lit.',
  replaces:
    'Ce que vous envoyez remplace ce que vous aviez laissé. Rien n’est gardé sur cet appareil. Seul l’organisateur le lit.',
  unconfirmed: 'Relisez votre adresse\u00a0: aucun message ne la vérifie. Il faut du réseau pour l’envoyer.',
  email: 'Courriel pour vous prévenir d’un changement (facultatif)',
  emailHint: 'Votre adresse, par exemple camille@exemple.fr.',
  needs: 'Besoins particuliers (facultatif)',
  needsHint: 'Avec vos mots, par exemple\u00a0: une place pour un fauteuil roulant.',
  consent: (days: number) =>
    `J’accepte que l’organisateur lise ce que j’ai écrit ci-dessus pour cette réunion. Ce que j’ai écrit est effacé avec mon inscription, ${
      days === 0 ? 'dès la fin de la réunion' : `${counted(days, 'jour', 'jours')} après la réunion`
    }, ou quand je le demande ici.`,
  send: 'Envoyer à l’organisateur',
  sending: 'Envoi en cours…',
  errors: (count: number) =>
    count === 1 ? 'Un champ est à revoir' : `${counted(count, 'champ', 'champs')} à revoir`,
  faults: {
    nothing: 'Courriel ou besoins\u00a0: remplissez au moins un des deux, ou n’envoyez rien.',
    email: 'Courriel\u00a0: écrivez une adresse complète, par exemple camille@exemple.fr.',
    needs: (over: number) => `Besoins\u00a0: retirez ${counted(over, 'caractère', 'caractères')}.`,
    consent: 'Accord\u00a0: cochez la case pour envoyer, ou n’envoyez rien.',
  },
  notices: {
    sent: 'Envoyé à l’organisateur. Rien n’est gardé sur cet appareil.',
    erased: 'Effacé chez l’organisateur.',
    offline:
      'Le service ne répond pas\u00a0: rien n’est envoyé. Votre texte est dans les champs, et nulle part ailleurs. Réessayez quand le réseau revient.',
    refused: 'Le service n’a pas accepté cet envoi. Relisez votre adresse, puis réessayez.',
  },
  left: (email: boolean, needs: boolean) =>
    `L’organisateur a ${[email && 'une adresse', needs && 'vos besoins'].filter(Boolean).join(' et ')}.`,
  erase: 'Effacer ce que j’ai laissé',
  eraseSure: 'L’organisateur ne pourra plus vous prévenir ni répondre à ces besoins. Effacer\u00a0?',
  eraseConfirm: 'Oui, effacer',
  cancel: 'Annuler',
};

export type ContactMessages = typeof fr;
