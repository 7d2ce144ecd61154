// A consultation of a test's own in which citizens ask questions, what is asked in it, and how a page shows it.
import { send } from './send.mjs';
import { demoDefinition, RELOAD_MS, until } from './stage.mjs';

export const ASKED = [
  'Quand le bus du soir reviendra-t-il ?',
  'Qui entretient la digue ?',
  'Où est la crèche ?',
];

/** @param {string} id @param {object} rules over those of the demo's questions, whose moderation is made `after` */
export function forumConsultation(id, rules = {}) {
  const demo = demoDefinition('questions-pays-de-la-loire');
  return {
    ...demo,
    id,
    title: `Questions ${id}`,
    proposals: { ...demo.proposals, moderation: 'after', ...rules },
  };
}

/**
 * A forum with `ASKED` in it, and its pages: all of it, the third question open, and the first one's button alone.
 * @returns the questions' ids beside the addresses
 */
export async function openForum(stage, id, rules) {
  const definition = forumConsultation(id, rules);
  await stage.publish(definition);
  const ids = [];
  for (const title of ASKED) ids.push(await ask(stage, id, { title }));
  const tag = `backend="${stage.proxy.url}" consultation="${id}"`;
  return {
    id,
    definition,
    ids,
    list: stage.host.page(`liste-${id}`, `<cnr-proposals ${tag}><a href="#">Lire</a></cnr-proposals>`),
    opened: stage.host.page(`ouverte-${id}`, `<cnr-proposals ${tag} proposal="${ids[0]}"></cnr-proposals>`),
    alone: stage.host.page(
      `seul-${id}`,
      `<cnr-support ${tag} subject="proposal:${ids[0]}"><a href="#">Soutenir</a></cnr-support>`,
      { stylesheet: false, script: 'cnr-support.js' },
    ),
  };
}

/** Somebody else's device sends a question. @returns its id */
export async function ask(stage, consultation, content) {
  const { id } = await send(stage, consultation, 'proposal', { text: 'Je voudrais le savoir.', ...content });
  return id;
}

/** How many support each question by the rows themselves, in the order of `ids`. */
export async function supportersOf(stage, ids) {
  const rows = await stage.query(
    `select proposal, count(*)::int as count from supports where active and proposal = any($1::uuid[])
     group by proposal`,
    [ids],
  );
  const counts = new Map(rows.map(({ proposal, count }) => [proposal, count]));
  return ids.map((id) => counts.get(id) ?? 0);
}

/** The support button of a question on a page. */
export function supportButton(page, title) {
  return page.getByRole('button', { name: new RegExp(`^Soutenir\\s*: ${escaped(title)}`) });
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');

/** The count as the button's name says it; NaN while it is not known. */
export async function countOn(page, title) {
  // The number itself is for the eye alone; the name of the button ends with the whole of it.
  const end = await supportButton(page, title).evaluate((button) => button.lastElementChild.textContent);
  return Number(/^([\d\s]+)\s+soutiens?$/.exec(end.trim())?.[1].replace(/\s/g, '') ?? NaN);
}

/** Loads a page again until the counts that it shows, once they are there, are these; what is cached is 5 s old at most. */
export async function assertCounts(page, address, expected) {
  let shown;
  await until(
    `${address} shows ${JSON.stringify(expected)}`,
    async () => {
      await page.goto(address);
      shown = {};
      for (const title of Object.keys(expected)) {
        // A button that nobody sees asks for nothing.
        await supportButton(page, title).scrollIntoViewIfNeeded();
        await until(
          `a count of ${title} on ${address}`,
          async () => !Number.isNaN(await countOn(page, title)),
        );
        shown[title] = await countOn(page, title);
      }
      return Object.keys(expected).every((title) => shown[title] === expected[title]);
    },
    RELOAD_MS,
  ).catch((error) => {
    error.message += `; it shows ${JSON.stringify(shown)}`;
    throw error;
  });
}
