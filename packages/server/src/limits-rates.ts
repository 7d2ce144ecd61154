import type { Contribution, ContributionKind } from '@cnr-widgets/contract';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

interface Rate {
  points: number;
  /** Seconds. */
  duration: number;
}

/** What one device may send of a kind, above what a person does by hand. Answers carry no pseudonym, and have none. */
const RATES: Readonly<Record<Exclude<ContributionKind, 'answer' | 'support'>, Rate>> = {
  proposal: { points: 10, duration: 600 },
  comment: { points: 10, duration: 600 },
  report: { points: 10, duration: 600 },
  registration: { points: 10, duration: 600 },
};

/** What one network may send without the work that was asked for, by waiting instead. */
const WAITED_RATE: Rate = { points: 30, duration: 600 };

/** Devices that are remembered of each kind: anybody can make devices up. Who is forgotten begins anew. */
export const MOST_DEVICES = 10_000;

/** Where somebody stands with a limit. */
export interface Standing {
  allowed: boolean;
  /** Seconds until there is room again. */
  reset: number;
  /** `RateLimit-Policy` and `RateLimit`, as in draft-ietf-httpapi-ratelimit-headers-10. */
  fields: Record<string, string>;
}

/**
 * Bursts, counted in the memory of this process: several processes allow as many times more, which is still far from
 * a flood. What must be exact (supports a person, proposals a week) is counted in the database, with the row.
 */
export class Rates {
  private readonly limiters = new Map<string, BoundedLimiter>();

  constructor(private readonly supportsPerMinute: number) {}

  /** How a contribution's device stands before it is taken; undefined where nothing limits it. */
  look(contribution: Contribution): Promise<Standing> | undefined {
    return this.ofDevice(contribution, 0);
  }

  /** The same, and one more is counted. */
  take(contribution: Contribution): Promise<Standing> | undefined {
    return this.ofDevice(contribution, 1);
  }

  /** One more from this network without the work. */
  takeWaited(network: string): Promise<Standing> {
    return this.standing('without-proof', WAITED_RATE, network, 1);
  }

  private ofDevice(
    { kind, consultation, payload }: Contribution,
    points: 0 | 1,
  ): Promise<Standing> | undefined {
    if (kind === 'answer') return undefined;
    const rate = kind === 'support' ? { points: this.supportsPerMinute, duration: 60 } : RATES[kind];
    return this.standing(kind, rate, `${consultation} ${payload.pseudonym.toLowerCase()}`, points);
  }

  private async standing(name: string, rate: Rate, key: string, points: 0 | 1): Promise<Standing> {
    const limiter = this.limiters.get(name) ?? new BoundedLimiter(rate);
    this.limiters.set(name, limiter);
    const found = points === 0 ? await limiter.get(key) : await limiter.take(key);
    const used = found?.consumedPoints ?? 0;
    const left = Math.max(0, rate.points - used);
    const reset = found ? Math.max(1, Math.ceil(found.msBeforeNext / 1000)) : rate.duration;
    return {
      allowed: points === 0 ? left > 0 : used <= rate.points,
      reset,
      fields: {
        'RateLimit-Policy': `"${name}";q=${rate.points};w=${rate.duration}`,
        RateLimit: `"${name}";r=${left};t=${reset}`,
      },
    };
  }
}

/** A limiter of the library, which itself keeps whatever it was ever asked for until its window is over. */
class BoundedLimiter {
  private readonly limiter: RateLimiterMemory;
  /** The one that was quiet longest first. */
  private readonly keys = new Set<string>();

  constructor(rate: Rate) {
    this.limiter = new RateLimiterMemory(rate);
  }

  get(key: string): Promise<RateLimiterRes | null> {
    return this.limiter.get(key);
  }

  async take(key: string): Promise<RateLimiterRes> {
    this.keys.delete(key);
    this.keys.add(key);
    const [quietest] = this.keys;
    if (this.keys.size > MOST_DEVICES && quietest !== undefined) {
      this.keys.delete(quietest);
      await this.limiter.delete(quietest);
    }
    try {
      return await this.limiter.consume(key);
    } catch (result) {
      // Over the limit it rejects with the same thing; anything else is a fault of ours.
      if (result instanceof RateLimiterRes) return result;
      throw result;
    }
  }
}
