export { structuralOrder } from './structural-order.js';
export { louvainCommunities, type LouvainOptions } from './louvain-communities.js';
export { type LouvainRun, louvainSearch, type LouvainSearch } from './louvain-run.js';
export { communityMembers, type CommunityPartition } from './partition.js';
export { communityStability, type CommunityStability, type StabilityOptions } from './community-stability.js';
export { communityQuality, type CommunityQuality } from './community-quality.js';
