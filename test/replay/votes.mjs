// A stream of votes as a file tells it, and what it comes to: the recount knows nothing of the client or the server.

const COLUMNS = ['timestamp', 'subject', 'voter', 'vote'];

/**
 * @typedef {{ at: number, subject: string, voter: string, vote: 1 | 0 | -1 }} Vote
 * `at` in milliseconds since the epoch; 1: support, 0: none, -1: withdrawn
 */

/**
 * Reads a file with the columns timestamp (RFC 3339, or seconds or milliseconds since the epoch), subject, voter and
 * vote, in any order, others beside them. Returns the votes in the order in which they were cast: by time, and as
 * the file has them where times are equal.
 * @param {string} text
 * @returns {Vote[]}
 * @throws an error that names the line
 */
export function readVotes(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = cells(lines[0] ?? '', 1).map((name) => name.trim().toLowerCase());
  const at = COLUMNS.map((name) => header.indexOf(name));
  const missing = COLUMNS.filter((_, place) => at[place] === -1);
  if (missing.length > 0) throw new Error(`line 1: there is no column ${missing.join(', ')}`);
  const votes = [];
  for (const [place, line] of lines.entries()) {
    if (place === 0 || line.trim() === '') continue;
    const row = cells(line, place + 1);
    const [timestamp, subject, voter, vote] = at.map((column) => (row[column] ?? '').trim());
    if (subject === '' || voter === '') throw new Error(`line ${place + 1}: subject or voter is empty`);
    if (!['1', '0', '-1'].includes(vote)) throw new Error(`line ${place + 1}: "${vote}" is no vote`);
    votes.push({ at: instant(timestamp, place + 1), subject, voter, vote: Number(vote) });
  }
  return votes.sort((one, other) => one.at - other.at);
}

/** A number below this is of seconds: as milliseconds it would be in 1973. */
const MILLISECONDS_FROM = 1e11;

function instant(text, line) {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  const at = number === undefined ? Date.parse(text) : number < MILLISECONDS_FROM ? number * 1000 : number;
  if (Number.isNaN(at)) throw new Error(`line ${line}: "${text}" is no time`);
  return at;
}

/** RFC 4180, a record a line. */
function cells(line, number) {
  const found = [];
  const cell = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;
  while (cell.lastIndex <= line.length) {
    const match = cell.exec(line);
    if (!match) throw new Error(`line ${number}: a quote is not closed, or stands within a cell`);
    const [, text, end] = match;
    found.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '') break;
  }
  return found;
}

/**
 * How many support each subject once everything is cast: a voter's last vote on it is what counts.
 * @param {readonly Vote[]} votes in the order in which they were cast
 * @returns {Map<string, number>} 0 where nobody does any more
 */
export function recount(votes) {
  const last = new Map();
  for (const { subject, voter, vote } of votes) last.set(JSON.stringify([subject, voter]), vote);
  const counts = new Map(votes.map(({ subject }) => [subject, 0]));
  for (const [key, vote] of last) {
    const [subject] = JSON.parse(key);
    if (vote === 1) counts.set(subject, counts.get(subject) + 1);
  }
  return counts;
}
