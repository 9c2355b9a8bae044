export { stopStores as default } from './stores.mjs';
