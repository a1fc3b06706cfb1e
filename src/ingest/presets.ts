import { ACCOUNTS_AS_WRITTEN } from './accounts/account-rules.js';
import { type Layout } from './mapping.js';
import { AMLSIM_LAYOUTS } from './presets/amlsim.js';
import { AMLWORLD_LAYOUTS } from './presets/amlworld.js';
import { AZERBAIJANI_LAUNDROMAT_LAYOUTS } from './presets/azerbaijani-laundromat.js';
import { BERKA_LAYOUTS } from './presets/berka.js';
import { EDGE_LIST_LAYOUTS } from './presets/edge-list.js';
import { ETH_HEIST_LAYOUTS } from './presets/eth-heist.js';
import { ETHERSCAN_LAYOUTS } from './presets/etherscan.js';
import { FINCEN_BANK_CONNECTIONS_LAYOUTS } from './presets/fincen-bank-connections.js';
import { FINCEN_FILES_LAYOUTS } from './presets/fincen-files.js';
import { ILLICIT_FLOWS_LAYOUTS } from './presets/illicit-flows.js';
import { ISO20022_LAYOUTS } from './presets/iso20022.js';
import { LAUNDER_EVM_LAYOUTS } from './presets/launder-evm.js';
import { MT940_LAYOUTS } from './presets/mt940.js';
import { PAYSIM_LAYOUTS } from './presets/paysim.js';
import { RIFT_MULING_LAYOUTS } from './presets/rift-muling.js';
import { SAML_D_LAYOUTS } from './presets/saml-d.js';
import { SPARKASSE_CAMT_CSV_LAYOUTS } from './presets/sparkasse-camt-csv.js';
import { TRONSCAN_LAYOUTS } from './presets/tronscan.js';

/** Data sets that can be read by name. */
export const PRESET_NAMES = [
  'illicit-flows',
  'amlworld',
  'amlsim',
  'saml-d',
  'paysim',
  'fincen-files',
  'fincen-bank-connections',
  'azerbaijani-laundromat',
  'launder-evm',
  'eth-heist',
  'rift-muling',
  'berka',
  'edge-list',
  'iso20022',
  'mt940',
  'sparkasse-camt-csv',
  'etherscan',
  'tronscan',
] as const;
/** A mapping that comes with the library, by its name. */
export type PresetName = (typeof PRESET_NAMES)[number];

const LAYOUTS: Readonly<Record<PresetName, readonly Layout[]>> = {
  'illicit-flows': ILLICIT_FLOWS_LAYOUTS,
  amlworld: AMLWORLD_LAYOUTS,
  amlsim: AMLSIM_LAYOUTS,
  'saml-d': SAML_D_LAYOUTS,
  paysim: PAYSIM_LAYOUTS,
  'fincen-files': FINCEN_FILES_LAYOUTS,
  'fincen-bank-connections': FINCEN_BANK_CONNECTIONS_LAYOUTS,
  'azerbaijani-laundromat': AZERBAIJANI_LAUNDROMAT_LAYOUTS,
  'launder-evm': LAUNDER_EVM_LAYOUTS,
  'eth-heist': ETH_HEIST_LAYOUTS,
  'rift-muling': RIFT_MULING_LAYOUTS,
  berka: BERKA_LAYOUTS,
  'edge-list': EDGE_LIST_LAYOUTS,
  iso20022: ISO20022_LAYOUTS,
  mt940: MT940_LAYOUTS,
  'sparkasse-camt-csv': SPARKASSE_CAMT_CSV_LAYOUTS,
  etherscan: ETHERSCAN_LAYOUTS,
  tronscan: TRONSCAN_LAYOUTS,
};

/**
 * The kinds of file that a preset covers, the more particular first. Where a layout does not say otherwise every text is an
 * account: these data sets are known, and in some of them `0` is one.
 */
export function layoutsOf(preset: PresetName): readonly Layout[] {
  return LAYOUTS[preset].map(({ name, mapping }) => ({ name, mapping: { accounts: ACCOUNTS_AS_WRITTEN, ...mapping } }));
}
