/** The keys of an interner by number, as columns that can go to another thread. */
export interface InternedKeys {
  /** Bytes of all keys, each from a word boundary on; at least one word behind the last. */
  readonly pool: Int32Array;
  /** First word of each key. */
  readonly words: Int32Array;
  /** In bytes. */
  readonly lengths: Int32Array;
  readonly tags: Int32Array;
}
