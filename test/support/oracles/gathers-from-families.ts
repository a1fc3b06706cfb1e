import { type TransferInput } from '../../../src/ledger/index.js';

const DAY = 86_400_000;

/** `gathersFromFamilies` written down as it is defined. For ledgers of one currency, amounts of three decimals. */
export function gathersFromFamiliesSlowly(transfers: readonly TransferInput[], account: string): boolean {
  const familyOf = new Map<string, string>();
  for (const { payer, payerHolder, beneficiary, beneficiaryHolder } of transfers) {
    if (payerHolder !== undefined) familyOf.set(payer as string, `holder ${payerHolder}`);
    if (beneficiaryHolder !== undefined) familyOf.set(beneficiary as string, `holder ${beneficiaryHolder}`);
  }
  const family = (of: string): string => familyOf.get(of) ?? of;
  const others = transfers.filter(({ payer, beneficiary }) => payer !== beneficiary);
  const credits = others.filter(({ beneficiary }) => beneficiary === account);
  const debits = others.filter(({ payer }) => payer === account);
  const times = transfers.map(({ timeMs }) => timeMs).sort((a, b) => a - b);
  const period = times.at(-1)! - times[0]!;

  const families = [...new Set(credits.map(({ payer }) => family(payer as string)))].map((one) => {
    const from = credits.filter(({ payer }) => family(payer as string) === one);
    const back = debits.filter(({ beneficiary }) => family(beneficiary as string) === one);
    const paid = sum(from);
    const gives = one !== family(account) && paid > sum(back) && !isLastingUpkeep(from, period);
    return { paid, gives };
  });
  const total = families.reduce((all, { paid }) => all + paid, 0);
  const giving = families.filter(({ gives }) => gives);
  const [first = 0, second = 0, third = 0] = families.map(({ paid }) => paid).sort((a, b) => b - a);
  return (
    giving.length >= 4 &&
    2 * giving.reduce((all, { paid }) => all + paid, 0) >= total &&
    2 * first < total &&
    5 * (first + second + third) < 4 * total
  );
}

function minorOf({ amount }: TransferInput): number {
  return Math.round(1000 * Number(amount));
}

function sum(transfers: readonly TransferInput[]): number {
  return transfers.reduce((all, one) => all + minorOf(one), 0);
}

/** At least three payments, 25 to 65 days apart as a rule, amounts alike, over half of the period. */
function isLastingUpkeep(payments: readonly TransferInput[], period: number): boolean {
  if (payments.length < 3) return false;
  const times = payments.map(({ timeMs }) => timeMs).sort((a, b) => a - b);
  if (2 * (times.at(-1)! - times[0]!) < period) return false;
  const gaps = times.slice(1).map((time, i) => (time - times[i]!) / DAY);
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const amounts = payments.map(minorOf);
  const mean = amounts.reduce((all, amount) => all + amount, 0) / amounts.length;
  const deviation = Math.sqrt(amounts.reduce((all, amount) => all + (amount - mean) ** 2, 0) / amounts.length);
  return median >= 25 && median <= 65 && deviation <= 0.5 * mean;
}
