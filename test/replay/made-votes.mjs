// A made stream: what a button on a busy page sees, repeats and changes of mind included.
import { chance } from '../../demo/chance.mjs';

/**
 * A file's text. Some subjects and some voters are busier than others; a third of the votes come back to a subject on
 * which the voter voted before, to say the same again or the contrary.
 * @param {{ seed: number, votes: number, voters: number, subjects: number }} size
 */
export function madeVotes({ seed, votes, voters, subjects }) {
  const random = chance(seed);
  /** The lower the number, the more often it is drawn. */
  const draw = (count) => Math.floor(random() ** 2 * count);
  const cast = new Map();
  const lines = ['timestamp,subject,voter,vote'];
  let at = Date.parse('2026-10-05T06:00:00Z');
  for (let made = 0; made < votes; made += 1) {
    at += Math.floor(random() * 20_000);
    // Each votes at least once, so that there are as many as were asked for.
    const voter = made < voters ? made : draw(voters);
    const known = [...(cast.get(voter) ?? new Map())];
    const again = known.length > 0 && random() < 1 / 3;
    const [subject, before] = again
      ? known[Math.floor(random() * known.length)]
      : [made < subjects ? made : draw(subjects), 0];
    const repeats = again && random() < 1 / 3;
    const vote = repeats ? before : before === 1 ? (random() < 0.5 ? 0 : -1) : random() < 0.9 ? 1 : 0;
    cast.set(voter, (cast.get(voter) ?? new Map()).set(subject, vote));
    lines.push(`${new Date(at).toISOString()},sujet-${subject + 1},votant-${voter + 1},${vote}`);
  }
  return `${lines.join('\n')}\n`;
}
