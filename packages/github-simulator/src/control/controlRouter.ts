import express, { Router } from 'express';
import { Simulator } from '../Simulator';

/** Orders for the simulator itself. It knows no GitHub token: whoever reaches loopback may order. */
export function controlRouter(simulator: Simulator): Router {
  const router = Router();
  router.use(express.json({ limit: '10mb' }));
  router.get('/', (_req, res) => {
    simulator.catchUp();
    res.json({ now: new Date(simulator.now()).toISOString() });
  });
  return router;
}
