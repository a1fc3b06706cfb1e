import { converging, innocent, type InnocentKind } from '../innocent-kind.js';
import {
  plantBoxCollectors,
  plantCongregations,
  plantDisasterAppeal,
  plantHometownAssociation,
} from './congregations.js';
import { plantCharity, plantCrowdfunding } from './donations.js';
import {
  plantBailFund,
  plantBurialSociety,
  plantLegalFund,
  plantMedicalFund,
  plantSponsorGroups,
  plantStrikeFund,
} from './funds.js';
import { plantDailySavers, plantOpenCircle, plantSavingUpClubs } from './saving-circles.js';
import { plantSavingsClub } from './savings-club.js';
import {
  plantBulkOrders,
  plantClassTreasurers,
  plantCommunityBoat,
  plantSocietyMeeting,
  plantSportsClubs,
  plantTenantsAssociation,
} from './treasurers.js';

/** Communities: people give to, save with or order through somebody they know. */
export const COMMUNITY_KINDS: readonly InnocentKind[] = [
  converging('congregations', plantCongregations, 'A06', 'treasurers gather for a purpose of their common body'),
  converging(
    'hometown-association',
    plantHometownAssociation,
    'A06',
    'a village abroad gathers city by city and builds at home',
  ),
  converging('disaster-appeal', plantDisasterAppeal, 'A06', 'many gather at once for one relief body'),
  converging('box-collectors', plantBoxCollectors, 'A06', 'coins and gifts of the week go to one charity to the cent'),
  converging('strike-fund', plantStrikeFund, 'A06', 'stewards gather for a fund that pays those on strike'),
  converging('bail-fund', plantBailFund, 'A08', 'friends gather the security that a court asks for'),
  converging('legal-fund', plantLegalFund, 'A06', 'neighbours gather for a lawsuit and one law firm draws on it'),
  converging('medical-fund', plantMedicalFund, 'A08', 'circles of a family gather for one operation'),
  converging('burial-society', plantBurialSociety, 'A08', 'collectors gather to bring somebody home'),
  converging('sponsor-groups', plantSponsorGroups, 'A06 A12', 'groups gather for what a newly arrived family needs'),
  converging('class-treasurers', plantClassTreasurers, 'A06 A15', 'parents pay for a trip and one host is paid'),
  converging('sports-clubs', plantSportsClubs, 'A06 A15', 'clubs pay federation and halls out of yearly fees'),
  converging(
    'tenants-association',
    plantTenantsAssociation,
    'A04 A06',
    'houses gather for a repair and one association pays',
  ),
  converging('bulk-orders', plantBulkOrders, 'A15', 'streets order together at one supplier'),
  converging(
    'community-boat',
    plantCommunityBoat,
    'A03',
    'passengers pool for boat, engine and food; nobody keeps a share',
  ),
  converging(
    'society-meeting',
    plantSocietyMeeting,
    'A06 A15',
    'members pay for the yearly meeting and one hotel is paid',
  ),
  innocent('open-circle', plantOpenCircle, 'A02', 'everybody pays whoever has the turn'),
  converging(
    'saving-up-clubs',
    plantSavingUpClubs,
    'A02',
    'circles bank with one credit union and share out at the end',
  ),
  converging('daily-savers', plantDailySavers, 'A02', 'stall holders save a little a day with somebody who walks by'),
  innocent('savings-club', plantSavingsClub, 'A02', 'members pay an organiser and one of them gets the pot'),
  innocent('charity', plantCharity, 'A06', 'small gifts come in, grants and supplies go out'),
  innocent('crowdfunding', plantCrowdfunding, 'A08', 'one burst of gifts pays one bill'),
];
