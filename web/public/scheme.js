// Before the first paint: the colour scheme the person chose, else the system's, so that nothing flashes.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // a browser without storage follows the system
  }
  var isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  // The words in the page as it is sent are the gallery's: no other page shows them.
  if (location.pathname === '/') document.documentElement.setAttribute('data-first-page', '');
})();
