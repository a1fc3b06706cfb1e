/** Slack that absorbs the order in which floating-point sums were formed, so that no threshold hangs on names or row order. */
export const SLACK = 1e-9;

/** Whether a measured share reaches a threshold. */
export function atLeast(value: number, least: number): boolean {
  return value >= least - SLACK;
}
