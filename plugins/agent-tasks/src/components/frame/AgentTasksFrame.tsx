import { ThemeProvider } from '@mui/material/styles';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ReactNode, useEffect } from 'react';
import { queryClient } from '../../hooks/client/queryClient';
import { pendingCommands } from '../../hooks/commands/PendingCommands';
import { useTaskSignals } from '../../hooks/live/useTaskSignals';
import { agentTasksTheme } from '../../theme/agentTasksTheme';

/** What every part of the plugin stands in: theme, what was read, and live updates. */
export function AgentTasksFrame(props: {
  children: ReactNode;
  /** One of a test's own. */
  client?: QueryClient;
}) {
  return (
    <ThemeProvider theme={agentTasksTheme}>
      <QueryClientProvider client={props.client ?? queryClient}>
        <Live />
        {props.children}
      </QueryClientProvider>
    </ThemeProvider>
  );
}

function Live() {
  useTaskSignals();
  useEffect(() => {
    const flush = () => pendingCommands.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
  return null;
}
