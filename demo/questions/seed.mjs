// Fills the demo's citizens' questions: each word goes the road of any citizen's and any moderator's, at the hour at
// which it could have been said. Made people support them.
import { readFileSync } from 'node:fs';
import { openDatabase } from '../../packages/server/dist/database.js';
import { Consultations } from '../../packages/server/dist/consultations.js';
import { Contributions } from '../../packages/server/dist/contributions.js';
import { decide, ModerationError } from '../../packages/server/dist/moderation/decide.js';
import { foldSupports } from '../../packages/server/dist/support-folding.js';
import { hash, uuid } from '../made-of-text.mjs';

const HOUR = 3_600_000;
const ABREAST = 8;
const MODERATOR = 'Modération (démonstration)';
const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * Does nothing where it was done before.
 * @param {{ databaseUrl: string, site: string, now?: Date }} options `site`: where the film of an answer is served
 */
export async function seedQuestions({ databaseUrl, site, now = new Date() }) {
  const { consultation, questions } = JSON.parse(file('questions.json'));
  const db = openDatabase(databaseUrl, { connections: ABREAST });
  try {
    let clock = now;
    const consultations = new Consultations(db, () => clock);
    const contributions = new Contributions(db, consultations, () => clock);
    const { version, definition } = await consultations.find(consultation);
    const until = Math.min(now.getTime(), Date.parse(definition.closesAt) - HOUR);
    const place = { consultation, definitionVersion: version };
    const steps = questions.flatMap((question) => stepsOf(question, { place, site, until }));
    if (await isThere(db, steps)) return;
    for (const together of abreast(steps.sort((one, other) => one.at - other.at))) {
      clock = new Date(Math.min(together[0].at, until));
      await Promise.all(
        together.map(({ contribution, act }) =>
          contribution
            ? contributions.accept(contribution)
            : decideOnce(db, { ...act, consultation, actor: MODERATOR, now: clock }),
        ),
      );
    }
    // What the server does within seconds, so that the very first list is in its order.
    for (const later of [0, HOUR]) await foldSupports(db, new Date(until + later));
  } finally {
    await db.destroy();
  }
}

/** In their order; supports that follow each other go together, which takes a fraction of the time. */
function abreast(steps) {
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const joins = [step, last?.[0]].every((each) => each?.contribution?.kind === 'support');
    if (joins && last.length < ABREAST) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

async function isThere(db, steps) {
  const ids = steps.flatMap(({ contribution }) => contribution?.id ?? []);
  const { count } = await db
    .selectFrom('sent')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return Number(count) === ids.length;
}

/** A start that was stopped half-way decided already. */
async function decideOnce(db, decision) {
  try {
    await decide(db, decision);
  } catch (error) {
    if (!(error instanceof ModerationError && error.code === 'not-possible')) throw error;
  }
}

/** What happens to a question, each with its hour: ids and contents are the same at every start. */
function stepsOf(question, { place, site, until }) {
  const { id, title, text, theme, territory, name, on, becomes, reason, answer } = question;
  const subject = `proposal:${id}`;
  const asked = hourOf(on, 9, id);
  const shown = asked + 5 * HOUR;
  const send = (
    at,
    kind,
    payload,
    own = uuid(`${kind} ${subject} ${payload.text ?? payload.pseudonym}`),
  ) => ({
    at,
    // The device's clock, which is not asked for the hour: what must be the same at each start.
    contribution: { id: own, kind, ...place, createdAt: new Date(asked).toISOString(), payload },
  });
  const decided = (at, act, about = subject) => ({ at, act: { subject: about, ...act } });

  const deposit = { pseudonym: uuid(`author ${id}`), title, text, ...given({ theme, territory, name }) };
  const steps = [send(asked, 'proposal', deposit, id)];
  if (becomes === 'submitted') return steps;
  if (becomes === 'refused') return [...steps, decided(shown, { act: 'refuse', reason })];
  steps.push(decided(shown, { act: 'accept' }));
  let open = until;
  if (becomes === 'answered') {
    const said = JSON.parse(file(answer).replaceAll('{{site}}', site));
    open = hourOf(said.date, 11, id);
    steps.push(decided(open, { act: 'answer', answer: said }));
  }
  if (becomes === 'selected') steps.push(decided(shown + 30 * 24 * HOUR, { act: 'select' }));
  steps.push(...supports(question, { shown, open }).map(({ at, payload }) => send(at, 'support', payload)));
  for (const comment of question.comments) steps.push(...commentSteps(comment, { subject, send, decided }));
  return steps;
}

function commentSteps({ text, name, on, waiting, reported }, { subject, send, decided }) {
  const at = hourOf(on, 18, text);
  const author = { pseudonym: uuid(`author ${text}`), subject, text, ...given({ name }) };
  const written = send(at, 'comment', author);
  if (waiting) return [written];
  const about = `comment:${written.contribution.id}`;
  const steps = [written, decided(at + HOUR, { act: 'accept' }, about)];
  const reader = { pseudonym: uuid(`reader ${text}`), subject: about, reason: reported };
  return reported ? [...steps, send(at + 9 * HOUR, 'report', reader)] : steps;
}

/** More come in the first days than later, and some still today, so that the trends have something to show. */
function supports({ id, supports: count }, { shown, open }) {
  return Array.from({ length: count }, (_, place) => ({
    at: shown + (open - shown) * chance(`${id} ${place}`) ** 1.6,
    payload: { pseudonym: uuid(`person ${place}`), subject: `proposal:${id}`, on: true, revision: 1 },
  }));
}

/** An hour of that day, and minutes of its own, in the consultation's winter time. */
function hourOf(day, hour, salt) {
  return Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+01:00`) + chance(salt) * HOUR;
}

/** Without what is absent. */
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** From 0 to below 1, the same for the same text. */
const chance = (text) => hash(text).readUInt32BE() / 2 ** 32;
