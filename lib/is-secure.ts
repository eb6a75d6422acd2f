/** Whether the app is served over https, and what it sets may travel over that only. */
export function isSecure(appUrl: string): boolean {
  return new URL(appUrl).protocol === "https:";
}
