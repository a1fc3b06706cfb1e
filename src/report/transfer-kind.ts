/** An operator of the lead is paid by somebody else. */
export const PAID_IN = 0;
/** Between operators of the lead. */
export const MOVED = 1;
/** An operator of the lead pays somebody else, or cash. */
export const PAID_OUT = 2;
/** No operator of the lead at either end: evidence of a finding, which brings the lead no money and takes none from it. */
export const BETWEEN_OTHERS = 3;

/**
 * What a transfer does to the money of a lead. Page, figures and words all go by this.
 *
 * @param from - place of the operator that pays; below 0 for everybody else
 * @param to - place of the operator that is paid; below 0 for everybody else
 */
export function transferKind(from: number, to: number): number {
  if (from < 0) return to < 0 ? BETWEEN_OTHERS : PAID_IN;
  return to < 0 ? PAID_OUT : MOVED;
}
