import {
  checkAnswer,
  graceEnds,
  parseContribution,
  parseQuestionnaire,
  phaseOf,
  replacedBy,
  type Contribution,
  type ContributionKind,
  type ContributionOf,
  type Problem,
  type ProblemCode,
  type PublishedConsultation,
  type Receipt,
  type Results,
} from '@cnr-widgets/contract';
import type { Backend, CallOptions } from './backend.js';
import { contentHashOf } from './content-hash.js';
import { ClientError } from './errors.js';
import { memoryBackends } from './open-backend.js';

/** A call on its way, as `intercept` sees it. */
export interface MemoryCall {
  name: 'consultation' | 'counts' | 'results' | 'put' | 'retrieve' | 'withdraw';
  consultation: string;
  /** Before the backend acts, or after it acted and before its answer arrives. */
  moment: 'before' | 'after';
}

export interface MemoryOptions {
  consultations: readonly PublishedConsultation[];
  /** Tallies by consultation; without them `results` is refused with `results-hidden`. */
  results?: Readonly<Record<string, Results>> | undefined;
  /** Milliseconds since the epoch. The phase follows it. */
  now?: (() => number) | undefined;
  /** May throw or wait: how stories and tests make a network that fails. */
  intercept?: ((call: MemoryCall, options?: CallOptions) => void | Promise<void>) | undefined;
}

export interface MemoryBackend extends Backend {
  /** What it holds, of one kind or of all: neither withdrawn nor replaced. */
  rows<Kind extends ContributionKind = ContributionKind>(kind?: Kind): ContributionOf<Kind>[];
}

interface Row {
  contribution: Contribution | null;
  receipt: Receipt;
  end?: 'withdrawn' | 'replaced';
}

/**
 * A backend within the page, with the rules of the real one: the replay check comes before phase and content, the
 * same id with other content is refused, a correction replaces, a withdrawn id is gone. `openBackend` finds it
 * by its name for as long as the page lives.
 */
export function memoryBackend(name: string, options: MemoryOptions): MemoryBackend {
  const { now = Date.now, intercept, results = {} } = options;
  const rows = new Map<string, Row>();
  const byCode = (consultation: string, code: string) =>
    [...rows.values()].find(({ receipt }) => receipt.code === code && receipt.consultation === consultation);
  const published = (id: string) => {
    const found = options.consultations.find(({ consultation }) => consultation.id === id);
    if (!found) throw failure(404, 'unknown-consultation');
    return { ...found, phase: phaseOf(found.consultation, new Date(now())) };
  };
  const around = async <T>(
    call: MemoryCall['name'],
    consultation: string,
    act: () => T | Promise<T>,
    callOptions?: CallOptions,
  ): Promise<T> => {
    if (callOptions?.signal?.aborted) throw new ClientError('aborted', 'the call was stopped');
    await intercept?.({ name: call, consultation, moment: 'before' }, callOptions);
    const answer = await act();
    await intercept?.({ name: call, consultation, moment: 'after' }, callOptions);
    return structuredClone(answer);
  };

  const record = async (sent: unknown): Promise<Receipt> => {
    const contribution = readContribution(sent);
    const contentHash = await contentHashOf(contribution);
    const known = rows.get(contribution.id);
    if (known?.end === 'withdrawn') throw failure(410, 'withdrawn');
    if (known && known.receipt.contentHash !== contentHash) throw failure(422, 'content-conflict');
    if (known) return known.receipt;
    const { version, phase, consultation } = published(contribution.consultation);
    if (phase === 'upcoming') throw failure(403, 'not-open-yet');
    const late = phase !== 'open';
    const inTime = Date.parse(contribution.createdAt) < Date.parse(consultation.closesAt);
    if (late && !(inTime && now() <= graceEnds(consultation).getTime())) throw failure(403, 'closed');
    if (contribution.definitionVersion > version) throw failure(422, 'unknown-version');
    // Only the newest version is here, so an older answer cannot be checked against its own.
    if (contribution.definitionVersion === version) check(consultation.questionnaire, contribution);
    const replaces = replacedBy(contribution);
    if (replaces !== undefined) replace(consultation.id, replaces);
    const receipt: Receipt = {
      id: contribution.id,
      consultation: consultation.id,
      contentHash,
      receivedAt: new Date(now()).toISOString(),
      late,
      code: receiptCode(),
    };
    rows.set(contribution.id, { contribution, receipt });
    return receipt;
  };
  const replace = (consultation: string, code: string) => {
    const row = byCode(consultation, code);
    if (!row) throw failure(404, 'unknown-receipt-code');
    if (row.end === 'replaced') throw failure(409, 'already-replaced');
    if (row.end) throw failure(410, 'withdrawn');
    Object.assign(row, { contribution: null, end: 'replaced' });
  };

  const backend: MemoryBackend = {
    descriptor: { adapter: 'memory', name },
    rows: <Kind extends ContributionKind>(kind?: Kind) =>
      [...rows.values()]
        .flatMap(({ contribution }) => contribution ?? [])
        .filter((row): row is ContributionOf<Kind> => kind === undefined || row.kind === kind),
    consultation: (id, call) => around('consultation', id, () => published(id), call),
    counts: (id, call) =>
      around(
        'counts',
        published(id).consultation.id,
        () => ({ participants: backend.rows().filter(({ consultation }) => consultation === id).length }),
        call,
      ),
    results: (id, call) =>
      around(
        'results',
        id,
        () => {
          const found = results[published(id).consultation.id];
          if (!found) throw failure(403, 'results-hidden');
          return found;
        },
        call,
      ),
    proposals: unbuilt,
    similar: unbuilt,
    proposal: unbuilt,
    comments: unbuilt,
    supports: unbuilt,
    put: (sent, call) => around('put', sent.consultation, () => record(structuredClone(sent)), call),
    retrieve: (consultation, code, call) =>
      around(
        'retrieve',
        consultation,
        () => {
          const row = byCode(consultation, code);
          if (row?.end === 'withdrawn') throw failure(410, 'withdrawn');
          if (row?.end === 'replaced') throw failure(409, 'already-replaced');
          if (!row?.contribution) throw failure(404, 'unknown-receipt-code');
          return { contribution: row.contribution, receipt: row.receipt };
        },
        call,
      ),
    withdraw: (consultation, id, code, call) =>
      around(
        'withdraw',
        consultation,
        () => {
          const row = byCode(consultation, code);
          if (row?.receipt.id !== id) throw failure(404, 'unknown-receipt-code');
          Object.assign(row, { contribution: null, end: 'withdrawn' });
        },
        call,
      ),
  };
  memoryBackends().set(name, backend);
  return backend;
}

const unbuilt = (): Promise<never> => Promise.reject(failure(403, 'not-offered'));

function readContribution(sent: unknown): Contribution {
  try {
    return parseContribution(sent);
  } catch (cause) {
    throw failure(422, 'invalid-contribution', cause);
  }
}

function check(questionnaire: unknown, contribution: Contribution): void {
  if (contribution.kind !== 'answer' || questionnaire === undefined) throw failure(403, 'not-offered');
  const faults = checkAnswer(parseQuestionnaire(questionnaire), contribution.payload);
  if (faults.length === 0) return;
  const errors = faults.map(({ question, code }) => ({ path: `payload.answers.${question}`, code }));
  throw failure(422, 'invalid-contribution', undefined, errors);
}

function failure(
  status: number,
  code: ProblemCode,
  cause?: unknown,
  errors?: Problem['errors'],
): ClientError {
  const problem: Problem = { type: 'about:blank', title: code, status, code, ...(errors ? { errors } : {}) };
  return new ClientError(code, `the memory backend refused: ${code}`, { status, problem, cause });
}

/** 16 characters of Crockford's base 32, 80 random bits. */
function receiptCode(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  const letters = Array.from(bytes, (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(byte % 32)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
