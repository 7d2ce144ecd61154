import type { CsvWords } from '../export-csv.js';
import type { Locale } from './command.js';

export const CSV_WORDS: Record<Locale, CsvWords> = {
  fr: {
    notShown: '(non posée)',
    other: 'précision',
    postalCode: 'code postal',
    meta: ['identifiant', 'version', 'reçue le', 'terminée le', 'tardive', 'en tant que', 'département'],
  },
  en: {
    notShown: '(not asked)',
    other: 'in their words',
    postalCode: 'postal code',
    meta: ['id', 'version', 'received', 'finished', 'late', 'answered as', 'département'],
  },
};

type Format = 'csv' | 'jsonl';

interface Exported {
  id: string;
  title: string;
  count: number;
  formats: readonly Format[];
}

const FILES: Record<Locale, Record<Format, (id: string) => string>> = {
  fr: {
    csv: (id) =>
      `- ${id}.csv : une ligne par réponse, une colonne par question (plusieurs pour un tableau ou plusieurs champs de
  texte). Séparateur : point-virgule ; encodage : UTF-8. Une cellule vide : la question a été vue et laissée sans
  réponse. « (non posée) » : la question n’a pas été posée à cette personne. Les choix multiples sont séparés par
  « | », un classement par « > ». Un texte qu’un tableur prendrait pour une formule commence par une apostrophe.`,
    jsonl: (id) => `- ${id}.jsonl : une réponse par ligne, au format JSON, telle qu’elle a été envoyée.`,
  },
  en: {
    csv: (id) =>
      `- ${id}.csv: a row an answer, a column a question (several for a grid or for several text fields). Separator:
  semicolon; encoding: UTF-8. An empty cell: the question was seen and left without an answer. “(not asked)”: the
  question was not put to this person. Multiple choices are separated by “|”, a ranking by “>”. Text that a
  spreadsheet would take for a formula begins with an apostrophe.`,
    jsonl: (id) => `- ${id}.jsonl: an answer a line, in JSON, as it was sent.`,
  },
};

/** The word that goes with the files. */
export const README: Record<Locale, (exported: Exported) => string> = {
  fr: ({ id, title, count, formats }) => `Réponses brutes à la consultation « ${title.trim()} » (${id})
${count} réponse(s)

ATTENTION : DONNÉES PERSONNELLES. Les textes libres peuvent nommer ou décrire quelqu’un, et une combinaison de réponses
peut désigner une personne. Ne publiez pas ces fichiers, ne les envoyez pas par courriel, gardez-les le temps annoncé
dans les mentions d’information, puis effacez-les.

Contenu
${formats.map((format) => FILES.fr[format](id)).join('\n')}

N’y sont pas : les réponses retirées, celles qui ont été remplacées par une correction, les codes de reçu.
L’ordre des lignes est sans signification. Les heures sont en temps universel (UTC), sauf celle de fin de saisie, qui est
donnée par l’appareil de la personne. Tardive (1) : terminée avant la clôture, arrivée dans le délai de grâce.
`,
  en: ({ id, title, count, formats }) => `Raw answers to the consultation “${title.trim()}” (${id})
${count} answer(s)

BEWARE: PERSONAL DATA. Free text may name or describe somebody, and a combination of answers may point at a person. Do
not publish these files, do not send them by e-mail, keep them for the time announced in the notice, then erase them.

Contents
${formats.map((format) => FILES.en[format](id)).join('\n')}

Not in it: answers that were withdrawn, those that were replaced by a correction, receipt codes.
The order of the rows means nothing. Times are UTC, but for the time of finishing, which is given by the person's own
device. Late (1): finished before the closing, arrived within the days of grace.
`,
};
