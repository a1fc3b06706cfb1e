import { type SignEntry } from './sign-dictionary.js';

const WHOLE_FILE = false;
const BY_THEN = true;

const entry = (
  name: string,
  direction: SignEntry['direction'],
  unit: SignEntry['unit'],
  causal: boolean,
  meaning: string,
): SignEntry => Object.freeze({ name, meaning, unit, direction, causal });

/**
 * Every sign of `measureTransferSigns`, in the order of its columns. Direction is what the definition of the domain expects
 * of a fee that is paid in (occasion to livings), and of a payment by which fees are passed on (marked money and rest).
 *
 * The causal ones use nothing later than the transfer itself; where the file gives no order inside one instant, larger
 * transfers of that instant count as earlier.
 */
export const TRANSFER_SIGN_DICTIONARY: readonly SignEntry[] = Object.freeze([
  entry(
    'occasion',
    'open',
    'count',
    BY_THEN,
    'number of the occasion in its relation (this payer, this beneficiary), from 1',
  ),
  entry(
    'ratio',
    '-',
    'share',
    WHOLE_FILE,
    'exceptional ratio of the relation: other payments of this payer that are as large',
  ),
  entry('exceptional', '+', '0 or 1', WHOLE_FILE, 'the relation is exceptional for its payer'),
  entry('standing', '-', '0 or 1', WHOLE_FILE, 'the relation is standing: repeated over much of the period'),
  entry('regular', '-', '0 or 1', WHOLE_FILE, 'the relation is regular: about equal amounts at about equal gaps'),
  entry('living', '-', '0 or 1', WHOLE_FILE, 'the relation is regular and much of what the beneficiary receives'),
  entry('paidBack', '-', '0 or 1', WHOLE_FILE, 'the beneficiary pays the payer as well, at any time'),
  entry(
    'markedShare',
    '+',
    'share',
    WHOLE_FILE,
    'exceptional money that the transfer is made of / its amount, first in first out',
  ),
  entry(
    'knownShare',
    'open',
    'share',
    BY_THEN,
    'part of the amount that the payer had received before in the file and currency',
  ),
  entry('dwell', '-', 'days', BY_THEN, 'mean days that this part had rested with the payer, first in first out'),
  entry('dwellLast', '-', 'days', BY_THEN, 'mean days that this part had rested with the payer, last in first out'),
]);
