// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the CSP forbids inline scripts.
try {
  const theme = localStorage.getItem('ticketing.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme applies then.
}
