export { broadNetworks } from './plant-broad-network.js';
