import { type Layout } from '../mapping.js';
import { ON_CHAIN, TOKENS_BY_CONTRACT } from './on-chain.js';

/**
 * Neighbourhood of one Ethereum heist, as block explorers answer programs: raw units, 274 tokens, several transfers of one
 * transaction under its hash, and numbers that a spreadsheet has rounded.
 */
export const ETH_HEIST_LAYOUTS: readonly Layout[] = [
  {
    name: 'transfers',
    mapping: {
      payer: { account: 'from' },
      beneficiary: { account: 'to' },
      amount: {
        column: 'value',
        currency: ['tokenSymbol', 'contractAddress'],
        whenNoCurrency: 'wei',
        rawUnits: true,
      },
      ...TOKENS_BY_CONTRACT,
      except: { isError: ['1'] },
      time: { column: 'timeStamp', formats: ['unix-seconds'], zone: '+00:00' },
      id: 'hash',
      ...ON_CHAIN,
      numbers: { decimalMark: '.', scientific: true, zero: 'leave-out' },
      notes: [
        'rows without a token are ether, counted in wei (10^18 of them are one)',
        'failed transfers (isError 1) and calls that move nothing are left out',
      ],
    },
  },
];
