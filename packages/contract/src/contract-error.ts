/** One thing that is wrong with what was read. */
export interface ContractIssue {
  path: (string | number)[];
  /** For developers, in English. */
  message: string;
}

/** What arrived is not what the contract says. `cause` is the schema's own error, where a schema read it. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly code = 'malformed';
  readonly issues: readonly ContractIssue[];

  /** @param what the thing that was expected, as a developer calls it, e.g. "receipt" */
  constructor(what: string, issues: readonly ContractIssue[], cause?: unknown) {
    const [first] = issues;
    const where = first && first.path.length > 0 ? ` at ${first.path.join('.')}` : '';
    super(`malformed ${what}${where}: ${first?.message ?? 'unreadable'}`, { cause });
    this.issues = issues;
  }
}
