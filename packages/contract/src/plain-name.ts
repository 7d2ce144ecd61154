/**
 * A place's name as names are compared: without accents, capitals, hyphens and apostrophes; "St" is "Saint". The server
 * knows more ways of writing one.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst(e?)(?= )/g, 'saint$1');
}
