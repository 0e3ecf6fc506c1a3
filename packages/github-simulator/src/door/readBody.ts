import express, { RequestHandler } from 'express';

const text = express.text({ type: () => true, limit: '10mb' });

/**
 * Reads the body before a fault can hold the request up: once it has arrived, it is carried out, whether or not its
 * client is still there.
 */
export const readBody: RequestHandler = (req, res, next) => {
  text(req, res, (error?: unknown) => {
    // Cut off on its way here: there is nothing to carry out, and nobody to answer.
    if (!req.destroyed || req.complete) next(error);
  });
};
