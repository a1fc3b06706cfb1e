import { type RegimeProfile } from '../profile.js';
import { CARD_BANK } from './card-bank.js';
import { CORRESPONDENT_WIRES } from './correspondent-wires.js';
import { CRYPTO_CHAIN } from './crypto-chain.js';
import { MOBILE_MONEY } from './mobile-money.js';
import { NATIONAL_BANKS } from './national-banks.js';
import { REMITTANCE_COMPANY } from './remittance-company.js';
import { RURAL_BANK } from './rural-bank.js';
import { SINGLE_BANK } from './single-bank.js';
import { WALLET_APP } from './wallet-app.js';

/** Every regime but `all-columns`, which has nothing to draw. Habits are our own estimates of how such books read. */
export const PROFILES: readonly RegimeProfile[] = [
  NATIONAL_BANKS,
  SINGLE_BANK,
  CORRESPONDENT_WIRES,
  REMITTANCE_COMPANY,
  MOBILE_MONEY,
  CRYPTO_CHAIN,
  RURAL_BANK,
  CARD_BANK,
  WALLET_APP,
];
