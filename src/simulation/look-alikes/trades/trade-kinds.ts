import { converging, innocent, type InnocentKind } from '../innocent-kind.js';
import { plantBoatBrokers } from './boat-brokers.js';
import { plantCraftsmen, plantRoofInstallers } from './building-trades.js';
import { plantBusAgents } from './bus-agents.js';
import { plantCarDealers, plantCarExporters } from './car-trade.js';
import { plantClientAccount, plantWeddingHall } from './client-business.js';
import {
  plantArtistAgents,
  plantCarerPlacement,
  plantFeastAnimals,
  plantInsuranceBrokers,
} from './commission-agents.js';
import { plantDentalAgents } from './dental-agents.js';
import { plantDrivingSchools } from './driving-schools.js';
import { plantDropShippers } from './drop-shippers.js';
import { plantSchoolsWithTrust, plantSummerCamps, plantTuitionAgents } from './education.js';
import { plantEstateAgents, plantHolidayCaretakers, plantWeddingPlanners } from './events-and-homes.js';
import { plantDocumentServices, plantNotaries, plantRetainerLawyers } from './fee-offices.js';
import { plantFreightForwarders } from './freight-forwarders.js';
import { plantFuneralHomes } from './funeral-homes.js';
import { plantMarketplaceSeller } from './marketplace-seller.js';
import { plantMovingFirms } from './moving-firms.js';
import { plantPilgrimageLeaders } from './pilgrimage-leaders.js';
import { plantFarmShops, plantPhoneShops, plantQuietFranchise } from './shops-of-a-supplier.js';
import { plantTicketSellers } from './ticket-sellers.js';
import { plantTourLeaders } from './tour-leaders.js';
import { plantTravelAgents } from './travel-agents.js';

/** Trades: customers who pay once, and somebody behind the one they pay. */
export const TRADE_KINDS: readonly InnocentKind[] = [
  converging('travel-agents', plantTravelAgents, 'A09', 'agencies pay one consolidator some days before people fly'),
  converging(
    'pilgrimage-leaders',
    plantPilgrimageLeaders,
    'A06 A09',
    'leaders of groups hand savings to one licensed operator',
  ),
  converging('tour-leaders', plantTourLeaders, 'A09', 'tour leaders pay local guides by way of one friend abroad'),
  converging('bus-agents', plantBusAgents, 'A09 A13', 'kiosks sell seats of one coach line and hand over the takings'),
  converging('ticket-sellers', plantTicketSellers, 'A15', 'sellers settle with one promoter around each evening'),
  converging('car-dealers', plantCarDealers, 'A13', 'dealers settle each sale with one importer'),
  converging('car-exporters', plantCarExporters, 'A13', 'exporters buy at one auction once enough has come in'),
  converging('boat-brokers', plantBoatBrokers, 'A13 A14', 'brokers pay one yard when a boat is handed over'),
  converging('craftsmen', plantCraftsmen, 'A13', 'advances pay for material at one wholesaler'),
  converging(
    'roof-installers',
    plantRoofInstallers,
    'A13',
    'orders are paid at one supplier as soon as they are certain',
  ),
  converging('moving-firms', plantMovingFirms, 'A13', 'movers hire one haulier by way of a dispatcher'),
  converging('drop-shippers', plantDropShippers, 'A13', 'orders are placed at one wholesaler as soon as they are paid'),
  converging('farm-shops', plantFarmShops, 'A13', 'shops sell for one dairy and pay it every week or two'),
  converging('phone-shops', plantPhoneShops, 'A13 A15', 'shops sell for one operator that debits what was sold'),
  converging(
    'quiet-franchise',
    plantQuietFranchise,
    'A13',
    'owners who work themselves pay goods and licence to one head office',
  ),
  converging(
    'freight-forwarders',
    plantFreightForwarders,
    'A13',
    'boxes of many families share the containers of one forwarder',
  ),
  converging('funeral-homes', plantFuneralHomes, 'A08 A13', 'homes share one crematorium'),
  converging(
    'driving-schools',
    plantDrivingSchools,
    'A13 A15',
    'instructors pay test fees to one body and a share to the school',
  ),
  converging('dental-agents', plantDentalAgents, 'A09', 'agents bring patients to one clinic abroad'),
  converging('document-services', plantDocumentServices, 'A15', 'translators pay official fees at one office'),
  converging('retainer-lawyers', plantRetainerLawyers, 'A14', 'retainers go to the chambers as they are earned'),
  converging('notaries', plantNotaries, 'A14', 'prices wait for the register at one trust bank'),
  converging('tuition-agents', plantTuitionAgents, 'A10', 'agents pay the tuition of their students to one university'),
  converging(
    'schools-with-trust',
    plantSchoolsWithTrust,
    'A06',
    'school offices hand term fees to the trust that runs them',
  ),
  converging('summer-camps', plantSummerCamps, 'A06 A15', 'leaders of camp groups pay one camp site'),
  converging(
    'wedding-planners',
    plantWeddingPlanners,
    'A13',
    'planners pay one hall and one caterer before the evening',
  ),
  converging(
    'estate-agents',
    plantEstateAgents,
    'A04',
    'reservations of many, given back to all but one, and one owner',
  ),
  converging(
    'holiday-caretakers',
    plantHolidayCaretakers,
    'A04',
    'neighbours let for one owner and send the rent after the stay',
  ),
  converging('insurance-brokers', plantInsuranceBrokers, 'A15', 'premiums go to one insurer every month'),
  converging(
    'carer-placement',
    plantCarerPlacement,
    'A05',
    'placement fees go to one agency abroad, which pays carers',
  ),
  converging('artist-agents', plantArtistAgents, 'A13', 'fees of many evenings go to one touring company'),
  converging('feast-animals', plantFeastAnimals, 'A06 A15', 'shares in animals for a feast go to one farm within days'),
  innocent(
    'marketplace-seller',
    plantMarketplaceSeller,
    'A13',
    'somebody sells things to strangers and pays for stock and parcels',
  ),
  innocent('wedding-hall', plantWeddingHall, 'A13', 'families pay a hall deposit and balance'),
  innocent('client-account', plantClientAccount, 'A14', 'money of clients waits with a lawyer for their counterparts'),
];
