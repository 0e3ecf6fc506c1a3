/**
 * The portal for production, and for development against real services:
 *
 *   node packages/backend --config app-config.yaml --config app-config.production.yaml
 */
import { launch } from './launch';
import { createPortal } from './portal';
import { productionRefusal } from './productionRefusal';

launch(createPortal, productionRefusal);
