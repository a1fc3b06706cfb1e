/** A column of exact decimals, by record: NaN mantissa = none. */
export interface AmountBatch {
  readonly mantissa: Float64Array;
  readonly decimals: Uint8Array;
  readonly currency: Uint16Array;
}

/**
 * Clears the received amounts of the records [from, to) that are the amounts paid.
 *
 * @returns 1 if some are not
 */
export function clearSameAmounts(paid: AmountBatch, received: AmountBatch, from: number, to: number): number {
  const { mantissa, decimals, currency } = received;
  let differing = 0;
  for (let r = from; r < to; r++) {
    const same =
      paid.mantissa[r] === mantissa[r] && paid.decimals[r] === decimals[r] && paid.currency[r] === currency[r];
    if (!same) differing = 1;
    else {
      mantissa[r] = NaN;
      decimals[r] = 0;
      currency[r] = 0;
    }
  }
  return differing;
}

/** Lists the records [from, to) whose two accounts are one, as far as `found` has room for, and counts them all. */
export function listSelfTransfersInto(
  payer: Int32Array,
  beneficiary: Int32Array,
  from: number,
  to: number,
  found: Int32Array,
): number {
  let count = 0;
  for (let r = from; r < to; r++) {
    if (payer[r] !== beneficiary[r]) continue;
    if (count < found.length) found[count] = r;
    count++;
  }
  return count;
}
