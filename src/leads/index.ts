export { BORDER_PARAMETERS, type BorderParameters } from './border-parameters.js';
export { type CommunityBorderOptions, type Stability } from './community-border.js';
export { FEE_FLOW } from './fee-flow-finding.js';
export { type FormedLead, formLeads, type FormLeadsOptions, type LeadMember, type WeakLead } from './form-leads.js';
export { explainLeads, type LeadPart, type LeadReasons } from './lead-parts.js';
export { ROLE_PARAMETERS, type RoleParameters } from './lead-roles.js';
export { OPERATOR_RULES } from './operator-rules.js';
export { type Role, ROLE_LABELS, type RoleHypothesis, ROLES } from './role.js';
