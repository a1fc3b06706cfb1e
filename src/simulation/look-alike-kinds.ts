import { plantClientAccount, plantWeddingHall } from './look-alikes/trades/client-business.js';
import { plantCharity, plantCrowdfunding } from './look-alikes/communities/donations.js';
import { plantFranchise } from './look-alikes/companies/franchise.js';
import { plantLandlord } from './look-alikes/companies/landlord.js';
import { plantMarketplaceSeller } from './look-alikes/trades/marketplace-seller.js';
import { plantPayroll } from './look-alikes/companies/payroll.js';
import { plantRemitter } from './look-alikes/money-services/remitter.js';
import { plantSavingsClub } from './look-alikes/communities/savings-club.js';
import { plantLowIncome, plantStudent } from './look-alikes/households/small-households.js';
import { type PlantLookAlike } from './look-alikes/innocent-kind.js';

/** Innocent stories of the `all-columns` world; `INNOCENT_KINDS` has all there are. */
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
