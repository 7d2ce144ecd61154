import { counted } from '../counted.fr.js';

/** French sentences of `<cnr-support>`. */
export const fr = {
  support: 'Soutenir',
  /** Stands after `support` and before the count in the button's name. */
  named: (title: string) => `\u00a0: ${title}`,
  supports: (count: number) => counted(count, 'soutien', 'soutiens'),
  supported: 'Vous avez donné votre soutien.',

  left: (left: number) => `Il vous reste ${counted(left, 'soutien', 'soutiens')}.`,
  noneLeft: 'Vous avez donné tous vos soutiens. Retirez-en un pour en donner un autre.',

  queued: (on: boolean, leaving: boolean) =>
    `${on ? 'Soutien' : 'Retrait'} enregistré sur cet appareil, ${leaving ? 'envoi en cours' : 'pas encore envoyé'}.`,
  memoryOnly: 'Pas encore envoyé, et ce navigateur ne garde rien\u00a0: laissez cette page ouverte.',
  later: (time: string) => `Trop de soutiens à la suite\u00a0: celui-ci partira à ${time}.`,
  received: 'Soutien compté.',
  receivedOff: 'Soutien retiré.',
  cancelled: 'Soutien annulé\u00a0: rien n’a été envoyé.',
  unsaved: 'Soutien ni enregistré ni envoyé. Appuyez à nouveau.',
  refused: (reason: string) => `Soutien non accepté. ${reason}`,

  closed: 'Les soutiens sont fermés.',
  notYet: 'Les soutiens ne sont pas encore ouverts.',
  gone: 'Ce texte n’est plus publié.',
  limit: 'Vous avez atteint la limite\u00a0: retirez un autre soutien, puis réessayez.',
  notAllowed: 'Ce site n’est pas autorisé à recueillir des soutiens.',
  other: (code: string) => `Le service l’a refusé (${code}). Contactez l’organisateur.`,

  data: 'Vos données',

  unknown: 'Nombre de soutiens indisponible.',
  notInstalled: (code: string) => `Ce bouton est mal installé sur cette page (${code}).`,
};

export type SupportMessages = typeof fr;
