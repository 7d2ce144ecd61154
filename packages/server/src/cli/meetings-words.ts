import type { Attendance } from '@cnr-widgets/contract';
import type { MeetingFile } from '../meetings/import-file.js';
import { MENDS, type Mend } from '../meetings/import-words.js';
import type { ImportedMeetings } from '../meetings/imported.js';
import { say, type Bilingual, type Context } from './command.js';
import { oneLine, plain } from './moderating.js';
import { rowIn } from './read-csv.js';

/** A table to fill in: the columns that most organisers need, and two examples. */
export const TEMPLATE: Bilingual = {
  fr: `identifiant;titre;description;thème;organisateur;date;heure de début;heure de fin;lieu;adresse;code postal;commune;lat;lng;places;inscription;accès PMR;boucle auditive;langue des signes;lien visio;statut
sante-laval-1;Se soigner près de chez soi;"Une soirée pour dire ce qui manque.";Santé;Préfecture de la Mayenne;03/12/2026;18h30;20h30;Salle polyvalente;3 place de Hercé;53000;Laval;;;80;oui;oui;non;oui;;
sante-denis-1;Se soigner dans les Hauts;;Santé;Préfecture de La Réunion;10/12/2026;17h00;;Mairie annexe;;97400;Saint-Denis;-20,8823;55,4504;;non;oui;;;https://visio.example/sante-denis;`,
  en: `id;title;description;theme;organiser;date;start time;end time;venue;street;postal code;city;lat;lng;capacity;registration;step free;hearing loop;sign language;remote link;status
health-laval-1;Care close to home;"An evening to say what is missing.";Health;Préfecture de la Mayenne;03/12/2026;18:30;20:30;Salle polyvalente;3 place de Hercé;53000;Laval;;;80;yes;yes;no;yes;;
health-denis-1;Care in the hills;;Health;Préfecture de La Réunion;10/12/2026;17:00;;Mairie annexe;;97400;Saint-Denis;-20.8823;55.4504;;no;yes;;;https://visio.example/health-denis;`,
};

/** Lines that are told of faults or absent meetings, and lines of a file that one of them names; the rest is counted. */
const NAMED = 12;

type Write = (line: string) => void;

/**
 * Each fault with its line and column: those that are alike once with their lines, or each of them. Then the columns
 * that nothing is made of.
 */
export function tellFaults(
  file: string,
  { faults, unknown, table }: MeetingFile,
  details: boolean,
  write: Write,
  context: Context,
): void {
  const french = context.locale === 'fr';
  const word = french ? 'erreur' : 'fault';
  const colon = french ? ' : ' : ': ';
  const kinds = details ? faults.map((fault) => [fault]) : alike(faults);
  for (const [first, ...others] of details ? kinds : kinds.slice(0, NAMED)) {
    if (!first) continue;
    const all = [first, ...others].map(({ line }) => line);
    const at = others.length === 0 ? first.at : withoutPlaces(first.at);
    const on = others.length === 0 ? '' : ` (${all.length})${colon}${linesOf(all, table, context)}`;
    const about = at === '' ? '' : `${plain(at)}${colon}`;
    write(
      `${place(file, table, first, context)}  ${word}  ${about}${first.message}${cellOf(first, context)}${on}`,
    );
  }
  const rest = details ? 0 : kinds.slice(NAMED).flat().length;
  if (rest > 0) write(remarks(context).moreFaults(rest));
  if (unknown.length > 0) {
    const names = plain(unknown.join(', '));
    write(french ? `Colonnes non reprises : ${names}` : `Columns left aside: ${names}`);
  }
}

/** The row of a table, the line of a file of JSON. */
function place(
  file: string,
  table: boolean,
  { line, id }: { line: number; id?: string | undefined },
  { locale }: Context,
): string {
  return table ? rowIn(file, line, locale, id && oneLine(id, 40)) : `${file}:${line}`;
}

/** What stands in the cell, as it was read. */
function cellOf({ read = '' }: MeetingFile['faults'][number], { locale }: Context): string {
  const cell = oneLine(read, 40);
  if (cell === '') return '';
  return locale === 'fr' ? ` (lu : « ${cell} »)` : ` (read: “${cell}”)`;
}

/** Faults by what they say of which column, in the order of the first of each. */
function alike(faults: MeetingFile['faults']): MeetingFile['faults'][] {
  const kinds = new Map<string, MeetingFile['faults']>();
  for (const fault of faults) {
    const kind = JSON.stringify([withoutPlaces(fault.at), fault.message]);
    const same = kinds.get(kind);
    if (same) same.push(fault);
    else kinds.set(kind, [fault]);
  }
  return [...kinds.values()];
}

/** A path in JSON, whichever meeting of the list it is in. */
function withoutPlaces(at: string): string {
  return at.replace(/\[\d+\]/g, '[…]');
}

function linesOf(lines: readonly number[], table: boolean, { locale }: Context): string {
  const named = lines.slice(0, NAMED).join(', ');
  const rest = lines.length - NAMED;
  if (locale === 'fr')
    return `ligne(s) ${named}${rest > 0 ? ` et ${rest} autre(s) (toutes : --details)` : ''}`;
  return `${table ? 'row' : 'line'}(s) ${named}${rest > 0 ? ` and ${rest} more (all of them: --details)` : ''}`;
}

/** Names meetings that the file does not name any more: some, or each of them. */
export function tellAbsent(absent: ImportedMeetings['absent'], details: boolean, context: Context): void {
  for (const { id, title } of details ? absent : absent.slice(0, NAMED)) {
    context.tell(`  ${id}  ${plain(title)}`);
  }
  const rest = absent.length - NAMED;
  if (!details && rest > 0) context.tell(`  ${remarks(context).moreAbsent(rest)}`);
}

/** What was mended: each kind once with its lines, or each of them. */
export function tellMends(
  file: string,
  { mends, table }: MeetingFile,
  details: boolean,
  write: Write,
  context: Context,
): void {
  const french = context.locale === 'fr';
  const separator = french ? ' : ' : ': ';
  if (details) {
    for (const { line, mend, before, after } of mends) {
      const change = plain([before, after].filter((one) => one !== '').join(' → '));
      const colon = change === '' ? '' : separator;
      write(
        `${place(file, table, { line }, context)}  ${french ? 'réparé' : 'mended'}  ${say(context, MENDS[mend])}${colon}${change}`,
      );
    }
    return;
  }
  const lines = new Map<Mend, number[]>();
  for (const { mend, line } of mends) lines.set(mend, [...(lines.get(mend) ?? []), line]);
  for (const [mend, where] of lines) {
    const what = `${say(context, MENDS[mend])} (${where.length})`;
    write(`${french ? 'Réparé' : 'Mended'}  ${what}${separator}${linesOf(where, table, context)}`);
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
    moreFaults: (count: number) =>
      pick(
        `… et ${count} autre(s) erreur(s) : --details les dit toutes`,
        `… and ${count} more fault(s): --details tells all of them`,
      ),
    moreAbsent: (count: number) =>
      pick(
        `… et ${count} autre(s) : --details les nomme toutes`,
        `… and ${count} more: --details names all of them`,
      ),
    wouldCancel: (count: number) =>
      pick(
        `${count} rencontre(s) à venir ne sont plus dans le fichier, et seraient annulées :`,
        `${count} meeting(s) to come are in the file no more, and would be cancelled:`,
      ),
    tooMany: (count: number, toCome: number) =>
      pick(
        `Rien n’a été enregistré : --cancel-absent annulerait ${count} rencontre(s) sur ${toCome} à venir, plus de la moitié. Est-ce le bon fichier ? Si oui, ajoutez --yes`,
        `Nothing was recorded: --cancel-absent would cancel ${count} of ${toCome} meeting(s) to come, more than half. Is it the right file? If so, add --yes`,
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
