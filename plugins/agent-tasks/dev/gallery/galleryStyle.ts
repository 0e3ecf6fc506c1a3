/** Colours are the browser's own: what is looked at stands beside nothing that is designed. */
export const galleryStyle = `
body {
  margin: 0;
}

.gallery {
  display: grid;
  grid-template: auto 1fr / 240px 1fr;
  height: 100vh;
  background: Canvas;
  color: CanvasText;
  font: 14px/1.4 system-ui;
}

.gallery header {
  grid-column: 1 / -1;
  display: flex;
  flex-wrap: wrap;
  gap: 16px;
  align-items: center;
  padding: 8px;
  border-bottom: 1px solid GrayText;
}

.gallery header nav {
  flex: 1;
}

.gallery > nav {
  overflow: auto;
  border-right: 1px solid GrayText;
}

.gallery > nav a {
  display: block;
}

.gallery a {
  padding: 4px 8px;
  color: inherit;
  text-decoration: none;
}

.gallery a[aria-current] {
  background: Highlight;
  color: HighlightText;
}

.gallery main {
  overflow: auto;
  text-align: center;
}

.gallery iframe {
  height: 100%;
  border: 0;
}
`;
