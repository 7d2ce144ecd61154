import { PROOF_HEADER, type Contribution } from '@cnr-widgets/contract';
import type { Context, MiddlewareHandler } from 'hono';
import { isLate } from './acknowledgement.js';
import type { Consultations, PublicConsultation } from './consultations.js';
import type { Database } from './database.js';
import { deviceAddress } from './ip-network.js';
import { Newcomers } from './limits-newcomers.js';
import { Rates, type Standing } from './limits-rates.js';
import type { LimitRules } from './limits-settings.js';
import { ProblemError } from './problems.js';
import { readProofKey } from './proof-key.js';
import { Proofs } from './proof.js';

interface LimitsParts {
  db: Database;
  consultations: Consultations;
  rules: LimitRules;
  now: () => Date;
}

/**
 * What must hold before a contribution is looked at. No rule refuses on an address alone: at most it asks for a proof
 * of work, and for patience of those who wait instead of working. No rule drops in silence: each refusal is a problem
 * with what to do, and a 2xx always means recorded. What was recorded before is acknowledged again whatever the limits
 * say (`acknowledgement.ts`).
 */
export class Limits {
  private readonly rates: Rates;
  private readonly newcomers: Newcomers;
  private readonly proofs: Proofs;
  private readonly fields = new WeakMap<Request, Record<string, string>>();

  /** Puts where the device stands with its limits on the response, whatever it is. */
  readonly tell: MiddlewareHandler = async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(this.fields.get(c.req.raw) ?? {})) c.header(name, value);
  };

  constructor(private readonly parts: LimitsParts) {
    const { db, rules, now } = parts;
    this.rates = new Rates(rules.supportsPerMinute);
    this.newcomers = new Newcomers(now);
    this.proofs = new Proofs(() => readProofKey(db), rules, now);
  }

  /**
   * Lets a contribution pass.
   * @throws ProblemError `proof-required` with a fresh challenge, `rate-limited` with `Retry-After`, and
   * `unknown-consultation`, `not-open-yet` or `closed` where work would be in vain
   */
  async admit(c: Context, contribution: Contribution): Promise<void> {
    const { consultation, id, payload } = contribution;
    // Before anything is remembered: of what does not exist, anybody can make up as much as fills the memory.
    const found = await this.parts.consultations.find(consultation);
    if (!found) throw new ProblemError('unknown-consultation');
    // Before any work is asked for, which would be in vain.
    this.hold(c, await this.rates.look(contribution));
    const address = deviceAddress(peerOf(c), c.req.header('X-Forwarded-For'), this.parts.rules.proxies);
    const device = 'pseudonym' in payload ? payload.pseudonym : id;
    if (this.needsProof(found, contribution, address, device)) {
      const state = await this.proofs.check(c.req.header(PROOF_HEADER), contribution);
      if (state === 'insufficient') {
        throw new ProblemError('proof-required', { challenge: await this.proofs.challenge(contribution) });
      }
      if (state === 'waited') {
        this.hold(c, await this.rates.takeWaited(this.newcomers.networkKey(consultation, address)));
      }
    }
    this.newcomers.welcome(consultation, address, device);
    this.hold(c, await this.rates.take(contribution));
  }

  /** Notes what is told of a limit, and stops what is over it. */
  private hold(c: Context, standing: Standing | undefined): void {
    if (!standing) return;
    this.fields.set(c.req.raw, standing.fields);
    if (standing.allowed) return;
    throw new ProblemError('rate-limited', { headers: { 'Retry-After': String(standing.reset) } });
  }

  private needsProof(
    found: PublicConsultation,
    contribution: Contribution,
    address: string | undefined,
    device: string,
  ): boolean {
    const { consultation } = contribution;
    // Nobody should work for what is refused anyway.
    isLate(found, contribution, this.parts.now());
    return (
      found.definition.access === 'proof-of-work' || !this.newcomers.isWelcome(consultation, address, device)
    );
  }
}

/** Undefined where there is no socket, as in tests. */
function peerOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}
