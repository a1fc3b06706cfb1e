import { converging, innocent, type InnocentKind } from '../innocent-kind.js';
import { plantGroupTrips, plantLeavingGift, plantSharedHolidayHouse } from './co-workers.js';
import { plantExecutors, plantHousePools, plantKinDebt, plantKinTravel, plantSupportedStudents } from './families.js';
import {
  plantFriendlyLoans,
  plantKinErrands,
  plantPooledHouseholds,
  plantPrivateSales,
  plantSharedFlats,
} from './private-dealings.js';
import { plantLowIncome, plantStudent } from './small-households.js';

/** Households: families, friends, colleagues and flatmates. */
export const HOUSEHOLD_KINDS: readonly InnocentKind[] = [
  innocent('leaving-gift', plantLeavingGift, 'A08', 'colleagues of one employer all pay one of them'),
  converging('shared-holiday-house', plantSharedHolidayHouse, 'A04 A09', 'parties of friends rent from one owner'),
  converging('group-trips', plantGroupTrips, 'A09', 'one of each group books for all'),
  converging('house-pools', plantHousePools, '', 'kin pool for a house and one builder is paid'),
  converging('kin-travel', plantKinTravel, 'A12', 'kin pay visa, flight and school of one of theirs'),
  innocent('kin-debt', plantKinDebt, 'A11', 'several pay back a relative who lent them money'),
  converging('supported-students', plantSupportedStudents, 'A10', 'kin send sums before each term'),
  innocent('executors', plantExecutors, '', 'what somebody left is sold and divided among heirs'),
  innocent('private-sales', plantPrivateSales, '', 'large things are bought once among private people'),
  innocent('friendly-loans', plantFriendlyLoans, '', 'friends lend for one bill and are paid back'),
  converging('shared-flats', plantSharedFlats, 'A04', 'main tenants pass the whole rent to one owner'),
  converging(
    'pooled-households',
    plantPooledHouseholds,
    'A04',
    'adults with little money pool it and spend it at once',
  ),
  converging('kin-errands', plantKinErrands, 'A01', 'people sell things for kin abroad and send the price'),
  innocent('student', plantStudent, 'A10', 'parents pay, tuition goes out'),
  innocent('low-income', plantLowIncome, '', 'the whole income is gone within two days'),
];
