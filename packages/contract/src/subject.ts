/** What is supported, commented on or reported: its kind and its id, a UUID in lower case. */
export const SUBJECT = /^(proposal|comment):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isSubject(text: string): boolean {
  return SUBJECT.test(text);
}

/** The id in a subject; of an id alone, the id. */
export function idIn(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
