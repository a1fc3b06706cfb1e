import { converging, innocent, type InnocentKind } from '../innocent-kind.js';
import {
  plantBettingSite,
  plantCrowdfundingPlatform,
  plantCryptoTraders,
  plantLotterySyndicates,
  plantMarketplaceEscrow,
} from './platforms.js';
import { plantRemitter } from './remitter.js';
import {
  plantExchangeHouses,
  plantLicensedSettlers,
  plantMobileMoneyAgents,
  plantRemittanceAgents,
} from './remitting.js';

/** Money services and platforms, all licensed. */
export const MONEY_SERVICE_KINDS: readonly InnocentKind[] = [
  converging('remittance-agents', plantRemittanceAgents, 'A01 A07', 'corner shops take remittances for one company'),
  converging('mobile-money-agents', plantMobileMoneyAgents, 'A07', 'agents even out their float with one super-agent'),
  converging('licensed-settlers', plantLicensedSettlers, 'A07', 'licensed houses settle in bulk what agents took'),
  innocent('exchange-houses', plantExchangeHouses, 'A07 A16', 'two houses lend each other notes'),
  innocent(
    'crowdfunding-platform',
    plantCrowdfundingPlatform,
    'A08 A14',
    'a platform pays campaigns after their last day',
  ),
  innocent('marketplace-escrow', plantMarketplaceEscrow, 'A14', 'money waits until the parcel has come'),
  converging('betting-site', plantBettingSite, 'A13', 'accounts for stakes are swept to one operator'),
  converging('lottery-syndicates', plantLotterySyndicates, 'A15', 'shares of tickets are bought at one lottery agent'),
  converging('crypto-traders', plantCryptoTraders, '', 'traders buy again at one exchange what they sold'),
  innocent('remitter', plantRemitter, 'A07', 'many customers have a recipient abroad each'),
];
