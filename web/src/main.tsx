import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AccessProvider, browserAccess } from './hooks/access-context.ts';
import { App } from './screens/App.tsx';
import { PageBoundary } from './screens/BrokenPage.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/conversation.css';
import './styles/trip.css';
import './styles/results.css';
import './styles/card.css';
import './styles/pictures.css';
import './styles/forced-colors.css';
import './styles/print.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <PageBoundary>
      <AccessProvider value={browserAccess()}>
        <App />
      </AccessProvider>
    </PageBoundary>
  </StrictMode>,
);
