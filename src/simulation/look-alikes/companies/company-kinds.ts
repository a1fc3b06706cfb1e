import { converging, innocent, type InnocentKind } from '../innocent-kind.js';
import { plantFranchise } from './franchise.js';
import { plantCashPool, plantNettingPair, plantRentCollectors } from './groups.js';
import { plantDayLabour, plantPayrollAgencies, plantPlacementAgencies, plantSeasonalFarm } from './labour.js';
import { plantLandlord } from './landlord.js';
import { plantPayroll } from './payroll.js';

/** Companies, owners of houses, and those who hire. */
export const COMPANY_KINDS: readonly InnocentKind[] = [
  converging('cash-pool', plantCashPool, 'A16', 'a treasury sweeps the companies of its group'),
  innocent('netting-pair', plantNettingPair, 'A16', 'two companies of one owner pay each other the difference'),
  converging('rent-collectors', plantRentCollectors, 'A04', 'people gather the rent of several houses for one owner'),
  innocent('day-labour', plantDayLabour, 'A05', 'foremen pay workers by the day'),
  innocent('seasonal-farm', plantSeasonalFarm, 'A05', 'one farm pays contractors, who pay pickers'),
  converging('placement-agencies', plantPlacementAgencies, 'A15', 'applicants pay for a course and one centre is paid'),
  converging('payroll-agencies', plantPayrollAgencies, 'A05', "agencies pay other firms' people and one tax office"),
  innocent('landlord', plantLandlord, 'A04', 'tenants pay nearly the same rent every month'),
  innocent('payroll', plantPayroll, 'A05', 'a labour provider turns invoices into wages'),
  innocent('franchise', plantFranchise, 'A13', 'shops of one chain send takings to head office and pay wages'),
];
