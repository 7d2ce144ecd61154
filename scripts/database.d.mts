// For the tests written in TypeScript; database.mjs has the words.
export function startDatabase(options: {
  dataDir: string;
  port?: number;
  log?: (sentence: string) => void;
}): Promise<{ url: string; folder?: string; stop(): Promise<void> }>;
