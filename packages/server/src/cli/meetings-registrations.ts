import { eraseRegistrations } from '../meetings/erase-registrations.js';
import {
  listRegistrations,
  registrationsCsv,
  registrationTable,
  type ListedRegistration,
} from '../meetings/registration-list.js';
import { aligned } from './columns.js';
import {
  actorOf,
  CliError,
  readArgs,
  say,
  unknownConsultation,
  UsageError,
  withDatabase,
  type Bilingual,
  type Context,
} from './command.js';
import { plain } from './moderating.js';
import { writeFiles } from './written-files.js';

const NEEDED: Bilingual = {
  fr: 'il faut donner : l’identifiant d’une consultation, celui d’une rencontre, et au besoin un fichier .csv',
  en: 'this is needed: the id of a consultation, that of a meeting, and a .csv file if you want one',
};
const NOBODY: Bilingual = { fr: 'Personne n’est inscrit.', en: 'Nobody is registered.' };

/** `cnr meetings registrations`: on the screen, or into a file for a spreadsheet. */
export async function showRegistrations(args: string[], context: Context): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    { as: { type: 'string' }, force: { type: 'boolean' } },
    context.locale,
  );
  const [consultation, meeting, file, ...more] = positionals;
  if (consultation === undefined || meeting === undefined || more.length > 0) {
    throw new UsageError(say(context, NEEDED));
  }
  const actor = actorOf(context, values.as);
  const read = async () => {
    const rows = await withDatabase(context, async (db) => {
      const known = db.selectFrom('consultations').select('id').where('id', '=', consultation);
      if (!(await known.executeTakeFirst())) throw unknownConsultation(consultation, context);
      return listRegistrations(db, { consultation, meeting, actor, now: new Date() });
    });
    if (!rows) throw new CliError(unknownMeeting(consultation, meeting, context));
    return rows;
  };
  if (file === undefined) show(await read(), context);
  else await save(file, values.force === true, read, context);
  return 0;
}

/** `cnr meetings purge`: at once what the server does every hour. */
export async function purge(args: string[], context: Context): Promise<number> {
  const { positionals } = readArgs(args, {}, context.locale);
  if (positionals.length > 0) {
    const nothing = { fr: 'rien n’est attendu après « purge »', en: 'nothing is expected after “purge”' };
    throw new UsageError(say(context, nothing));
  }
  const { meetings, registrations, failures } = await withDatabase(context, (db) =>
    eraseRegistrations(db, new Date()),
  );
  context.print(
    say(context, {
      fr: `${registrations} inscription(s) effacée(s), de ${meetings} rencontre(s) dont le délai est passé`,
      en: `${registrations} registration(s) erased, of ${meetings} meeting(s) whose time is over`,
    }),
  );
  if (failures.length === 0) return 0;
  const kept = failures.map(
    ({ consultation, meeting, error }) => `\n  ${consultation}/${meeting}: ${plain(String(error))}`,
  );
  const sentence = {
    fr: 'Des rencontres dont le délai est passé gardent leurs inscriptions :',
    en: 'Meetings whose time is over keep their registrations:',
  };
  throw new CliError(say(context, sentence) + kept.join(''), { cause: failures[0]?.error });
}

function show(rows: readonly ListedRegistration[], context: Context): void {
  if (rows.length === 0) return context.print(say(context, NOBODY));
  const { head, lines } = registrationTable(rows, context.locale);
  const cells = lines.map((line) => line.map((cell) => plain(String(cell)).replace(/\s+/g, ' ')));
  for (const line of aligned([[...head], ...cells])) context.print(line);
}

/** Nobody's name is read, which the journal would tell, where the file cannot be written. */
async function save(
  file: string,
  force: boolean,
  read: () => Promise<ListedRegistration[]>,
  context: Context,
): Promise<void> {
  const rows = await writeFiles([file], { force }, context, async ([write]) => {
    const listed = await read();
    await write(registrationsCsv(listed, context.locale));
    return listed;
  });
  context.print(
    say(context, {
      fr: `${rows.length} inscription(s) dans ${file} : données personnelles, à effacer après la rencontre`,
      en: `${rows.length} registration(s) in ${file}: personal data, to be erased after the meeting`,
    }),
  );
}

function unknownMeeting(consultation: string, meeting: string, context: Context): string {
  return say(context, {
    fr: `Aucune rencontre « ${meeting} » dans « ${consultation} ». La liste : cnr meetings list ${consultation}`,
    en: `There is no meeting “${meeting}” in “${consultation}”. The list: cnr meetings list ${consultation}`,
  });
}
