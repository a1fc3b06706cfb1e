/** An amount and its currency, as they stood in one cell. */
export interface AmountWithCurrency {
  readonly amount: string;
  readonly currency: string;
}

const IN_FRONT = /^([-+−(]?) *(\p{L}[\p{L}.]{0,9}|\p{L}{0,3}\p{Sc}) *([^\p{L}\p{Sc}]+)$/u;
const BEHIND = /^([^\p{L}\p{Sc}]+?) *(\p{L}[\p{L}.]{0,9}|\p{L}{0,3}\p{Sc}) *(-|\))?$/u;

/** Takes `EUR 100.00`, `-€5`, `100,00 €` or `(EUR 5)` apart; undefined if there is no currency, or one on each side. */
export function splitCurrency(text: string): AmountWithCurrency | undefined {
  if (text.length > 100) return undefined;
  const front = IN_FRONT.exec(text);
  if (front !== null) return { amount: front[1]! + front[3]!.trim(), currency: front[2]! };
  const behind = BEHIND.exec(text);
  return behind === null ? undefined : { amount: behind[1]! + (behind[3] ?? ''), currency: behind[2]! };
}
