export { type AccountProfile, profileAccount } from './account-profile.js';
export { hypothesiseRoles } from './hypothesise-roles.js';
export { type ProtectedCluster, type ProtectedPayers, type Protection, protectPayers } from './protection.js';
export { REVIEW_LIMITS, type ReviewReason } from './review-reasons.js';
export { type Role, ROLE_LABELS, type RoleHypothesis, ROLES } from './role.js';
