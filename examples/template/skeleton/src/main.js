import { createService } from './createService.js';

createService().listen(Number(process.env.PORT ?? 8080));
