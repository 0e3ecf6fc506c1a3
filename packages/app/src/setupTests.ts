import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A page that loads its parts late is slow on a busy machine, not wrong.
configure({ asyncUtilTimeout: 20_000 });
