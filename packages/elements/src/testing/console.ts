/** Runs `act`, and returns what the console was told of as errors meanwhile, the first word of each; it shows none of it. */
export async function hushed(act: () => Promise<void>): Promise<string[]> {
  const told: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => told.push(String(words[0]));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return told;
}
