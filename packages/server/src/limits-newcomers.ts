import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from './ip-network.js';

/** How many devices one network may bring within an hour before each further one is asked for a proof of work. */
export const FREE_NEWCOMERS = 30;

/** Devices of one network, and networks, that are remembered at once: anybody can make devices up. */
const MOST_DEVICES = 1000;
const MOST_NETWORKS = 10_000;

/** Milliseconds after which all is forgotten, and counted anew under another key. */
const PERIOD = 3_600_000;

/**
 * Which networks bring unusually many devices. It refuses nobody: it only says who should show some work, since behind
 * one address may stand a kiosk, a school or a whole mobile operator. In the memory of this process alone, and for
 * an hour: an address is cut to its network and hashed under a key that is different for each consultation, is never
 * written anywhere, and is gone with the hour, so that not even the operator can find an address back.
 */
export class Newcomers {
  private key = randomBytes(32);
  private period = NaN;
  private networks = new Map<string, Set<string>>();

  constructor(private readonly now: () => Date) {}

  /** The network as it is counted; the same text for all whose address says nothing. */
  networkKey(consultation: string, address: string | undefined): string {
    this.forget();
    const network = address === undefined ? undefined : networkOf(address);
    return this.hash(`${consultation} ${network?.prefix ?? ''}`);
  }

  /**
   * Whether a device may come as it is: its network is not known to bring many, or it came before.
   * @param device the pseudonym, or the contribution's id where there is none
   */
  isWelcome(consultation: string, address: string | undefined, device: string): boolean {
    // Behind a proxy that nobody named in the settings, everybody would be one network.
    if (address === undefined || networkOf(address)?.local !== false) return true;
    const devices = this.networks.get(this.networkKey(consultation, address));
    return devices === undefined || devices.size < FREE_NEWCOMERS || devices.has(this.hash(device));
  }

  /** Remembers a device, which is then not asked again. */
  welcome(consultation: string, address: string | undefined, device: string): void {
    if (address === undefined || networkOf(address)?.local !== false) return;
    const network = this.networkKey(consultation, address);
    const devices = this.networks.get(network) ?? new Set();
    if (devices.size < MOST_DEVICES) devices.add(this.hash(device));
    // Last in the order of insertion: the network that was quiet longest goes first.
    this.networks.delete(network);
    this.networks.set(network, devices);
    const [oldest] = this.networks.keys();
    if (this.networks.size > MOST_NETWORKS && oldest !== undefined) this.networks.delete(oldest);
  }

  private forget(): void {
    const period = Math.floor(this.now().getTime() / PERIOD);
    if (period === this.period) return;
    this.period = period;
    this.key = randomBytes(32);
    this.networks = new Map();
  }

  private hash(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 22);
  }
}
