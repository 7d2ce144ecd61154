import { BlockList } from 'node:net';
import { readProxies } from './ip-network.js';

/** What an operator may set of the limits. */
export interface LimitRules {
  /** Whose `X-Forwarded-For` is believed. */
  proxies: BlockList;
  /** The greatest number of attempts that a proof of work may take; a third of it is the least. */
  proofAttempts: number;
  /** Seconds of waiting that stand for a proof, on a device that is too slow for it. */
  proofWait: number;
  /** Presses of support buttons a minute and device. */
  supportsPerMinute: number;
}

export const LIMIT_RULES: LimitRules = {
  proxies: new BlockList(),
  proofAttempts: 3000,
  proofWait: 120,
  supportsPerMinute: 30,
};

const WORDS = {
  fr: {
    number: (name: string, min: number, max: number, value: string) =>
      `${name} doit être un nombre entier de ${min} à ${max} (reçu : « ${value} »)`,
    proxies: (value: string) =>
      `TRUSTED_PROXIES doit être une liste d’adresses ou de réseaux, par exemple 127.0.0.1,10.0.0.0/8 (reçu : « ${value} »)`,
  },
  en: {
    number: (name: string, min: number, max: number, value: string) =>
      `${name} must be a whole number from ${min} to ${max} (got “${value}”)`,
    proxies: (value: string) =>
      `TRUSTED_PROXIES must be a list of addresses or networks, for example 127.0.0.1,10.0.0.0/8 (got “${value}”)`,
  },
};

/** @returns the rules, and one sentence for each setting that is wrong */
export function readLimits(
  env: Readonly<Record<string, string | undefined>>,
  locale: 'fr' | 'en',
): { rules: LimitRules; problems: string[] } {
  const words = WORDS[locale];
  const problems: string[] = [];
  const number = (name: string, fallback: number, min: number, max: number): number => {
    const value = env[name] || String(fallback);
    const read = /^\d{1,7}$/.test(value) ? Number(value) : NaN;
    if (read >= min && read <= max) return read;
    problems.push(words.number(name, min, max, value));
    return fallback;
  };
  const read = readProxies(env.TRUSTED_PROXIES ?? '');
  if ('wrong' in read) problems.push(words.proxies(read.wrong));
  const rules = {
    proxies: 'proxies' in read ? read.proxies : LIMIT_RULES.proxies,
    proofAttempts: number('PROOF_ATTEMPTS', LIMIT_RULES.proofAttempts, 10, 1_000_000),
    proofWait: number('PROOF_WAIT', LIMIT_RULES.proofWait, 1, 3600),
    supportsPerMinute: number('SUPPORTS_PER_MINUTE', LIMIT_RULES.supportsPerMinute, 1, 100_000),
  };
  return { rules, problems };
}
