export { AccountDirectory, type AccountKey, compareAccountKeys } from './account-directory.js';
export { accountText } from './account-text.js';
export { AccountTable } from './account-table.js';
export { type BuildOptions, type BuiltLedger } from './assemble-ledger.js';
export { type Channel, channelCode, CHANNELS } from './channel.js';
export { type CreatedLedger, createLedger } from './create-ledger.js';
export { type Currency } from './currency-table.js';
export { appendPart, type DraftPart, takePart } from './draft-part.js';
export { type HolderCounts, type SameHolder } from './holder-table.js';
export {
  INSTITUTION_ACCOUNT_KINDS,
  INSTITUTION_ACCOUNTS,
  type InstitutionAccount,
  institutionAccountKind,
} from './institution-accounts.js';
export { type Labels } from './labels.js';
export { Ledger } from './ledger.js';
export { LedgerBuilder } from './ledger-builder.js';
export { type LedgerPart, partOfLedger, pickWide } from './ledger-part.js';
export { type LedgerColumns, type LedgerParts } from './ledger-parts.js';
export { type LedgerWorld, worldOf } from './ledger-world.js';
export { type LedgerTransfer } from './ledger-transfer.js';
export { type AccountColumns, type PlainLedger, type PlainTexts } from './plain-ledger.js';
export { type SourceFile, type SourcePosition } from './source-file.js';
export { type DatedTransferInput, type TransferInput } from './transfer-input.js';
