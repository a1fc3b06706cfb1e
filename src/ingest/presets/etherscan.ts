import { type Layout, type Mapping } from '../mapping.js';
import { ON_CHAIN, TOKENS_BY_CONTRACT } from './on-chain.js';

/** Coins of the chains whose explorers export in this form. */
const COINS = ['ETH', 'BNB', 'POL', 'MATIC'] as const;
/** What the column of the hash is called, and was called before. */
const HASHES = ['Transaction Hash', 'Txhash'] as const;
/** The same of a token's amount. */
const TOKEN_VALUES = ['TokenValue', 'Value'] as const;

const COMMON: Pick<Mapping, 'time' | 'channel' | 'numbers' | 'payer'> = {
  payer: { account: 'From' },
  time: { column: 'UnixTimestamp', formats: ['unix-seconds'], zone: '+00:00' },
  ...ON_CHAIN,
  numbers: { decimalMark: '.', thousandsMark: ',', zero: 'leave-out' },
};

/** The coin of a chain: what came in and what went out of the exported address stand in two columns. */
function coinLayout(name: string, coin: string, hash: string, receiver: string): Layout {
  return {
    name,
    mapping: {
      ...COMMON,
      beneficiary: { account: receiver },
      amount: { column: `Value_OUT(${coin})`, orColumn: `Value_IN(${coin})`, currency: { constant: coin } },
      // Success leaves the cell empty, or is written as 0 among internal transactions.
      only: { Status: ['', '0'] },
      id: hash,
      notes: [
        'failed transactions (a Status such as Error(0)) and calls that move nothing are left out; fees are not read',
      ],
    },
  };
}

function tokenLayout(name: string, hash: string, value: string): Layout {
  return {
    name,
    mapping: {
      ...COMMON,
      beneficiary: { account: 'To' },
      amount: { column: value, currency: ['TokenSymbol', 'ContractAddress'] },
      ...TOKENS_BY_CONTRACT,
      id: hash,
    },
  };
}

/**
 * What etherscan.io, and explorers of its kind, export of one address: transactions, internal transactions and transfers of
 * tokens, under today's names of columns and older ones.
 */
export const ETHERSCAN_LAYOUTS: readonly Layout[] = HASHES.flatMap((hash, i) => {
  const older = i === 0 ? '' : ', older';
  return [
    ...TOKEN_VALUES.map((value, j) => tokenLayout(`tokens${older}${j === 0 ? '' : ', plain'}`, hash, value)),
    ...COINS.map((coin) => coinLayout(`internal ${coin}${older}`, coin, hash, 'TxTo')),
    ...COINS.map((coin) => coinLayout(`${coin}${older}`, coin, hash, 'To')),
  ];
});
