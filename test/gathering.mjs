// A consultation of a test's own that holds public meetings, imported as an operator imports them, and its page.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayAfter, instantIn, readTowns, zoneOf } from '../demo/meetings/make.mjs';
import { demoDefinition, until } from './stage.mjs';

export const towns = readTowns(readFileSync(new URL('../demo/meetings/towns.csv', import.meta.url), 'utf8'));

/** A town of the demo, by its name and département. */
export function town(city, departement) {
  const found = towns.find((one) => one.city === city && one.departement === departement);
  if (!found) throw new Error(`the demo has no ${city} (${departement})`);
  return found;
}

/**
 * A meeting from half past six in the evening on, where it is.
 * @param {string} id
 * @param {{ city?: string, departement?: string, postalCode?: string, commune?: string, point?: object }} where
 * @param {object} [changes]
 * @param {number} [inDays] from today
 */
export function meetingIn(id, where, changes = {}, inDays = 10) {
  const timeZone = zoneOf(where.departement);
  const day = dayAfter(new Date(), inDays);
  return {
    id,
    title: `Parlons-en à ${where.city}`,
    timeZone,
    sessions: [{ start: instantIn(timeZone, day, '18:30'), end: instantIn(timeZone, day, '20:30') }],
    place: { address: '3 place de la Mairie', ...where },
    ...changes,
  };
}

/** Publishes it with these meetings, and waits until they are served. @returns the address of its page */
export async function openGathering(stage, id, meetings) {
  const definition = { ...demoDefinition('rencontres-services-publics'), id, title: `Rencontres ${id}` };
  await stage.publish(definition);
  const file = path.join(stage.folder, `${id}-meetings.json`);
  writeFileSync(file, JSON.stringify(meetings));
  await stage.cnr('meetings', 'import', id, file);
  const { url } = stage.proxy;
  await until(`the meetings of ${id} are served`, async () => {
    const list = await (await fetch(`${url}/v1/consultations/${id}/meetings`)).json();
    return list.meetings.length === meetings.length;
  });
  return stage.host.page(
    id,
    `<cnr-meeting-map backend="${url}" consultation="${id}">
      <a href="${url}/c/${id}">Trouver une réunion</a></cnr-meeting-map>`,
  );
}

/** The meetings in the list, and what it says about how many and in which order. */
export const listOf = (page) => page.locator('cnr-meeting-map .list-side .items > li');
export const countOf = (page) => page.locator('cnr-meeting-map #count');

/** Words as they are compared: a no-break space is a space. */
export const plain = (text) => text.replace(/\s+/g, ' ').trim();
