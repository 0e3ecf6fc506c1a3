import express, { ErrorRequestHandler, RequestHandler, Router } from 'express';
import { scripts } from '../agents/scripts';
import { FaultOrder } from '../faults/FaultOrder';
import { NewToken } from '../state/accounts';
import { NewRepository } from '../state/repositories';
import { isLoopback } from '../loopback';
import { Simulator } from '../Simulator';
import { Control, RepositoryChange, SettingsChange } from './Control';
import { InvalidOrder, parseOrder, PullOrder, TaskOrder } from './orders';

/** A page elsewhere can make a browser ask us under its own name; only our own names are answered. */
const onlyLoopback: RequestHandler = (req, res, next) => {
  if (isLoopback(req.hostname)) next();
  else res.status(403).json({ message: 'Only for loopback' });
};

const explain: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof InvalidOrder || error instanceof SyntaxError) {
    res.status(400).json({ message: error.message });
  } else {
    next(error);
  }
};

/** Orders for the simulator itself. It asks for no token: whoever reaches loopback may order. */
export function controlRouter(simulator: Simulator): Router {
  const control = new Control(simulator);
  const router = Router();
  router.use(onlyLoopback, express.json({ limit: '10mb' }));

  router.get('/', (_req, res) => {
    simulator.catchUp();
    const { tasks, pulls, seed } = simulator.world;
    res.json({
      now: new Date(simulator.now()).toISOString(),
      seed,
      requests: control.requests().total,
      tasks: Object.keys(tasks).length,
      pulls: Object.keys(pulls).length,
      faults: control.faults(),
      bugs: simulator.bugs.map(bug => bug.message),
    });
  });

  router.get('/requests', (req, res) => {
    const { total, counts, entries } = control.requests();
    const after = Number(req.query.after ?? 0);
    res.json({
      total,
      counts,
      entries: entries.filter(entry => entry.number > after),
    });
  });
  router.delete('/requests', (_req, res) => {
    control.forgetRequests();
    res.status(204).end();
  });

  router.get('/faults', (_req, res) => {
    res.json(control.faults());
  });
  router.post('/faults', (req, res) => {
    res
      .status(201)
      .json(control.fault(parseOrder<FaultOrder>('fault', req.body)));
  });
  router.delete('/faults', (_req, res) => {
    control.withdrawFaults();
    res.status(204).end();
  });
  router.delete('/faults/:id', (req, res) => {
    control.withdrawFaults(req.params.id);
    res.status(204).end();
  });

  router.post('/clock', (req, res) => {
    const order = parseOrder<{ advanceSeconds?: number; now?: string }>(
      'clock',
      req.body,
    );
    const ahead = order.now
      ? Date.parse(order.now) - simulator.now()
      : (order.advanceSeconds ?? 0) * 1000;
    if (!(ahead >= 0)) throw new InvalidOrder('the clock only goes forward');
    control.advance(ahead);
    res.json({ now: new Date(simulator.now()).toISOString() });
  });

  router.get('/settings', (_req, res) => {
    res.json(control.settings());
  });
  router.patch('/settings', (req, res) => {
    res.json(
      control.settings(parseOrder<SettingsChange>('settings', req.body)),
    );
  });

  router.get('/scripts', (_req, res) => {
    res.json(
      Object.entries(scripts).map(([name, { weight, about }]) => ({
        name,
        weight,
        about,
      })),
    );
  });
  router.post('/scripts', (req, res) => {
    control.script(parseOrder('script', req.body));
    res.status(204).end();
  });

  router.get('/tasks', (_req, res) => {
    res.json(control.tasks());
  });
  router.post('/tasks/:id', (req, res) => {
    res.json(
      control.task(req.params.id, parseOrder<TaskOrder>('task', req.body)),
    );
  });

  router.get('/pulls', (_req, res) => {
    res.json(control.pulls());
  });
  router.post('/pulls/:id', (req, res) => {
    const order = parseOrder<PullOrder>('pull', req.body);
    res.json(control.pull(Number(req.params.id), order));
  });

  router.post('/accounts', (req, res) => {
    control.addAccount(parseOrder('account', req.body));
    res.status(204).end();
  });
  router.post('/tokens', (req, res) => {
    const asked = parseOrder<
      Omit<NewToken, 'expiresAt'> & { expiresAt?: string | null }
    >('token', req.body);
    const expiresAt = asked.expiresAt ? Date.parse(asked.expiresAt) : null;
    control.addToken({ ...asked, expiresAt });
    res.status(204).end();
  });
  router.post('/tokens/revoke', (req, res) => {
    control.revokeToken(
      parseOrder<{ token: string }>('revocation', req.body).token,
    );
    res.status(204).end();
  });

  router.post('/repositories', (req, res) => {
    const id = control.addRepository(
      parseOrder<NewRepository>('repository', req.body),
    );
    res.status(201).json({ id });
  });
  router.patch('/repositories/:owner/:name', (req, res) => {
    const change = parseOrder<RepositoryChange>('repositoryChange', req.body);
    control.repository(`${req.params.owner}/${req.params.name}`, change);
    res.status(204).end();
  });

  router.post('/reset', (_req, res) => {
    control.reset();
    res.status(204).end();
  });

  router.use((_req, res) => {
    res.status(404).json({ message: 'No such order; see the README' });
  });
  router.use(explain);
  return router;
}
