import type { Attendance } from '@cnr-widgets/contract';
import type { MeetingFile } from '../meetings/import-file.js';
import { MENDS, type Mend } from '../meetings/import-words.js';
import type { ImportedMeetings } from '../meetings/imported.js';
import { say, type Bilingual, type Context } from './command.js';
import { plain } from './moderating.js';

/** A table to fill in: the columns that most organisers need, and two examples. */
export const TEMPLATE: Bilingual = {
  fr: `identifiant;titre;description;thème;organisateur;date;heure de début;heure de fin;lieu;adresse;code postal;commune;lat;lng;places;inscription;accès PMR;boucle auditive;langue des signes;lien visio;statut
sante-laval-1;Se soigner près de chez soi;"Une soirée pour dire ce qui manque.";Santé;Préfecture de la Mayenne;03/12/2026;18h30;20h30;Salle polyvalente;3 place de Hercé;53000;Laval;;;80;oui;oui;non;oui;;
sante-denis-1;Se soigner dans les Hauts;;Santé;Préfecture de La Réunion;10/12/2026;17h00;;Mairie annexe;;97400;Saint-Denis;-20,8823;55,4504;;non;oui;;;https://visio.example/sante-denis;`,
  en: `id;title;description;theme;organiser;date;start time;end time;venue;street;postal code;city;lat;lng;capacity;registration;step free;hearing loop;sign language;remote link;status
health-laval-1;Care close to home;"An evening to say what is missing.";Health;Préfecture de la Mayenne;03/12/2026;18:30;20:30;Salle polyvalente;3 place de Hercé;53000;Laval;;;80;yes;yes;no;yes;;
health-denis-1;Care in the hills;;Health;Préfecture de La Réunion;10/12/2026;17:00;;Mairie annexe;;97400;Saint-Denis;-20.8823;55.4504;;no;yes;;;https://visio.example/health-denis;`,
};

/** Lines of one mend that are named; the rest is counted. */
const NAMED = 12;

type Write = (line: string) => void;

/** Each fault with its line and column, then the columns that nothing is made of. */
export function tellFaults(
  file: string,
  { faults, unknown }: MeetingFile,
  write: Write,
  context: Context,
): void {
  const french = context.locale === 'fr';
  const word = french ? 'erreur' : 'fault';
  for (const { line, at, message } of faults) {
    write(`${file}:${line}  ${word}  ${plain(at)}${french ? ' ' : ''}: ${message}`);
  }
  if (unknown.length > 0) {
    const names = plain(unknown.join(', '));
    write(french ? `Colonnes non reprises : ${names}` : `Columns left aside: ${names}`);
  }
}

/** What was mended: each kind once with its lines, or each of them. */
export function tellMends(
  file: string,
  { mends }: MeetingFile,
  details: boolean,
  write: Write,
  context: Context,
): void {
  const french = context.locale === 'fr';
  if (details) {
    for (const { line, mend, before, after } of mends) {
      const change = plain([before, after].filter((one) => one !== '').join(' → '));
      const colon = change === '' ? '' : french ? ' : ' : ': ';
      write(
        `${file}:${line}  ${french ? 'réparé' : 'mended'}  ${say(context, MENDS[mend])}${colon}${change}`,
      );
    }
    return;
  }
  const lines = new Map<Mend, number[]>();
  for (const { mend, line } of mends) lines.set(mend, [...(lines.get(mend) ?? []), line]);
  for (const [mend, where] of lines) {
    const named = where.slice(0, NAMED).join(', ');
    const more = where.length > NAMED ? (french ? ' et d’autres' : ' and others') : '';
    const on = french ? `ligne(s) ${named}${more}` : `line(s) ${named}${more}`;
    write(
      `${french ? 'Réparé' : 'Mended'}  ${say(context, MENDS[mend])} (${where.length})${french ? ' ' : ''}: ${on}`,
    );
  }
}

const SEATS: Record<Attendance, Bilingual> = {
  'on-site': { fr: 'sur place', en: 'on site' },
  remote: { fr: 'à distance', en: 'remote' },
};

/** All else that importing says. */
export function remarks({ locale }: Context) {
  const pick = (fr: string, en: string) => (locale === 'fr' ? fr : en);
  return {
    needsFile: pick('il faut donner : un fichier', 'this is needed: a file'),
    needsBoth: pick(
      'il faut donner : l’identifiant d’une consultation, et un fichier',
      'this is needed: the id of a consultation, and a file',
    ),
    notTogether: pick(
      '--skip-wrong et --cancel-absent ne vont pas ensemble : une ligne fausse ne doit pas annuler sa rencontre',
      '--skip-wrong and --cancel-absent do not go together: a wrong line must not cancel its meeting',
    ),
    checked: (right: number, wrong: number) =>
      pick(
        `${right} rencontre(s) juste(s), ${wrong} à corriger.`,
        `${right} meeting(s) right, ${wrong} to mend.`,
      ),
    nothing: (wrong: number) =>
      pick(
        `Rien n’a été enregistré : ${wrong} rencontre(s) à corriger. Pour enregistrer les autres : --skip-wrong`,
        `Nothing was recorded: ${wrong} meeting(s) to mend. To record the others: --skip-wrong`,
      ),
    holdsNone: (id: string) =>
      pick(
        `« ${id} » ne tient pas de rencontres : ajoutez "meetings": {} à son fichier, puis cnr import`,
        `“${id}” holds no meetings: add "meetings": {} to its file, then cnr import`,
      ),
    overbooked: (id: string, attendance: Attendance, places: number, taken: number) =>
      pick(
        `${id} : ${places} place(s) ${SEATS[attendance].fr}, et ${taken} déjà données. Personne n’est désinscrit.`,
        `${id}: ${places} place(s) ${SEATS[attendance].en}, and ${taken} given already. Nobody loses theirs.`,
      ),
    left: (count: number) =>
      pick(
        `${count} rencontre(s) à venir ne sont plus dans le fichier, et restent comme elles sont (--cancel-absent les annule) :`,
        `${count} meeting(s) to come are in the file no more, and stay as they are (--cancel-absent cancels them):`,
      ),
    cancelled: (count: number) =>
      pick(
        `${count} rencontre(s) qui ne sont plus dans le fichier sont annulées :`,
        `${count} meeting(s) that are in the file no more are cancelled:`,
      ),
    done: (id: string, { added, changed, unchanged }: ImportedMeetings, wrong: number, dryRun: boolean) => {
      const counts = pick(
        `${added.length} ajoutée(s), ${changed.length} changée(s), ${unchanged.length} inchangée(s)`,
        `${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged`,
      );
      const skipped = wrong === 0 ? '' : pick(`, ${wrong} laissée(s) de côté`, `, ${wrong} left aside`);
      const tried = dryRun ? pick(' (essai : rien n’est enregistré)', ' (a trial: nothing is recorded)') : '';
      return pick(`${id} : ${counts}${skipped}${tried}.`, `${id}: ${counts}${skipped}${tried}.`);
    },
  };
}
