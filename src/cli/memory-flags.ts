/** Share of the machine's memory that objects may take; columns of transfers lie beside them [choice]. */
const SHARE = 0.5;
/** Room for young objects, in MB: with V8's 16 a large case spends a fifth of its time on moving them. */
const SEMI_SPACE_MB = 64;
const MB = 1 << 20;

/** How much room V8 is given. */
export interface MemoryFlags {
  /** Flags of the engine, those left out that the user has set. */
  readonly flags: readonly string[];
  /** What objects may take, in MB. */
  readonly limitMb: number;
}

/**
 * Half of the machine's memory for objects, or what V8 takes by itself where that is more. What the user has set in NODE_OPTIONS or
 * before the name of the program stays.
 *
 * @param given all flags that are set already
 * @param defaultBytes V8's own limit, with those flags
 */
export function memoryFlags(given: string, machineBytes: number, defaultBytes: number): MemoryFlags {
  const ownMb = Math.floor(defaultBytes / MB);
  const isSet = /--max[-_]old[-_]space[-_]size/u.test(given);
  const limitMb = isSet ? ownMb : Math.max(ownMb, Math.floor((SHARE * machineBytes) / MB));
  return {
    flags: [
      ...(isSet ? [] : [`--max-old-space-size=${limitMb}`]),
      ...(/--max[-_]semi[-_]space[-_]size/u.test(given) ? [] : [`--max-semi-space-size=${SEMI_SPACE_MB}`]),
    ],
    limitMb,
  };
}
