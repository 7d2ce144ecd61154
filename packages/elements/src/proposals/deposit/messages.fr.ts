import { counted } from '../../counted.fr.js';
import type { Noun } from '../forum.js';

/** French sentences of `<cnr-deposit>`. */
export const fr = {
  title: { proposals: 'Déposer une proposition', questions: 'Poser une question' },
  correctTitle: ([one]: Noun) => `Corriger ma ${one}`,
  rules: (perWeek: number, [one, many]: Noun, before: boolean) =>
    `${counted(perWeek, one, many)} par semaine et par personne. ${
      before
        ? 'Un modérateur lit chaque texte avant qu’il soit publié.'
        : 'Votre texte est publié tout de suite\u00a0; un modérateur peut le refuser ensuite.'
    }`,
  reached: (until: string) =>
    `Cet appareil a déjà atteint cette limite. Vous pourrez envoyer à partir du ${until}.`,
  charter: 'Règles à suivre',
  charterAgreed: 'En envoyant, vous acceptez ces règles.',

  titleLabel: 'Titre (obligatoire)',
  /** `sent`: what is typed goes to the service before it is sent. */
  titleHint: ([one, many]: Noun, sent: boolean) =>
    `Votre ${one} en une phrase.${
      sent
        ? ` Le service la reçoit pendant que vous l’écrivez, pour trouver les ${many} proches\u00a0: il ne la garde pas.`
        : ''
    }`,
  textLabel: 'Texte (obligatoire)',
  textHint: 'Expliquez avec vos mots. N’écrivez aucune donnée personnelle, ni la vôtre ni celle d’un autre.',
  theme: 'Thème (facultatif)',
  noTheme: 'Sans thème',
  territory: 'Département concerné (facultatif)',
  noTerritory: 'Aucun en particulier',
  name: 'Nom à montrer (facultatif)',
  nameHint:
    'Un prénom, un pseudonyme\u00a0: tout le monde le verra. Si vous laissez ce champ vide, votre texte paraît sans nom.',
  left: (left: number) =>
    left < 0
      ? `${counted(-left, 'caractère', 'caractères')} de trop`
      : counted(left, 'caractère restant', 'caractères restants'),

  similarTitle: 'Peut-être déjà écrit\u00a0: soutenez plutôt que de répéter',
  similarRead: 'Peut-être déjà écrit\u00a0: lisez avant de répéter',
  similarClosed: {
    answered: ([one]: Noun) => `Cette ${one} a déjà une réponse\u00a0: lisez-la dans la liste.`,
    archived: ([one]: Noun) => `Cette ${one} est archivée\u00a0: elle se lit encore dans la liste.`,
  },
  similarFound: (count: number, [one, many]: Noun) =>
    `${counted(count, `${one} proche trouvée`, `${many} proches trouvées`)} sous le titre.`,

  errors: (count: number) =>
    count === 1 ? 'Un champ est à revoir' : `${counted(count, 'champ', 'champs')} à revoir`,
  faults: {
    title: {
      proposals:
        'Titre\u00a0: dites votre proposition en une phrase, par exemple «\u00a0Un bus le dimanche vers la gare\u00a0».',
      questions:
        'Titre\u00a0: posez votre question en une phrase, par exemple «\u00a0Quand un bus ira-t-il à la gare le dimanche\u00a0?\u00a0».',
    },
    titleLong: (over: number) => `Titre\u00a0: retirez ${counted(over, 'caractère', 'caractères')}.`,
    text: {
      proposals: 'Texte\u00a0: expliquez en quelques phrases ce que vous proposez, et pourquoi.',
      questions: 'Texte\u00a0: expliquez en quelques phrases ce que vous voulez savoir, et pourquoi.',
    },
    textLong: (over: number) => `Texte\u00a0: retirez ${counted(over, 'caractère', 'caractères')}.`,
    nameLong: (over: number) => `Nom\u00a0: retirez ${counted(over, 'caractère', 'caractères')}.`,
  },

  review: 'Relire avant d’envoyer',
  previewTitle: 'Voici ce que les autres verront',
  by: (name: string) => `par ${name}`,
  noName: 'sans nom',
  send: 'Envoyer',
  change: 'Modifier',
  sending: 'Envoi en cours…',
  unsaved: 'Votre texte n’est ni enregistré ni envoyé. Il est toujours sur cette page\u00a0: réessayez.',
  another: { proposals: 'Déposer une autre proposition', questions: 'Poser une autre question' },
  doneTitle: ([one]: Noun) => `Votre ${one}`,
};

export type DepositMessages = typeof fr;
