import { setImmediate } from 'node:timers/promises';
import type { Consultation } from '@cnr-widgets/contract';
import type { Database } from '../database.js';
import { Gazetteer } from '../geo/gazetteer.js';
import {
  importMeetings,
  MovedIntoPastError,
  TooManyAbsentError,
  type ImportedMeetings,
} from '../meetings/imported.js';
import { readMeetings, type MeetingFile } from '../meetings/import-file.js';
import {
  CliError,
  readArgs,
  unknownConsultation,
  UsageError,
  withDatabase,
  type Context,
} from './command.js';
import { refuseOver, tellRegistered } from './meetings-registered.js';
import { remarks, tellAbsent, tellFaults, tellMends } from './meetings-words.js';
import { startProgress } from './progress.js';

/** Where meetings are that are nowhere but on the network, unless their consultation says otherwise. */
const TIME_ZONE = 'Europe/Paris';

/** `cnr meetings check`: without a database. */
export async function checkFile(args: string[], context: Context): Promise<number> {
  const { values, positionals } = readArgs(args, { details: { type: 'boolean' } }, context.locale);
  const [file, ...more] = positionals;
  const words = remarks(context);
  if (file === undefined || more.length > 0) throw new UsageError(words.needsFile);
  const read = await readFile(file, TIME_ZONE, context);
  const details = values.details === true;
  tellFaults(file, read, details, context.print, context);
  tellMends(file, read, details, context.print, context);
  context.print(words.checked(read.meetings.length, read.wrong));
  return read.wrong > 0 ? 1 : 0;
}

/** `cnr meetings import` */
export async function importFile(args: string[], context: Context): Promise<number> {
  const { values, positionals } = readArgs(
    args,
    {
      'dry-run': { type: 'boolean' },
      'skip-wrong': { type: 'boolean' },
      'cancel-absent': { type: 'boolean' },
      yes: { type: 'boolean' },
      details: { type: 'boolean' },
    },
    context.locale,
  );
  const [consultation, file, ...more] = positionals;
  const words = remarks(context);
  if (consultation === undefined || file === undefined || more.length > 0) {
    throw new UsageError(words.needsBoth);
  }
  // A row that is wrong is absent as well, and must not cancel its meeting.
  if (values['skip-wrong'] && values['cancel-absent']) throw new UsageError(words.notTogether);
  return withDatabase(context, async (db) => {
    const { timeZone } = await consultationOf(db, consultation, context);
    const read = await readFile(file, timeZone, context);
    const details = values.details === true;
    tellFaults(file, read, details, context.tell, context);
    tellMends(file, read, details, context.tell, context);
    if (read.meetings.length === 0 || (read.wrong > 0 && !values['skip-wrong'])) {
      throw new CliError(words.nothing(read.wrong));
    }
    const [cancelAbsent, dryRun] = [values['cancel-absent'] === true, values['dry-run'] === true];
    const imported = await importMeetings(db, consultation, read.meetings, new Date(), {
      ...{ cancelAbsent, sure: values.yes === true, dryRun },
    }).catch((error: unknown) => {
      throw refusal(error, details, context) ?? error;
    });
    tellRest(imported, cancelAbsent, details, context);
    context.print(words.done(consultation, imported, read.wrong, dryRun));
    return 0;
  });
}

async function readFile(file: string, timeZone: string, context: Context): Promise<MeetingFile> {
  const progress = startProgress(context, { fr: 'Lecture du fichier…', en: 'Reading the file…' });
  try {
    const gazetteer = await Gazetteer.open();
    const onRow = async (done: number, total: number) => {
      progress.step(done, total);
      // Reading would leave no time to tell of it.
      await setImmediate();
    };
    return await readMeetings(file, { gazetteer, timeZone, onRow }, context);
  } finally {
    progress.stop();
  }
}

/** The definition that is served. @throws CliError where there is none, or where it holds no meetings */
async function consultationOf(
  db: Database,
  id: string,
  context: Context,
): Promise<Omit<Consultation, 'draft'>> {
  const row = await db
    .selectFrom('consultations')
    .innerJoin('consultation_versions as versions', (join) =>
      join
        .onRef('versions.consultation', '=', 'consultations.id')
        .onRef('versions.version', '=', 'consultations.version'),
    )
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw unknownConsultation(id, context);
  if (!row.definition.meetings) throw new CliError(remarks(context).holdsNone(id));
  return row.definition;
}

/** Names what would be cancelled, or over, and says how to do so. */
function refusal(error: unknown, details: boolean, context: Context): CliError | undefined {
  if (error instanceof MovedIntoPastError) {
    return new CliError(refuseOver(error.moved, details, context), { cause: error });
  }
  if (!(error instanceof TooManyAbsentError)) return undefined;
  const { absent, toCome } = error;
  const words = remarks(context);
  context.tell(words.wouldCancel(absent.length));
  tellAbsent(absent, details, context);
  return new CliError(words.tooMany(absent.length, toCome), { cause: error });
}

function tellRest(
  { absent, overbooked, registered }: ImportedMeetings,
  cancelled: boolean,
  details: boolean,
  context: Context,
): void {
  const words = remarks(context);
  for (const { id, attendance, places, taken } of overbooked) {
    context.tell(words.overbooked(id, attendance, places, taken));
  }
  tellRegistered(registered, details, context);
  if (absent.length === 0) return;
  context.tell(cancelled ? words.cancelled(absent.length) : words.left(absent.length));
  tellAbsent(absent, details, context);
}
