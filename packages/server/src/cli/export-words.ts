import type { CsvWords } from '../export-csv.js';
import type { Locale } from './command.js';

export const CSV_WORDS: Record<Locale, CsvWords> = {
  fr: {
    notShown: '(non posée)',
    other: 'précision',
    postalCode: 'code postal',
    meta: ['numéro', 'version', 'reçue le', 'tardive', 'en tant que', 'département'],
  },
  en: {
    notShown: '(not asked)',
    other: 'in their words',
    postalCode: 'postal code',
    meta: ['number', 'version', 'received on', 'late', 'answered as', 'département'],
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
  « | », un classement par « > ». Dans un texte, une apostrophe est ajoutée là où un tableur pourrait lire une
  formule.`,
    jsonl: (id) =>
      `- ${id}.jsonl : une réponse par ligne, au format JSON, les réponses et le profil tels qu’ils ont été envoyés.`,
  },
  en: {
    csv: (id) =>
      `- ${id}.csv: a row an answer, a column a question (several for a grid or for several text fields). Separator:
  semicolon; encoding: UTF-8. An empty cell: the question was seen and left without an answer. “(not asked)”: the
  question was not put to this person. Multiple choices are separated by “|”, a ranking by “>”. An apostrophe is put
  in text where a spreadsheet could read a formula.`,
    jsonl: (id) =>
      `- ${id}.jsonl: an answer a line, in JSON, what was answered and the profile as they were sent.`,
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

Chaque réponse a :
- un numéro, le même dans tous les fichiers de cet export, mais pas d’un export à l’autre ; l’ordre est sans
  signification ;
- la version du questionnaire à laquelle la personne a répondu ;
- le jour où la réponse est arrivée, à l’heure locale de la consultation ;
- « tardive » (1 ou true) : terminée avant la clôture, arrivée dans le délai de grâce ;
- le profil, là où il est demandé.

N’y sont pas : les réponses retirées, celles qui ont été remplacées par une correction, les codes de reçu, l’identifiant
des réponses et l’heure. Avec l’identifiant et l’heure, ces fichiers permettraient d’obtenir le code de reçu d’une
personne, donc de retirer ou de changer sa réponse.
Une réponse retirée après cet export y est encore : refaites-le avant de l’utiliser.
`,
  en: ({ id, title, count, formats }) => `Raw answers to the consultation “${title.trim()}” (${id})
${count} answer(s)

BEWARE: PERSONAL DATA. Free text may name or describe somebody, and a combination of answers may point at a person. Do
not publish these files, do not send them by e-mail, keep them for the time announced in the notice, then erase them.

Contents
${formats.map((format) => FILES.en[format](id)).join('\n')}

Each answer has:
- a number, the same in all files of this export, and not from one export to another; the order means nothing;
- the version of the questionnaire that the person answered;
- the day on which the answer came, in the consultation's time zone;
- “late” (1 or true): finished before the closing, arrived within the days of grace;
- the profile, where it is asked.

Not in it: answers that were withdrawn, those that were replaced by a correction, receipt codes, the ids of answers and
the time. With id and time these files would get a person's receipt code, and so withdraw or change what they said.
An answer that was withdrawn after this export is still in it: make it anew before you use it.
`,
};
