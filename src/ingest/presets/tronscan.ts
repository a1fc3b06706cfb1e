import { type Layout, type Mapping } from '../mapping.js';
import { ON_CHAIN, TOKENS_BY_CONTRACT } from './on-chain.js';

const COMMON: Omit<Mapping, 'amount'> = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  time: { column: 'blockTime(UTC)', formats: ['YYYY-MM-DD'], zone: '+00:00' },
  id: 'Tx Hash',
  ...ON_CHAIN,
  numbers: { decimalMark: '.', thousandsMark: ',', zero: 'leave-out' },
};

/** What tronscan.org exports of one address: transfers of tokens, and transactions. */
export const TRONSCAN_LAYOUTS: readonly Layout[] = [
  {
    name: 'token transfers',
    mapping: {
      ...COMMON,
      amount: { column: 'value', currency: ['symbol', 'tokenAddress'] },
      ...TOKENS_BY_CONTRACT,
      except: { isConfirm: ['false', '0', 'no'] },
      notes: ['transfers that are not confirmed are left out'],
    },
  },
  {
    name: 'transactions',
    mapping: {
      ...COMMON,
      amount: { column: 'value', currency: 'symbol' },
      tokens: 'symbols of TRX and of TRC-10 tokens; the file names no contract of theirs',
      // The interface of the chain has always spelled it with one C.
      only: { status: ['SUCCESS', 'SUCESS', 'SUCCESSFUL'] },
      notes: ['failed transactions are left out, and those that only call a contract, which move no TRX'],
    },
  },
];
