import { CnrProof } from '../proof/proof.js';
import { define } from './define.js';

define('cnr-proof', CnrProof);
