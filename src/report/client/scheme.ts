const ROOT = document.documentElement;

/** Takes the scheme of the system at first; a button changes it. Nothing is stored. */
export function startScheme(): void {
  setScheme(window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  let before = 'light';
  window.addEventListener('beforeprint', () => {
    before = ROOT.dataset['scheme'] ?? 'light';
    setScheme('light');
    document.querySelectorAll<HTMLDetailsElement>('.printed').forEach((details) => {
      details.open = true;
    });
  });
  window.addEventListener('afterprint', () => {
    setScheme(before);
  });
}

export function switchScheme(): void {
  setScheme(ROOT.dataset['scheme'] === 'dark' ? 'light' : 'dark');
}

function setScheme(scheme: string): void {
  ROOT.dataset['scheme'] = scheme;
  document.dispatchEvent(new Event('scheme'));
}

/** Reads colours of the scheme by the names of their tokens, each once. */
export function tokenReader(): (token: string) => string {
  const style = getComputedStyle(ROOT);
  const known = new Map<string, string>();
  return (token) => {
    const value = known.get(token) ?? style.getPropertyValue(`--${token}`).trim();
    known.set(token, value);
    return value;
  };
}
