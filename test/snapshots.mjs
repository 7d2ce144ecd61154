// test/snapshots/*.txt: what assistive technology is given of a story, kept so that a change of it is read before it is
// committed. A file a title of Storybook's; in it `# ` and a story's name, then its lines. What is not named there is
// not compared: to add a story, add the line with its name, and write.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainName } from '@cnr-widgets/contract';
import { treeOf } from './tree.mjs';

const FOLDER = fileURLToPath(new URL('snapshots', import.meta.url));
const COMMAND = 'CNR_SNAPSHOTS=write node --test test/stories.test.mjs';
const isWriting = process.env.CNR_SNAPSHOTS === 'write';

/** A story that has been played may still hear from its backend, or from its storage. */
const SETTLES_WITHIN_MS = 5000;
/** As many looks in a row see the same of a story that is written. */
const SAME_LOOKS = 8;

/** @param {string} title of Storybook's, e.g. `Propositions/Écrire` @returns what is kept of its stories */
export function snapshotsOf(title) {
  // `Questionnaire/Après l’envoi` is in questionnaire-apres-l-envoi.txt.
  const file = path.join(FOLDER, `${plainName(title).replaceAll(' ', '-')}.txt`);
  const kept = existsSync(file) ? parsed(readFileSync(file, 'utf8')) : new Map();
  return {
    /** The names of the stories. */
    names: [...kept.keys()],

    /** @throws when the story, which the page shows, is kept and is not what is kept */
    async compare(page, session, { name }) {
      if (!kept.has(name)) return;
      if (isWriting) kept.set(name, await settled(page, session));
      else await same(page, session, kept.get(name), `${path.relative(process.cwd(), file)}, ${name}`);
    },

    write() {
      if (isWriting && kept.size > 0) writeFileSync(file, printed(kept));
    },
  };
}

async function same(page, session, expected, where) {
  const end = performance.now() + SETTLES_WITHIN_MS;
  let shown = await treeOf(session);
  while (shown !== expected && performance.now() < end) {
    await nextPicture(page);
    shown = await treeOf(session);
  }
  assert.equal(
    shown,
    expected,
    `${where}: assistive technology is given something else. If that is meant: ${COMMAND}`,
  );
}

async function settled(page, session) {
  let shown = '';
  for (let looks = 0; looks < SAME_LOOKS; looks += 1) {
    const now = await treeOf(session);
    if (now !== shown) looks = 0;
    shown = now;
    await nextPicture(page);
  }
  return shown;
}

const nextPicture = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve())));

function parsed(text) {
  const parts = text.split(/^# /m).filter(Boolean);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end).trim(), part.slice(end + 1).trimEnd()];
    }),
  );
}

function printed(kept) {
  return [...kept].map(([name, tree]) => `# ${name}\n${tree}\n`).join('\n');
}
