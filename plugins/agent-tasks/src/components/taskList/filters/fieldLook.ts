import { inputBaseClasses } from '@mui/material/InputBase';

/** As high as the buttons beside it. The portal gives Material UI's classes names of its own. */
export const fieldLook = {
  [`& .${inputBaseClasses.root}`]: {
    height: 32,
    fontSize: 'var(--bui-font-size-3)',
    backgroundColor: 'var(--bui-bg-neutral-1)',
  },
  '& input::placeholder': { color: 'var(--bui-fg-secondary)', opacity: 1 },
} as const;
