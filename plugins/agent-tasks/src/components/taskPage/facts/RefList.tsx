import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';

/** Entities, each a link to its page. */
export function RefList(props: { refs: readonly string[] }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {props.refs.map(ref => (
        <EntityRefLink key={ref} entityRef={ref} />
      ))}
    </Box>
  );
}
