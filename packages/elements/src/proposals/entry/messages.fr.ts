import type { ContributionKind, ProposalStatus } from '@cnr-widgets/contract';
import { counted } from '../../counted.fr.js';
import type { OutboxMessages } from '../../outbox/messages.fr.js';
import type { RefusalMessages } from '../../refusal/messages.fr.js';
import { receiptWordsFr } from './receipt-words.fr.js';

/** Where something stands, as its author reads it. */
type Standings = Readonly<Record<ProposalStatus, string>>;

/** French sentences of `<cnr-entry>`. */
export const fr = {
  queuedTitle: 'Enregistré sur cet appareil, pas encore envoyé',
  unsavedTitle: 'Pas encore envoyé, et ce navigateur ne garde rien',
  refusedTitle: 'Votre texte n’a pas été accepté',
  receivedOn: (date: string, kind: ContributionKind) =>
    `${kind === 'comment' ? 'Commentaire' : kind === 'report' ? 'Signalement' : 'Texte'} reçu le ${date}.`,
  late: 'Arrivé après la date de fin, et accepté.',
  withdrawn: 'Retiré\u00a0: ce texte est effacé et n’est plus montré à personne.',
  erased: 'Effacé de cet appareil.',
  standing: {
    proposal: {
      submitted: 'En attente de lecture par les modérateurs.',
      published: 'Publiée.',
      refused: 'Refusée par les modérateurs.',
      selected: 'Publiée, et retenue par l’organisateur.',
      answered: 'Publiée, et l’organisateur a répondu.',
      archived: 'Archivée\u00a0: elle reste lisible.',
    },
    comment: {
      submitted: 'En attente de lecture par les modérateurs.',
      published: 'Publié.',
      refused: 'Refusé par les modérateurs.',
      selected: 'Publié.',
      answered: 'Publié.',
      archived: 'Publié.',
    },
  } as Readonly<Record<'proposal' | 'comment', Standings>>,
  reported: 'Merci. Les modérateurs vont lire votre signalement.',
  standingUnknown: 'Où en est ce texte\u00a0? Le service ne répond pas pour l’instant.',
  reason: (reason: string) => `Motif\u00a0: ${reason}`,
  receiptOf: 'Code de reçu, correction et retrait',
  read: 'Lire en ligne',

  receipt: receiptWordsFr,
  withdrawSure: (perWeek: number) =>
    `Ce texte sera effacé et ne sera plus montré à personne. Il comptera encore dans la limite de ${counted(perWeek, 'texte', 'textes')} par semaine. Voulez-vous le retirer\u00a0?`,

  outbox: {
    waits:
      'Votre texte partira tout seul quand le réseau revient\u00a0: ici, ou quand vous rouvrirez cette page.',
    waitsInPage:
      'Votre texte partira au retour du réseau si cette page reste ouverte. Ne la fermez pas avant, ou enregistrez-le dans un fichier.',
    eraseSure: 'Ce texte n’a pas été reçu. Si vous l’effacez, il est perdu. Voulez-vous l’effacer\u00a0?',
  } as Partial<OutboxMessages>,
  refusal: {
    resendNew: 'Envoyer à nouveau',
    kept: 'Votre texte est toujours sur cet appareil\u00a0: rien n’est perdu.',
  } as Partial<RefusalMessages>,
  reasons: {
    closed: 'Les dépôts sont fermés. Votre texte est arrivé trop tard.',
    'not-open-yet': 'Les dépôts ne sont pas encore ouverts.',
    'unknown-consultation': 'Le service ne connaît pas cette consultation, ou ne la publie plus.',
    'unknown-version': 'Les règles ont changé. Relisez votre texte, puis renvoyez-le.',
    'invalid-contribution': 'Un titre, un texte ou un thème ne suit pas les règles. Relisez, puis renvoyez.',
    'content-conflict':
      'Une autre version de ce texte a déjà été reçue, par exemple depuis un autre onglet. Vous pouvez envoyer celle-ci à part.',
    withdrawn: 'Ce texte a été retiré. Vous pouvez en envoyer un nouveau.',
    'already-replaced':
      'Le texte que vous corrigez a déjà été corrigé\u00a0: utilisez le code du dernier reçu.',
    'unknown-receipt-code': 'Le texte que vous corrigez est introuvable.',
    'not-correctable':
      'Ce texte a déjà été soutenu ou étudié\u00a0: il ne peut plus être changé, seulement retiré.',
    'not-offered': 'Cette consultation ne recueille pas ce que vous envoyez.',
    'unknown-subject': 'Le texte auquel vous répondez n’est plus publié.',
    'subject-closed': 'Vous ne pouvez plus répondre à ce texte.',
    'origin-not-allowed':
      'Ce site n’est pas autorisé à recueillir vos textes. Écrivez sur le site de l’organisateur.',
    'too-large': 'Votre texte est trop long. Raccourcissez-le, puis renvoyez-le.',
  } as Readonly<Record<string, string>>,
  limit: (max: number | undefined, until: string | undefined) =>
    `Vous avez atteint la limite${max === undefined ? '' : ` de ${max} par semaine`}.${
      until === undefined ? '' : ` Vous pourrez renvoyer ce texte le ${until}.`
    }`,
};

export type EntryMessages = typeof fr;
