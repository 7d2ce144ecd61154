import type { MemoryMeeting } from '@cnr-widgets/client/memory';

export interface Town {
  commune: string;
  city: string;
  departement: string;
  postalCode: string;
  point: { latitude: number; longitude: number };
}

export function readTowns(csv: string): Town[];

export function makeMeetings(options: {
  towns: readonly Town[];
  count: number;
  today: Date;
  seed?: number;
}): MemoryMeeting[];
