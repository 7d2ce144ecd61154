import { counted } from '../../counted.fr.js';

/** French sentences of `<cnr-comments>` and `<cnr-comment>`. */
export const fr = {
  loading: 'Chargement des commentaires…',
  failed: 'Les commentaires ne s’affichent pas. Vérifiez votre réseau, puis réessayez.',
  retry: 'Réessayer',
  empty: 'Aucun commentaire pour l’instant.',
  more: 'Voir plus de commentaires',
  author: (name: string | undefined, date: string) => `${name ?? 'Sans nom'}, le ${date}`,
  report: 'Signaler',
  reportOf: (author: string) => `Signaler le commentaire\u00a0: ${author}`,

  title: 'Écrire un commentaire',
  correctTitle: 'Corriger mon commentaire',
  label: 'Votre commentaire (obligatoire)',
  hint: 'Restez courtois, et n’écrivez aucune donnée personnelle.',
  before: 'Un modérateur le lit avant qu’il soit publié.',
  after: 'Il est publié tout de suite\u00a0; un modérateur peut le refuser ensuite.',
  name: 'Nom à montrer (facultatif)',
  left: (left: number) =>
    left < 0
      ? `${counted(-left, 'caractère', 'caractères')} de trop`
      : counted(left, 'caractère restant', 'caractères restants'),
  missing: 'Écrivez votre commentaire, par exemple ce que vous ajouteriez.',
  tooLong: (over: number) => `Retirez ${counted(over, 'caractère', 'caractères')}.`,
  send: 'Envoyer le commentaire',
  sending: 'Envoi en cours…',
  unsaved: 'Ni enregistré ni envoyé. Votre texte est toujours ici\u00a0: réessayez.',
  another: 'Écrire un autre commentaire',
};

export type CommentsMessages = typeof fr;
