import type { Meeting } from '@cnr-widgets/contract';
import type { RegisteredMeeting } from '../meetings/meeting-writes.js';
import { say, type Bilingual, type Context } from './command.js';
import { plain } from './moderating.js';

/** Meetings that are named; the rest is counted. */
const NAMED = 12;

const CONCERNED: Bilingual = {
  fr: 'Des personnes sont inscrites à des rencontres que ce fichier change ou annule (ce serveur ne les prévient pas) :',
  en: 'People are registered for meetings that this file changes or cancels (this server does not tell them):',
};
const WOULD_BE_OVER: Bilingual = {
  fr: 'Des personnes sont inscrites à des rencontres à venir, qui seraient déjà passées :',
  en: 'People are registered for meetings to come, which would be over already:',
};
const REFUSED: Bilingual = {
  fr: 'Rien n’a été enregistré : après une rencontre, ses inscriptions sont effacées pour toujours. Les dates sont-elles justes ? Si oui, ajoutez --yes',
  en: 'Nothing was recorded: after a meeting, its registrations are erased for good. Are the dates right? If so, add --yes',
};

/** Names the meetings that an import changes although people are registered for them. */
export function tellRegistered(
  registered: readonly RegisteredMeeting[],
  details: boolean,
  context: Context,
): void {
  if (registered.length > 0) tellEach(CONCERNED, registered, details, context);
}

/** Names those that would be over at once. @returns why nothing was recorded */
export function refuseOver(moved: readonly RegisteredMeeting[], details: boolean, context: Context): string {
  tellEach(WOULD_BE_OVER, moved, details, context);
  return say(context, REFUSED);
}

function tellEach(
  sentence: Bilingual,
  meetings: readonly RegisteredMeeting[],
  details: boolean,
  context: Context,
): void {
  context.tell(say(context, sentence));
  for (const { before, after, registrations } of details ? meetings : meetings.slice(0, NAMED)) {
    const count = say(context, {
      fr: `${registrations} inscription(s)`,
      en: `${registrations} registration(s)`,
    });
    const parts = [after.id, plain(after.title), count, ...changesOf(before, after, context)];
    context.tell(`  ${parts.join('  ')}`);
  }
  const rest = meetings.length - NAMED;
  if (details || rest <= 0) return;
  context.tell(
    say(context, {
      fr: `  … et ${rest} autre(s) : --details les nomme toutes`,
      en: `  … and ${rest} more: --details names all of them`,
    }),
  );
}

/** What matters most to whoever wants to come. */
function changesOf(before: Meeting, after: Meeting, context: Context): string[] {
  const [was, is] = [timesOf(before), timesOf(after)];
  const moved = was === is ? [] : [`${was} → ${is}`];
  const cancelled = after.status === 'cancelled' && before.status !== 'cancelled';
  return cancelled ? [say(context, { fr: 'annulée', en: 'cancelled' }), ...moved] : moved;
}

/** On the clocks of the place, as in the list. */
function timesOf({ sessions }: Meeting): string {
  return sessions
    .map(({ start, end }) => `${start.slice(0, 16).replace('T', ' ')}–${end.slice(11, 16)}`)
    .join(', ');
}
