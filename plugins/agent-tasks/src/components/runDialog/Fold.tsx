import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { RiArrowRightSLine } from '@remixicon/react';
import { ReactNode, useId, useState } from 'react';
import { focusRing } from '../../theme/focusRing';

/** Something for the few who want it, one press away. */
export function Fold(props: {
  title: string;
  note?: string;
  /** Something inside wants to be seen. */
  isForcedOpen?: boolean;
  children: ReactNode;
}) {
  const { title, note, isForcedOpen = false, children } = props;
  const [isChosen, setChosen] = useState(false);
  const isOpen = isChosen || isForcedOpen;
  const id = useId();
  return (
    <div>
      <ButtonBase
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setChosen(!isOpen)}
        sx={{
          gap: 0.5,
          ml: -0.5,
          minHeight: 28,
          fontFamily: 'inherit',
          fontSize: 'var(--bui-font-size-3)',
          fontWeight: 600,
          borderRadius: 'var(--bui-radius-2)',
          '&.Mui-focusVisible': focusRing,
        }}
      >
        <RiArrowRightSLine
          size={18}
          aria-hidden
          style={{ transform: isOpen ? 'rotate(90deg)' : undefined }}
        />
        {title}
        {note && (
          <Box
            component="span"
            sx={{ fontWeight: 400, color: 'var(--bui-fg-secondary)' }}
          >
            {note}
          </Box>
        )}
      </ButtonBase>
      <Box id={id} hidden={!isOpen} sx={{ mt: 1 }}>
        {children}
      </Box>
    </div>
  );
}
