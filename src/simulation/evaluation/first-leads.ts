/** How right the first leads of a case are: an analyst reads from the top. */
export interface FirstLeads {
  /** How many leads were asked for. */
  readonly first: number;
  /** How many of them there are. */
  readonly leads: number;
  /** Of these, leads most of whose accounts are members of one network. */
  readonly rightLeads: number;
  /** Different accounts in them. */
  readonly accounts: number;
  /** Of these, members of any network. */
  readonly rightAccounts: number;
}

const LENGTHS = [1, 3, 5, 10];

/** The first 1, 3, 5 and 10 leads, in the order of the case, held against the members of each network. */
export function firstLeads(
  leads: readonly ReadonlySet<string>[],
  networks: readonly ReadonlySet<string>[],
): FirstLeads[] {
  const isRight = (lead: ReadonlySet<string>): boolean =>
    networks.some((members) => 2 * [...lead].filter((key) => members.has(key)).length > lead.size);
  return LENGTHS.map((first) => {
    const read = leads.slice(0, first);
    const accounts = new Set(read.flatMap((lead) => [...lead]));
    return {
      first,
      leads: read.length,
      rightLeads: read.filter(isRight).length,
      accounts: accounts.size,
      rightAccounts: [...accounts].filter((key) => networks.some((members) => members.has(key))).length,
    };
  });
}
