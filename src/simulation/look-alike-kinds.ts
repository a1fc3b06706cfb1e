import { plantClientAccount, plantWeddingHall } from './client-business.js';
import { plantCharity, plantCrowdfunding } from './donations.js';
import { plantFranchise } from './franchise.js';
import { plantLandlord } from './landlord.js';
import { plantMarketplaceSeller } from './marketplace-seller.js';
import { plantPayroll } from './payroll.js';
import { plantRemitter } from './remitter.js';
import { plantSavingsClub } from './savings-club.js';
import { plantLowIncome, plantStudent } from './small-households.js';
import { type Stage } from './stage.js';

/** Innocent stories that resemble parts of a network. */
export const LOOK_ALIKE_KINDS = [
  'savings-club',
  'landlord',
  'payroll',
  'charity',
  'remitter',
  'crowdfunding',
  'franchise',
  'marketplace-seller',
  'wedding-hall',
  'client-account',
  'student',
  'low-income',
] as const;
export type LookAlikeKind = (typeof LOOK_ALIKE_KINDS)[number];

/** Writes one story onto the stage; returns the accounts that a detector must not list. Empty if nobody is left to cast. */
export type PlantLookAlike = (stage: Stage) => number[];

/** How each kind is planted. */
export const PLANT_LOOK_ALIKE: Readonly<Record<LookAlikeKind, PlantLookAlike>> = {
  'savings-club': plantSavingsClub,
  landlord: plantLandlord,
  payroll: plantPayroll,
  charity: plantCharity,
  remitter: plantRemitter,
  crowdfunding: plantCrowdfunding,
  franchise: plantFranchise,
  'marketplace-seller': plantMarketplaceSeller,
  'wedding-hall': plantWeddingHall,
  'client-account': plantClientAccount,
  student: plantStudent,
  'low-income': plantLowIncome,
};
